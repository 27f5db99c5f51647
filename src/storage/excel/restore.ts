import { sumOf } from '../../domain/money/money';
import { isErrorText } from '../../cells/error-text';
import { SheetNameTaken } from './concurrent-change';
import { inExcel } from './run';
import { withoutFilters } from './filters';
import { headerRowOf } from './table-make';
import { loadBeside, readStanding, type Standing } from './table-read';
import { Batch, deleteRows, type Before } from './table-write';
import { stands } from '../new-cells';
import {
  changed,
  isFormulaAt,
  sameTable,
  type NewCell,
  type TableQuery,
  type TableCells,
  type TableChange,
  type TableDesign,
  type CellContent,
} from '../../records/table';
import { ExcelError, toExcelError } from '../excel-error';
import { formerRow, unrestored, describePlaces, type Unrestored, type UnrestoredTable } from '../unrestored';

/** Who created a table and its sheet that didn't exist before. */
type Whose = 'ours' | 'ours if blank' | 'their table';

/** A way to restore a table. Excel may refuse any member, so each way avoids those of the previous one. */
interface Way {
  takeOut: 'cells' | 'rows' | 'blank';
  makeRoom: 'cells' | 'rows';
  write: 'formulas' | 'values';
  setsFormats: boolean;
}

const WAYS: readonly Way[] = [
  { takeOut: 'cells', makeRoom: 'cells', write: 'formulas', setsFormats: true },
  { takeOut: 'rows', makeRoom: 'rows', write: 'values', setsFormats: false },
  // Blank rows stay, which don't affect sums.
  { takeOut: 'blank', makeRoom: 'rows', write: 'formulas', setsFormats: false },
];

/**
 * After a failure: restores what was there before. If even that fails, throws an error that names the rows, which are kept.
 * Resolves to true if someone else created one of the tables in the meantime, which then stays. No message recommends Undo
 * in Excel, since below ExcelApi 1.19 it doesn't include what an add-in writes.
 */
export async function putBack(before: readonly Before[], changes: readonly TableChange[], error: unknown): Promise<boolean> {
  const because = toExcelError(error);
  const outcome = await bringBack(before, error instanceof SheetNameTaken);
  if ('now' in outcome) return before.some(({ cells, newSheet }, n) => cells === null && isElsewhere(outcome.now, n, newSheet));
  throw keep(before, changes, outcome, because.kind);
}

/** Undoes a change. If Excel refuses, the tables are unchanged, or the error names the rows that aren't. */
export async function takeAllBack(before: readonly Before[], changes: readonly TableChange[], standing: Standing): Promise<void> {
  const outcome = await bringBack(before, false);
  if ('now' in outcome) return;
  const untouched = outcome.last?.tables.every((cells, n) => sameExactly(cells, standing.tables[n]!));
  if (untouched && outcome.sheets.length === 0) throw outcome.because;
  throw keep(before, changes, outcome, outcome.because.kind);
}

/** Deletes tables and their sheets, like undoing the change that created them. What is left can be removed again. */
export async function removeAll(before: readonly Before[]): Promise<void> {
  const outcome = await bringBack(before, false);
  if ('now' in outcome) return;
  throw new ExcelError(outcome.because.kind, `Some tables may still be there. Try again. ${outcome.because.message}`);
}

/**
 * The outcome of restoring: the current tables, or the reason for a failure, the sheets that are left over, and the new tables
 * that are gone but for the cells above them, next to another table.
 */
type Outcome = { now: Standing } | { because: ExcelError; last: Standing | null; sheets: readonly string[]; remains: readonly string[] };

