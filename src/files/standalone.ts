import { RULES_OF } from '../rulebook/edition';
import { DAYS_FROM_1900_TO_1904, dayOfSerial, type Day } from '../domain/calendar/day';
import { freeSheetName } from '../domain/text/free-sheet-name';
import type { OwnRule } from '../rulebook/own-rule';
import { elementsOf, insideOf } from './package/elements';
import { addressOf, cellsOf, textOf } from './package/sheet-cells';
import { attribute } from './package/xml';
import { openWorkbookFile, type WorkbookFile } from './package/book';
import { boxOf } from './package/address';
import { removeOwnExtension } from './package/web-extensions';
import { addNames, addSheets, calculateOnLoad, dropCalcChain } from './package/workbook-part';
import { Styles } from './package/styles';
import type { CopiedCell, CopiedFormula } from './copied-cell';
import { copyNames } from './copy-names';
import { copySheet } from './copy-sheet';
import { copyTables } from './copy-tables';
import type { PlainSheet } from './plain/contract';
import { Book } from './plain/book';
import { plainFormula } from './plain/plain-formula';
import { renderBook } from './plain/render-book';
import { readMe } from './read-me';
import { IntoValues, Translation } from './translation';
import type { NewCell, NewSheet } from './package/new-sheet';

/** A copy of a workbook, and what was done for it. `live` and `values` are numbers of cells. */
export interface WorkbookCopy {
  bytes: Uint8Array;
  cells: CopiedCell[];
  /** Formulas in no cell. */
  others: CopiedFormula[];
  live: number;
  values: number;
  hasMacros: boolean;
}

export interface StandaloneOptions {
  /** The day of the copy, for what it says about itself. */
  day: Day;
  /** The add-in's version. */
  version: string;
  /** The workbook's own rules. Without them, no formula of a workbook that has a table for them can be told from a wrong one. */
  ownRules?: readonly OwnRule[];
  /** Whether every formula of a cell becomes its value, so that nothing moves. */
  hasValuesOnly?: boolean;
}

const VALUES_ONLY = 'The copy has values only, and this needs the add-in.';
const UNREAD_RULES = 'The workbook has the table CoopRules, and its rules are not in the copy: the value stays as it was saved.';

/**
 * A copy in which no cell needs the add-in: each COOP formula becomes plain formulas where there are some, otherwise the
 * value that the file stores. All other parts stay as they are, byte for byte. Throws a Problem for what can't be read.
 */
export async function standaloneCopy(bytes: Uint8Array, options: StandaloneOptions): Promise<WorkbookCopy> {
  const book = await openWorkbookFile(bytes);
  const sheetNames = book.sheets.map(({ name }) => name);
  const tableRows = await rowsOfTables(book);
  const plain = new Book({ dateSystem: book.is1904 ? 1904 : 1900, ownRules: options.ownRules ?? [], sheetNames, tableRows });
  const styles = await Styles.of(book);
  const hasUnreadRules = options.ownRules === undefined && tableRows.has('cooprules');
  const translation = new Translation((call) => {
    if (options.hasValuesOnly) return { why: VALUES_ONLY };
    return hasUnreadRules ? { why: UNREAD_RULES } : plainFormula(call, plain);
  });
  const ofCells = options.hasValuesOnly ? new IntoValues() : translation;
  const cells: CopiedCell[] = [];
  const others = await copyNames(book, translation);
  for (const sheet of book.sheets) {
    const copied = await copySheet(book, sheet, styles, { cells: ofCells, others: translation });
    for (const cell of copied.cells) cells.push(cell);
    others.push(...copied.others, ...(await copyTables(book, sheet, translation)));
  }
  if (cells.length + others.length === 0) return { bytes, cells, others, live: 0, values: 0, hasMacros: book.hasMacros };
  const { sheets, names } = renderBook(plain);
  await addSheets(
    book,
    [
      readMe({ ...options, rulesOf: RULES_OF, cells, others, asOf: await asOfDay(book), name: freeSheetName('Read me', sheetNames) }),
      ...sheets.map(newSheet),
    ],
    styles,
  );
  await addNames(book, names);
  await finish(book, styles);
  const live = cells.filter(({ to }) => to === 'formula').length;
  return { bytes: book.file.write(), cells, others, live, values: cells.length - live, hasMacros: book.hasMacros };
}

/** The rows of each table, with those of headers and totals, by its name in lower case. */
async function rowsOfTables({ file, sheets }: WorkbookFile): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  for (const part of sheets.flatMap(({ tables }) => tables)) {
    const [tag = ''] = /<(?:[\w.-]+:)?table\b[^>]*>/.exec(await file.text(part)) ?? [];
    const box = boxOf(attribute(tag, 'ref') ?? '');
    for (const name of [attribute(tag, 'name'), attribute(tag, 'displayName')])
      if (name) rows.set(name.toLowerCase(), box ? box.bottom - box.top + 1 : 0);
  }
  return rows;
}

/** The day that the workbook's figures are as of: the stored value of the cell Coop_AsOf. Null if there is none. */
async function asOfDay({ file, part, sheets, is1904 }: WorkbookFile): Promise<Day | null> {
  const text = await file.text(part);
  const element = elementsOf(text, 'definedName').find(({ tag }) => attribute(tag, 'name')?.toLowerCase() === 'coop_asof');
  if (!element) return null;
  const { start, end } = insideOf(text, element);
  const reference = textOf(text.slice(start, end));
  const mark = reference.lastIndexOf('!');
  const name = reference.slice(0, mark).replace(/^'|'$/g, '').replace(/''/g, "'");
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet?.part) return null;
  const address = reference.slice(mark + 1).replaceAll('$', '');
  for (const cell of cellsOf(await file.text(sheet.part))) {
    if (addressOf(cell) !== address) continue;
    const stored = Number(/<(?:[\w.-]+:)?v\b[^>]*>([^<]*)</.exec(cell.value)?.[1]);
    return Number.isInteger(stored) && stored > 0 ? dayOfSerial(stored + (is1904 ? DAYS_FROM_1900_TO_1904 : 0)) : null;
  }
  return null;
}

async function finish(book: WorkbookFile, styles: Styles): Promise<void> {
  styles.write(book);
  await dropCalcChain(book);
  await calculateOnLoad(book);
  await removeOwnExtension(book.file);
}

/** A sheet of rules or workings as a new sheet. */
function newSheet({ name, rows, headings }: PlainSheet): NewSheet {
  return {
    name,
    rows: rows.map((cells, index) => cells.map((cell) => newCell(cell, headings.includes(index + 1)))),
    widths: (rows[headings[0]! - 1] ?? []).map(() => 20),
  };
}

function newCell(cell: PlainSheet['rows'][number][number], isHeading: boolean): NewCell {
  if (cell === null) return null;
  if (typeof cell !== 'object') return isHeading && typeof cell === 'string' ? { value: cell, look: 'heading' } : cell;
  if ('formula' in cell) return { formula: cell.formula, ...(cell.format && { look: cell.format }) };
  return { value: cell.value, look: cell.format };
}
