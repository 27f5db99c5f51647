import type { Package } from './package';
import { appended, elementsOf, withoutElements } from './elements';
import { attribute } from './xml';

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
  return elementsOf(text, 'Relationship').map(({ tag }) => readRelationship(tag, part));
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
  const gone = elementsOf(text, 'Relationship').filter(({ tag }) => isGone(readRelationship(tag, part)));
  if (gone.length > 0) file.set(listed, withoutElements(text, gone));
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
  const listed = elementsOf(text, 'Override').filter(({ tag }) => gone.has((attribute(tag, 'PartName') ?? '').toLowerCase()));
  if (listed.length > 0) file.set(CONTENT_TYPES, withoutElements(text, listed));
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
  const listed = elementsOf(text, 'Override').find(({ tag }) => attribute(tag, 'PartName')?.toLowerCase() === `/${name}`.toLowerCase());
  if (listed) return attribute(listed.tag, 'ContentType');
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const usual = elementsOf(text, 'Default').find(({ tag }) => attribute(tag, 'Extension')?.toLowerCase() === extension);
  return usual ? attribute(usual.tag, 'ContentType') : null;
}

const CONTENT_TYPES = '[Content_Types].xml';