async function bringBack(before: readonly Before[], isTaken: boolean): Promise<Outcome> {
  // The user may have started editing a cell, so this waits.
  const waiting = { waitForEdit: true };
  const neighbors = before.flatMap(({ onSheetOf }) => (onSheetOf ? [onSheetOf.table] : []));
  const asked = [...before.map(({ asked: query }) => query), ...neighbors.map((name): TableQuery => ({ name, formulasIn: [] }))];
  let because = new ExcelError('unknown');
  let last: Standing | null = null;
  let sheets: readonly string[] = [];
  let remains: readonly string[] = [];
  // Then the first way again, in case it failed only temporarily; and finally a check whether the last attempt succeeded after all.
  for (const way of [...WAYS, WAYS[0]!, null]) {
    try {
      const now = await readStanding(asked, waiting);
      last = now;
      const isCleared = ({ onSheetOf }: Before): boolean =>
        !onSheetOf || now.freeColumns[before.length + neighbors.indexOf(onSheetOf.table)]! < onSheetOf.column;
      const isBack = before.every((table, n) => {
        if (table.cells) return isAsBefore(now, n, table);
        return (now.tables[n] === null && isCleared(table)) || isElsewhere(now, n, table.newSheet);
      });
      sheets = before
        .filter(({ cells, newSheet, onSheetOf }) => cells === null && !onSheetOf && now.sheets.includes(newSheet))
        .map(({ newSheet }) => newSheet);
      remains = before.filter((table, n) => table.cells === null && now.tables[n] === null && !isCleared(table)).map(({ name }) => name);
      if (isBack && sheets.length === 0) return { now };
      if (!way) break;
      const whose = (n: number): Whose => (isTaken ? 'ours if blank' : isElsewhere(now, n, before[n]!.newSheet) ? 'their table' : 'ours');
      // The last reading is outdated once this starts.
      last = null;
      const left = await withoutFilters(now.filteredTables, () => inExcel((context) => restore(context, before, now, whose, way), waiting));
      // It has read back what it wrote, so any difference by now is someone else's change.
      if (left.size === 0) return { now };
    } catch (error) {
      because = toExcelError(error);
    }
  }
  return { because, last, sheets: last ? sheets : [], remains };
}

/** Whether a table is on another sheet than the one we created, so that it's someone else's. */
const isElsewhere = ({ sheetsOf }: Standing, n: number, newSheet: string): boolean => sheetsOf[n] !== null && sheetsOf[n] !== newSheet;

/** Whether a table that existed is as it was, and nothing around it has moved away. */
const isAsBefore = (now: Standing, n: number, { cells, below, beside }: Pick<Before, 'cells' | 'below' | 'beside'>): boolean =>
  sameExactly(cells, now.tables[n]!) && now.below[n]! <= below && now.besides[n]!.columns <= beside.columns;

/** Whether a table is unchanged, with formulas compared exactly, since both were read from Excel. */
function sameExactly(was: TableCells | null, now: TableCells | null): boolean {
  const isSameLast = !was?.lastRow || !now?.lastRow || was.lastRow.every((cell, c) => cell === now.lastRow![c]);
  return (
    sameTable(was, now) &&
    isSameLast &&
    (!was ||
      was.formulas.every((row, r) =>
        row.every((cell, c) => was.unread?.includes(c) || !isFormulaAt(was, r, c) || cell === now!.formulas[r]![c]),
      ))
  );
}

/** Keeps what couldn't be restored, and returns an error that says so. */
function keep(
  before: readonly Before[],
  changes: readonly TableChange[],
  { last, sheets, remains }: Exclude<Outcome, { now: Standing }>,
  kind: ExcelError['kind'],
): ExcelError {
  const after = before.map((table) => ({ table, change: changes.find(({ design }) => design.name === table.name) }));
  const tables = after.flatMap(({ table, change }, n): UnrestoredTable[] => {
    const { name, design, cells, newSheet } = table;
    const now = last?.tables[n];
    if (cells === null) return now === null && !remains.includes(name) ? [] : [{ name, madeOn: newSheet, header: [], rows: [], added: 0 }];
    if (now && sameExactly(cells, now)) return [];
    const touched = change ? [...change.set.keys(), ...change.remove].sort((a, b) => a - b) : [...cells.values.keys()];
    return [
      {
        name,
        madeOn: null,
        header: cells.header,
        rows: touched.map((row) => formerRow(cells, design, row)),
        added: change?.add.length ?? 0,
      },
    ];
  });
  const known = before.map(({ cells, name }) => ({ cells, change: changes.find(({ design }) => design.name === name) }));
  const again: Unrestored['putBack'] = async (evenIfChanged = false) => {
    const now = await readStanding(before.map(({ asked }) => asked));
    if (!evenIfChanged && !known.every(({ cells, change }, n) => isOfOurs(now.tables[n]!, cells, change))) return 'changed since';
    const outcome = await bringBack(before, false);
    if (!('now' in outcome)) throw new ExcelError(outcome.because.kind, `Not everything could be put back yet. ${outcome.because.message}`);
    return 'put back';
  };
  const what = { tables, sheets };
  unrestored.add({ ...what, putBack: again });
  return new ExcelError(
    kind,
    `Excel stopped while writing, and not everything could be restored. Check ${describePlaces(what)}. The earlier values are kept above: choose Put back once Excel responds.`,
  );
}

