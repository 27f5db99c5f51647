import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { attribute, unescaped } from './xml-elements';

/** A relationship of a part to another part or to an external address. */
export interface Relationship {
  id: string;
  type: string;
  /** The target part, without the leading slash; an address if the target is external. */
  target: string;
  isExternal: boolean;
}

/** The parts of an Office file, with their relationships and content types. */
export class PackageParts {
  constructor(private readonly parts: Map<string, Uint8Array>) {}

  static read(bytes: Uint8Array): PackageParts {
    return new PackageParts(new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))));
  }

  /** A copy that can be changed independently. */
  copy(): PackageParts {
    return new PackageParts(new Map(this.parts));
  }

  write(): Uint8Array {
    const files: Zippable = {};
    // Readers expect the content types first.
    for (const name of [TYPES, ...[...this.parts.keys()].filter((other) => other !== TYPES)]) files[name] = this.parts.get(name)!;
    return zipSync(files);
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  text(part: string): string {
    const bytes = this.parts.get(part);
    return bytes ? strFromU8(bytes) : '';
  }

  setText(part: string, text: string): void {
    this.parts.set(part, strToU8(text));
  }

  relationships(part: string): Relationship[] {
    return [...this.text(relationshipsOf(part)).matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => {
      const isExternal = attribute(tag, 'TargetMode') === 'External';
      const target = attribute(tag, 'Target') ?? '';
      return {
        id: attribute(tag, 'Id') ?? '',
        type: attribute(tag, 'Type') ?? '',
        target: isExternal ? target : resolved(part, target),
        isExternal,
      };
    });
  }

  /** Adds a relationship and returns its ID. */
  relate(part: string, { type, target, isExternal }: Omit<Relationship, 'id'>): string {
    const known = this.relationships(part);
    let number = known.length + 1;
    while (known.some(({ id }) => id === `rIdKept${number}`)) number++;
    this.setRelationships(part, [...known, { id: `rIdKept${number}`, type, target, isExternal }]);
    return `rIdKept${number}`;
  }

  setRelationships(part: string, all: readonly Relationship[]): void {
    const written = all.map(
      ({ id, type, target, isExternal }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${isExternal ? target : `/${target}`}"${isExternal ? ' TargetMode="External"' : ''}/>`,
    );
    this.setText(
      relationshipsOf(part),
      `${PROLOG}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`,
    );
  }

  /** Copies a part of another file with all parts it refers to, and returns its name here. */
  take(from: PackageParts, part: string, taken: Map<string, string>): string {
    const known = taken.get(part);
    if (known) return known;
    let name = part;
    for (let number = 1; this.has(name); number++) name = part.replace(/([^/]+)$/, `kept${number}-$1`);
    taken.set(part, name);
    this.parts.set(name, from.parts.get(part)!);
    this.setType(name, from.typeOf(part));
    const relationships = from.relationships(part);
    if (relationships.length)
      this.setRelationships(
        name,
        relationships.map((relationship) => ({
          ...relationship,
          target:
            relationship.isExternal || !from.has(relationship.target) ? relationship.target : this.take(from, relationship.target, taken),
        })),
      );
    return name;
  }

  private typeOf(part: string): string | null {
    const types = this.text(TYPES);
    const override = [...types.matchAll(/<Override\s[^>]*>/g)].find(([tag]) => attribute(tag, 'PartName') === `/${part}`);
    if (override) return attribute(override[0], 'ContentType');
    const extension = part.split('.').at(-1)!.toLowerCase();
    const byDefault = [...types.matchAll(/<Default\s[^>]*>/g)].find(([tag]) => attribute(tag, 'Extension')?.toLowerCase() === extension);
    return byDefault ? attribute(byDefault[0], 'ContentType') : null;
  }

  private setType(part: string, type: string | null): void {
    if (type === null || this.typeOf(part) === type) return;
    this.setText(TYPES, this.text(TYPES).replace('</Types>', `<Override PartName="/${part}" ContentType="${type}"/></Types>`));
  }
}

/** The part of the workbook itself. */
export const workbookOf = (parts: PackageParts): string =>
  parts.relationships('').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';

/** A file's sheet parts by name, in order. */
export function sheetParts(parts: PackageParts): Map<string, string> {
  const workbook = workbookOf(parts);
  const targets = new Map(parts.relationships(workbook).map(({ id, target }) => [id, target]));
  return new Map(
    [...parts.text(workbook).matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => [
      unescaped(attribute(tag, 'name') ?? ''),
      targets.get(attribute(tag, 'r:id') ?? '') ?? '',
    ]),
  );
}

const TYPES = '[Content_Types].xml';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The part that lists the relationships of a part; those of the whole file for ''. */
const relationshipsOf = (part: string): string => part.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);

function resolved(part: string, target: string): string {
  return new URL(target, `file:///${part}`).pathname.slice(1);
}
