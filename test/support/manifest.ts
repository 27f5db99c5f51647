import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** An element as the manifest writes it: names without their prefix, children in their order. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

type Parsed = Record<string, unknown>;

/** Reads an XML file with the order of its elements kept. */
export function readXml(path: string): Element {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    parseTagValue: false,
  });
  const roots = (parser.parse(readFileSync(path, 'utf8')) as Parsed[]).filter((parsed) => !('?xml' in parsed));
  return elementOf(roots[0]!);
}

/** All elements of a name, at any depth. */
export function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
}

/** The one element at a path of names below another; fails when it is missing. */
export function elementAt(element: Element, ...path: string[]): Element {
  const [name, ...rest] = path;
  if (name === undefined) return element;
  const child = element.children.find((candidate) => candidate.name === name);
  if (!child) throw new Error(`<${element.name}> has no <${name}>.`);
  return elementAt(child, ...rest);
}

function elementOf(parsed: Parsed): Element {
  const name = Object.keys(parsed).find((key) => key !== ':@')!;
  const children = parsed[name] as Parsed[];
  return {
    name,
    attributes: (parsed[':@'] ?? {}) as Record<string, string>,
    text: children
      .filter((child) => '#text' in child)
      .map((child) => String(child['#text']))
      .join('')
      .trim(),
    children: children.filter((child) => !('#text' in child)).map(elementOf),
  };
}