/** Whether every row of a table was there before or is what we wrote, or a part of it. */
function isOfOurs(now: TableCells | null, was: TableCells | null, change: TableChange | undefined): boolean {
  if (!now) return was === null;
  const known = [...(was?.formulas ?? []), ...(change ? changed(was, change).formulas : [])];
  const isPart = (row: readonly CellContent[], whole: readonly CellContent[]): boolean =>
    row.every(
      (cell, c) =>
        cell === '' ||
        cell === whole[c] ||
        (typeof cell === 'string' && cell.startsWith('=')) ||
        now.unread?.includes(c) ||
        was?.unread?.includes(c),
    );
  // A row that Excel added, before ours was written to it.
  const isPlaceholder = (row: readonly CellContent[]): boolean =>
    row.every((cell) => cell === '' || cell === 0 || String(cell).startsWith('=')) && row.filter((cell) => cell === 0).length <= 1;
  return now.formulas.every((row) => isPlaceholder(row) || known.some((whole) => isPart(row, whole)));
}

/** Restores tables to an earlier state. Tables that didn't exist are deleted, with their sheets if those have nothing else. Returns our sheets that couldn't be deleted. */
async function restore(
  context: Excel.RequestContext,
  before: readonly Before[],
  now: Standing,
  whose: (n: number) => Whose,
  way: Way,
): Promise<Set<string>> {
  const { tables, worksheets } = context.workbook;
  const left = new Set<string>();
  const found = before.map((earlier, n) => {
    const table = tables.getItemOrNullObject(earlier.name);
    const range = table.getRange();
    const body = table.getDataBodyRange();
    const sheet = worksheets.getItemOrNullObject(earlier.newSheet);
    const used = sheet.getUsedRangeOrNullObject(true);
    const { columns, beside } = earlier;
    const besideNow = columns.length > 0 && beside.columns > 0 ? loadBeside(rowsOf(range, beside.rows)) : null;
    const named = earlier.naming === 'none' ? null : context.workbook.names.getItemOrNullObject(earlier.design.cellName!);
    named?.load('name');
    table.load('showTotals,showHeaders');
    body.load('rowCount');
    range.load('rowCount,rowIndex,columnCount,columnIndex');
    used.load('rowCount,rowIndex,columnCount,columnIndex');
    return { ...earlier, n, whose: whose(n), table, range, body, sheet, used, besideNow, named };
  });
  await context.sync();
  const batch = new Batch(context);
  const drop = (sheet: Excel.Worksheet, name: string): void => {
    if (way === WAYS[0]) sheet.delete();
    else {
      sheet.getRange().clear();
      left.add(name);
    }
  };
  // Formulas refer to tables that were created earlier, so tables are deleted in reverse order.
  for (const {
    n,
    cells,
    below,
    removed,
    columns,
    beside,
    besideNow,
    design,
    leftNeighbor,
    onSheetOf,
    newSheet,
    whose: made,
    table,
    range,
    body,
    sheet,
    used,
  } of found.reverse()) {
    if (cells) {
      if (!range.isNullObject && isAsBefore(now, n, { cells, below, beside })) continue;
      if (range.isNullObject) throw new ExcelError('gone', `The table ${design.name} is no longer in this workbook.`);
      const { header } = now.tables[n]!;
      const added = columns.map(({ name }) => name).filter((name) => header.includes(name) && !cells.header.includes(name));
      // Cells that were inserted to its right and never became part of it, and those left by columns that are cleared.
      const room = besideNow ? besideNow().columns - beside.columns + (way.takeOut === 'rows' ? added.length : 0) : 0;
      takeColumnsOut(table, added, way);
      if (room > 0 && way.takeOut !== 'blank') await closeRoom(context, table, beside.rows, room);
      const rows = cells.formulas.length;
      const there = body.rowCount;
      // Cells that were inserted below the table and never became part of it.
      const gap = now.below[n]! - below;
      if (gap > 0 && below > 0 && way.takeOut !== 'blank') await closeGap(context, table, gap);
      // Formulas that weren't read weren't changed either; only a row that is added again has none.
      const unreadCell = (row: number, column: number): NewCell | null => {
        // The first rows of a long column may have been read.
        if (isFormulaAt(cells, row, column)) return { formula: String(cells.formulas[row]![column]) };
        const known = row === rows - 1 ? cells.lastRow?.[column] : undefined;
        if (typeof known === 'string' && known.startsWith('=') && known !== cells.values[row]![column]) return { formula: known };
        if (known === '') return '';
        const formula = design.columns.find(({ name }) => name === cells.header[column])?.formula;
        if (formula === undefined) return cells.values[row]![column] === '' ? '' : null;
        return row >= there ? { formula } : null;
      };
      const stood = cells.formulas.map((row, r) =>
        row.map((cell, c) => (cells.unread?.includes(c) ? unreadCell(r, c) : asItStood(cells, r, c, cell))),
      );
      if (there < rows)
        batch.makeRoom(table, stood.slice(there), { hasTotals: table.showTotals, hidesHeader: !table.showHeaders }, way.makeRoom);
      if (there > rows && way.takeOut === 'cells') deleteRows(table, rows, there - rows);
      if (there > rows && way.takeOut === 'rows') for (let row = there - 1; row >= rows; row--) table.rows.getItemAt(row).delete();
      if (there > rows && way.takeOut === 'blank')
        table
          .getDataBodyRange()
          .getRow(rows)
          .getResizedRange(there - rows - 1, 0)
          .clear(Excel.ClearApplyTo.contents);
      // Whole rows inherit the formats of the row above.
      const fresh = Math.max(rows - there, Math.min(removed, rows));
      if (fresh > 0 && way.makeRoom === 'cells')
        batch.format(
          table
            .getDataBodyRange()
            .getRow(rows - fresh)
            .getResizedRange(fresh - 1, 0),
          design,
          cells.header,
        );
      batch.member = way.write;
      batch.setsFormats = way.setsFormats;
      await batch.putDiffering(
        table.getDataBodyRange(),
        stood.map((row, r) => (r < there ? differing(now.tables[n]!, r, row) : row)),
        design,
        cells,
      );
      continue;
    }
    // what is to the right of the existing table is only ours
    if (onSheetOf) {
      if (made !== 'ours' || sheet.isNullObject) continue;
      await deleteTables(context, sheet.getRangeByIndexes(headerRowOf(design), onSheetOf.column, 1, 1));
      sheet.getRangeByIndexes(0, onSheetOf.column, headerRowOf(design) + 2, design.columns.length).clear();
      continue;
    }
    // Its sheet is deleted with the table next to it.
    if (leftNeighbor !== null) {
      if (way !== WAYS[0] && !range.isNullObject && made === 'ours') table.delete();
      continue;
    }
    if (made !== 'ours') {
      if (!sheet.isNullObject && (used.isNullObject || made === 'their table')) drop(sheet, newSheet);
      continue;
    }
    const isOurs =
      used.isNullObject ||
      (used.rowIndex + used.rowCount <= (range.isNullObject ? headerRowOf(design) + 1 : range.rowIndex + range.rowCount) &&
        used.columnIndex === 0);
    const isWider =
      !used.isNullObject && !range.isNullObject && used.columnCount > range.columnIndex + range.columnCount + besideOf(design, before);
    if (!range.isNullObject && (way !== WAYS[0] || !isOurs || isWider)) table.delete();
    if (!sheet.isNullObject && isOurs && !isWider) drop(sheet, newSheet);
  }
  // Last, since a name whose cell is gone harms nothing.
  for (const { named, whose: made } of found) if (made === 'ours' && named && !named.isNullObject) named.delete();
  await batch.send();
  return left;
}

