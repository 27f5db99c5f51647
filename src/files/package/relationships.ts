import type { Package } from './package';
import { attribute, splice, TagReader, type Edit } from './xml';

/** A relationship of a part (ECMA-376-2, 9.3). `target` is a part's name, or an address outside the file. */
export interface Relationship {
  id: string;
  /** The last segment of its type, which the kinds of Office files share. */
  type: string;
  target: string;
  isExternal: boolean;
}

/** The part that lists a part's relationships; for the file itself, part is ''. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part, or with '' of the file. */
export async function relationshipsOf(file: Package, part: string): Promise<Relationship[]> {
  const listed = file.find(relationshipsPart(part));
  if (!listed) return [];
  const text = await file.text(listed);
  return tagsOf(text, 'Relationship').map(({ start, end }) => readRelationship(text.slice(start, end), part));
}

function readRelationship(tag: string, part: string): Relationship {
  const target = attribute(tag, 'Target') ?? '';
  const isExternal = attribute(tag, 'TargetMode') === 'External';
  const type = attribute(tag, 'Type') ?? '';
  return {
    id: attribute(tag, 'Id') ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    target: isExternal ? target : resolved(target, part),
    isExternal,
  };
}

/** A target relative to its part's folder; one that begins with a slash is relative to the file. */
function resolved(target: string, part: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') folders.pop();
    else if (segment !== '.') folders.push(segment);
  }
  return folders.join('/');
}

/** Removes relationships of a part, and the list of them if none is left. */
export async function removeRelationships(file: Package, part: string, isGone: (relationship: Relationship) => boolean): Promise<void> {
  const listed = file.find(relationshipsPart(part));
  if (!listed) return;
  const text = await file.text(listed);
  const edits = elementsOf(text, 'Relationship')
    .filter(({ tag }) => isGone(readRelationship(tag, part)))
    .map(({ start, end }) => ({ start, end, text: '' }));
  if (edits.length > 0) file.set(listed, splice(text, edits));
}

/** Adds a relationship to a part, and gives its ID. */
export async function addRelationship(file: Package, part: string, type: string, target: string): Promise<string> {
  const name = file.find(relationshipsPart(part)) ?? relationshipsPart(part);
  const text = file.find(name) ? await file.text(name) : `<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const taken = new Set((await relationshipsOf(file, part)).map(({ id }) => id));
  const id = Array.from({ length: taken.size + 1 }, (_, index) => `rId${index + 1}`).find((each) => !taken.has(each))!;
  file.set(name, appended(text, 'Relationships', `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`));
  return id;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Removes parts from the file and from its list of content types. */
export async function removeParts(file: Package, names: readonly string[]): Promise<void> {
  const gone = new Set(names.map((name) => `/${name}`.toLowerCase()));
  const text = await file.text(CONTENT_TYPES);
  const edits = elementsOf(text, 'Override')
    .filter(({ tag }) => gone.has((attribute(tag, 'PartName') ?? '').toLowerCase()))
    .map(({ start, end }) => ({ start, end, text: '' }));
  if (edits.length > 0) file.set(CONTENT_TYPES, splice(text, edits));
  for (const name of names) {
    const found = file.find(name);
    if (found) file.remove(found);
  }
}

/** Adds a part with its content type. */
export async function addPart(file: Package, name: string, contentType: string, text: string): Promise<void> {
  const types = await file.text(CONTENT_TYPES);
  file.set(CONTENT_TYPES, appended(types, 'Types', `<Override PartName="/${name}" ContentType="${contentType}"/>`));
  file.set(name, text);
}

/** The content type of a part; null if the file doesn't say. */
export async function contentTypeOf(file: Package, name: string): Promise<string | null> {
  const text = await file.text(CONTENT_TYPES);
  const types = tagsOf(text, 'Override').map(({ start, end }) => text.slice(start, end));
  const listed = types.find((tag) => attribute(tag, 'PartName')?.toLowerCase() === `/${name}`.toLowerCase());
  if (listed) return attribute(listed, 'ContentType');
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const usual = tagsOf(text, 'Default')
    .map(({ start, end }) => text.slice(start, end))
    .find((tag) => attribute(tag, 'Extension')?.toLowerCase() === extension);
  return usual ? attribute(usual, 'ContentType') : null;
}

const CONTENT_TYPES = '[Content_Types].xml';

function tagsOf(text: string, name: string): { start: number; end: number }[] {
  return elementsOf(text, name).map(({ start, tag }) => ({ start, end: start + tag.length }));
}

/** An element: `tag` is its open tag, `start` and `end` those of all of it. */
export interface Element {
  tag: string;
  start: number;
  end: number;
}

/** The elements of a name, without those within them. */
export function elementsOf(text: string, name: string): Element[] {
  const found: Element[] = [];
  const reader = new TagReader(text);
  for (let tag = reader.next(); tag; tag = reader.next()) {
    if (tag.name !== name || tag.kind === 'close') continue;
    found.push({ tag: text.slice(tag.start, tag.end), start: tag.start, end: reader.skip(tag) });
  }
  return found;
}

/** A part's text with something added at the end of its first element of a name. */
export function appended(text: string, name: string, added: string): string {
  const [element] = elementsOf(text, name);
  if (!element) return text;
  const isEmpty = element.tag.endsWith('/>');
  const written = /^<([^\s/>]+)/.exec(element.tag)![1]!;
  const edit: Edit = isEmpty
    ? { start: element.start, end: element.end, text: `${element.tag.slice(0, -2)}>${added}</${written}>` }
    : { start: text.lastIndexOf('</', element.end - 1), end: text.lastIndexOf('</', element.end - 1), text: added };
  return splice(text, [edit]);
}
