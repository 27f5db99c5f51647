import { splice, TagReader, type Edit } from './xml';

/** An element: `tag` is its open tag, `start` and `end` those of all of it. */
export interface Element {
  tag: string;
  start: number;
  end: number;
}

/** The elements of some names, in order, without those within them. */
export function elementsOf(text: string, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const reader = new TagReader(text);
  for (let tag = reader.next(); tag; tag = reader.next()) {
    if (!names.includes(tag.name) || tag.kind === 'close') continue;
    found.push({ tag: text.slice(tag.start, tag.end), start: tag.start, end: reader.skip(tag) });
  }
  return found;
}

/** The positions between an element's tags; both are the end of its tag if it has only one. */
export function insideOf(text: string, { tag, start, end }: Element): { start: number; end: number } {
  const from = start + tag.length;
  return { start: from, end: tag.endsWith('/>') ? from : text.lastIndexOf('</', end - 1) };
}

/** The name in an open tag, with its prefix. */
export const nameIn = (tag: string): string => /^<([^\s/>]+)/.exec(tag)![1]!;

/** A part's text with something added at the end of its first element of a name. */
export function appended(text: string, name: string, added: string): string {
  const [element] = elementsOf(text, name);
  if (!element) return text;
  const { tag, start, end } = element;
  const { end: close } = insideOf(text, element);
  const edit: Edit = tag.endsWith('/>')
    ? { start, end, text: `${tag.slice(0, -2)}>${added}</${nameIn(tag)}>` }
    : { start: close, end: close, text: added };
  return splice(text, [edit]);
}

/** A text without some of its elements. */
export const withoutElements = (text: string, elements: readonly Element[]): string =>
  splice(
    text,
    elements.map(({ start, end }) => ({ start, end, text: '' })),
  );