/** Deletes the table at a cell. It doesn't have our name if Excel stopped before naming it. */
async function deleteTables(context: Excel.RequestContext, cell: Excel.Range): Promise<void> {
  const tables = cell.getTables(false);
  tables.load('items/name');
  await context.sync();
  for (const table of tables.items) table.delete();
}

/** Removes columns that were added at the right end of a table. */
function takeColumnsOut(table: Excel.Table, names: readonly string[], { takeOut }: Way): void {
  if (names.length === 0) return;
  if (takeOut === 'cells') for (const name of names) table.columns.getItem(name).delete();
  if (takeOut === 'rows') {
    const added = table
      .getRange()
      .getLastColumn()
      .getOffsetRange(0, 1 - names.length)
      .getResizedRange(0, names.length - 1);
    table.resize(table.getRange().getResizedRange(0, -names.length));
    added.clear();
  }
}

/** The cells of a row to write. Unchanged cells aren't written, except formulas in a row with other changes. */
function differing(now: TableCells, row: number, stood: readonly (NewCell | null)[]): (NewCell | null)[] {
  const isFormula = (cell: NewCell | null): boolean => typeof cell === 'object' && cell !== null;
  // Formulas that weren't read are unknown.
  const holds = stood.map(
    (cell, column) =>
      row < now.formulas.length &&
      !now.unread?.includes(column) &&
      isFormulaAt(now, row, column) === isFormula(cell) &&
      stands(now.formulas[row]![column]!, cell),
  );
  const isTouched = stood.some((cell, column) => cell !== null && !holds[column]);
  return stood.map((cell, column) => (holds[column] && !(isTouched && isFormula(cell)) ? null : cell));
}

