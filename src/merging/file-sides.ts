import { serialShift } from '../cells/context';
import { DAYS_FROM_1900_TO_1904 } from '../domain/calendar/day';
import { FileReader, type FileRows, type FileTable } from '../files/file-tables';
import type { Box } from '../files/package/address';
import { openWorkbookFile, type SheetPart, type WorkbookFile } from '../files/package/book';
import { columnsOf, type TableDesign } from '../records/table';
import { BASE_MARK, baseIn, type CarriedBase } from './base-sheet';
import { MERGED_TABLES } from './merged-tables';
import { foldId, type SideTable, type SourceRow } from './side';

/** Where a table was found in a file. `table` is its part, which other programs leave out. */
export interface PlacedTable extends SideTable {
  sheet: SheetPart;
  table: FileTable | null;
  box: Box;
}

/** A workbook file with the tables that are merged and the base that it carries. */
export interface FileSide {
  book: WorkbookFile;
  tables: ReadonlyMap<string, PlacedTable>;
  base: CarriedBase | null;
  daysLater: number;
}

/**
 * Reads a workbook that comes back, whoever saved it. `known` are the headers that its tables had when they were sent.
 * Throws a Problem for what can't be read.
 */
export async function readFileSide(bytes: Uint8Array, known: ReadonlyMap<string, SideTable> = new Map()): Promise<FileSide> {
  const book = await openWorkbookFile(bytes);
  const reader = new FileReader(book);
  const daysLater = (book.is1904 ? DAYS_FROM_1900_TO_1904 : 0) - serialShift();
  return { book, tables: await placedTables(reader, known), base: await carriedBase(reader), daysLater };
}

async function carriedBase(reader: FileReader): Promise<CarriedBase | null> {
  for (const sheet of reader.book.sheets) {
    const first = await reader.rows(sheet, 1);
    if (first.get(1)?.get(1)?.value === BASE_MARK) return baseIn(await reader.rows(sheet));
  }
  return null;
}

/** The tables by our names for them: by the name of their part, else by most of their headers in a row near the top of a sheet. */
async function placedTables(reader: FileReader, known: ReadonlyMap<string, SideTable>): Promise<Map<string, PlacedTable>> {
  const placed = new Map<string, PlacedTable>();
  const tables = new Map<SheetPart, FileTable[]>();
  for (const sheet of reader.book.sheets) tables.set(sheet, await reader.tables(sheet));
  const used = new Set<FileTable>();
  for (const { table } of MERGED_TABLES) {
    const { name } = table.design;
    for (const [sheet, onSheet] of tables) {
      const found = onSheet.find((each) => foldId(each.name) === foldId(name));
      if (!found || placed.has(name)) continue;
      used.add(found);
      placed.set(name, placedTable(await reader.rows(sheet), sheet, found, found.box));
    }
  }
  const wanted = MERGED_TABLES.map(({ table }) => table.design).filter(({ name }) => !placed.has(name));
  if (wanted.length === 0) return placed;
  const taken = new Set([...placed.values()].map(({ sheet }) => sheet));
  const found: { name: string; sheet: SheetPart; row: number; share: number }[] = [];
  for (const sheet of reader.book.sheets) {
    if (taken.has(sheet)) continue;
    for (const [row, cells] of await reader.rows(sheet, LAST_HEADER_ROW)) {
      const header = [...cells.values()].map(({ value }) => String(value));
      for (const design of wanted)
        found.push({ name: design.name, sheet, row, share: likeness(header, design, known.get(design.name)?.header ?? []) });
    }
  }
  for (const { name, sheet, row, share } of found.sort((a, b) => b.share - a.share)) {
    if (share === 0 || placed.has(name) || taken.has(sheet)) continue;
    taken.add(sheet);
    const rows = await reader.rows(sheet);
    const table = tables.get(sheet)!.find((each) => each.box.top === row && !used.has(each)) ?? null;
    placed.set(name, placedTable(rows, sheet, table, table?.box ?? boxBelow(rows, row)));
  }
  return placed;
}

/** A header is looked for in these rows. */
const LAST_HEADER_ROW = 60;

/**
 * How much a header is like that of one of our tables: the share of the columns that were sent or are ours, or of its own
 * if it has an ID; 0 for too little.
 */
function likeness(header: readonly string[], { columns }: TableDesign, sent: readonly string[]): number {
  const { ID: key, ...ours } = columnsOf(header, ['ID', ...columns.map(({ name }) => name)]);
  const shares = [
    shareOf(ours, key! >= 0 ? Math.min(header.length, columns.length) : columns.length),
    shareOf(columnsOf(header, sent), Math.min(header.length, sent.length)),
  ];
  return Math.max(...shares);
}

function shareOf(places: Readonly<Record<string, number>>, count: number): number {
  const found = Object.values(places).filter((place) => place >= 0).length;
  const share = found / count;
  return found < LEAST_KNOWN || share < MOST ? 0 : share;
}

/** Columns that must be there by name, at least and of all, since people rename some. Our own tables are less alike. */
const LEAST_KNOWN = 3;
const MOST = 0.5;

/** The cells below a header, as far as it goes without a gap. */
function boxBelow(rows: FileRows, top: number): Box {
  const columns = [...rows.get(top)!.keys()].sort((a, b) => a - b);
  return { top, left: columns[0]!, right: columns.at(-1)!, bottom: top };
}

function placedTable(rows: FileRows, sheet: SheetPart, table: FileTable | null, box: Box): PlacedTable {
  const places = Array.from({ length: box.right - box.left + 1 }, (_, index) => box.left + index);
  const headerRow = table && !table.hasHeader ? null : rows.get(box.top);
  const header = places.map((place, index) => String(headerRow?.get(place)?.value ?? table?.columns[index]?.name ?? ''));
  const first = headerRow === null ? box.top : box.top + 1;
  const last = Math.max(...rows.keys(), box.bottom);
  const found: SourceRow[] = [];
  const bottom = table ? box.bottom - table.totals : box.top;
  for (let row = first; row <= last; row++) {
    const held = rows.get(row);
    const cells = places.map((place) => held?.get(place) ?? { value: '', formula: null });
    const isBlank = cells.every(({ value, formula }) => value === '' && formula === null);
    // rows that other programs let people add below a table belong to it as far as there is no gap
    if (row > bottom && (isBlank || (table && table.totals > 0))) break;
    if (!isBlank) found.push({ row, cells });
  }
  return { header, columnIds: table?.columns.map(({ id }) => id) ?? [], rows: found, sheet, table, box };
}
