import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync, zipSync } from 'fflate';

/** A workbook file of version 1.0.0, with tables, spills and charts. */
export const workbookFile = (name: 'funds-only' | 'plan-and-claims' | 'own-columns'): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../workbench/fixture/1.0.0/${name}.xlsx`, import.meta.url)));

/** The parts of a file as another reader than ours finds them. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]));

/** The names of the parts that differ between two files, and of those that only one has. */
export function differences(before: Uint8Array, after: Uint8Array): { changed: string[]; gone: string[]; added: string[] } {
  const [was, is] = [partsOf(before), partsOf(after)];
  return {
    changed: Object.keys(was).filter((name) => name in is && is[name] !== was[name]),
    gone: Object.keys(was).filter((name) => !(name in is)),
    added: Object.keys(is).filter((name) => !(name in was)),
  };
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook with one sheet of these rows, and parts that replace or join its own. */
export function workbookOf(sheetData: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? new TextEncoder().encode(part) : part])),
  );
}