/** Deletes cells below a table if no one has written to them. */
async function closeGap(context: Excel.RequestContext, table: Excel.Table, gap: number): Promise<void> {
  const cells = table
    .getRange()
    .getLastRow()
    .getOffsetRange(1, 0)
    .getResizedRange(gap - 1, 0);
  cells.load('formulas');
  await context.sync();
  if (cells.formulas.every((row) => row.every((cell) => cell === ''))) cells.delete(Excel.DeleteShiftDirection.up);
}

/** Deletes cells to the right of a table if no one has written to them. */
async function closeRoom(context: Excel.RequestContext, table: Excel.Table, rows: number, columns: number): Promise<void> {
  const cells = rowsOf(table.getRange().getLastColumn().getOffsetRange(0, 1), rows).getResizedRange(0, columns - 1);
  cells.load('formulas');
  await context.sync();
  if (cells.formulas.every((row) => row.every((cell) => cell === ''))) cells.delete(Excel.DeleteShiftDirection.left);
}

/** The first rows of a range. */
const rowsOf = (range: Excel.Range, rows: number): Excel.Range => range.getRow(0).getResizedRange(rows - 1, 0);

/** The number of columns that a table created next to this one adds to their sheet. */
const besideOf = ({ name }: TableDesign, before: readonly Before[]): number =>
  sumOf(before, ({ design, leftNeighbor }) => (leftNeighbor !== null && design.beside === name ? 1 + design.columns.length : 0));

function asItStood(cells: TableCells, row: number, column: number, cell: CellContent): NewCell | null {
  if (isFormulaAt(cells, row, column)) return { formula: cell as string };
  // A typed error can't be distinguished from text or from a formula's error, so such a cell is left unchanged.
  return isErrorText(cell) ? null : cell;
}
