import { badInput } from '../../domain/problem';
import { Package } from './package';
import { elementsOf, nameIn } from './elements';
import { contentTypeOf, relationshipsOf } from './relationships';
import { attribute, TagReader } from './xml';

/** A sheet of a workbook file. `part` is null for sheets that have no cells, such as chart sheets. */
export interface SheetPart {
  name: string;
  part: string | null;
  tables: readonly string[];
}

/** A workbook file with what all its copies need to know. */
export interface WorkbookFile {
  file: Package;
  /** The workbook's own part. */
  part: string;
  hasMacros: boolean;
  /** Whether days are counted from 1904. */
  is1904: boolean;
  sheets: readonly SheetPart[];
}

/** Opens a workbook file. Throws a Problem with one sentence for what can't be copied. */
export async function openWorkbookFile(bytes: Uint8Array): Promise<WorkbookFile> {
  const file = await Package.open(bytes);
  if (file.names.some((name) => /^_xmlsignatures\//i.test(name)))
    throw badInput(
      "The workbook is digitally signed, and the signature wouldn't be true of a copy. Remove it under File > Info, save, and choose that file.",
    );
  const part = (await relationshipsOf(file, '')).find(({ type }) => type === 'officeDocument')?.target;
  const type = part && (await contentTypeOf(file, part));
  if (!part || !file.find(part) || !type) throw badInput("The file isn't an Excel workbook (.xlsx or .xlsm).");
  if (/sheet\.binary/i.test(type))
    throw badInput('The file is a binary workbook (.xlsb). Save it as Excel Workbook (.xlsx), and choose that file.');
  if (!/(spreadsheetml|ms-excel)\..*main\+xml$/i.test(type)) throw badInput("The file isn't an Excel workbook (.xlsx or .xlsm).");
  const text = await file.text(part);
  if (/xmlns(:\w+)?\s*=\s*["']http:\/\/purl\.oclc\.org\/ooxml\/spreadsheetml/.test(text.slice(0, 8192)))
    throw badInput('The file is a Strict Open XML workbook. Save it as Excel Workbook (.xlsx), and choose that file.');
  return {
    file,
    part,
    hasMacros: /macroEnabled/i.test(type),
    is1904: elementsOf(text, 'workbookPr').some(({ tag }) => /^(1|true)$/.test(attribute(tag, 'date1904') ?? '')),
    sheets: await sheetsOf(file, part, text),
  };
}

async function sheetsOf(file: Package, part: string, text: string): Promise<SheetPart[]> {
  const related = new Map((await relationshipsOf(file, part)).map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  for (const { tag } of elementsOf(text, 'sheet')) {
    const sheet = related.get(relationshipIdOf(tag));
    const found = sheet?.type === 'worksheet' ? file.find(sheet.target) : null;
    sheets.push({ name: attribute(tag, 'name') ?? '', part: found, tables: found ? await tablesOf(file, found) : [] });
  }
  return sheets;
}

async function tablesOf(file: Package, part: string): Promise<string[]> {
  const related = await relationshipsOf(file, part);
  return related.flatMap(({ type, target }) => (type === 'table' ? (file.find(target) ?? []) : []));
}

/** The ID in a sheet's tag, whatever the file calls the prefix of relationships. */
export const relationshipIdOf = (tag: string): string => attribute(tag, /\s([\w.-]+:id)\s*=/.exec(tag)?.[1] ?? 'id') ?? '';

/** The prefix of a part's own elements with its colon, such as "x:"; '' for nearly all files. */
export function prefixOf(text: string): string {
  const root = new TagReader(text).next();
  const written = root ? nameIn(text.slice(root.start, root.end)) : '';
  return written.includes(':') ? written.slice(0, written.indexOf(':') + 1) : '';
}
