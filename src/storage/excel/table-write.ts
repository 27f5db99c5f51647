import { Blocked, ConcurrentChange, ColumnFilled, isBlocked, isColumnTaken, isSheetTaken, SheetNameTaken } from './concurrent-change';
import { addCharts, everywhere, makeTable, offer, showMade } from './table-make';
import { loadTable, type Beside } from './table-read';
import { watchColumns, type ColumnWatch } from './column-watch';
import { addSheet } from './new-sheet';
import { noteMade } from './own-table-ids';
import { RULES_TABLE } from '../rules/rules-table';
import { bytesOf, isWords, placeholderOf, runsOf, sizeOf, stands, written } from '../new-cells';
import {
  isBlankTable,
  sameTable,
  withColumns,
  type ColumnDesign,
  type TableQuery,
  type NewCell,
  type NewRow,
  type TableCells,
  type TableChange,
  type TableDesign,
  type CellContent,
} from '../../records/table';
import { ExcelError, toExcelError } from '../excel-error';

/** A table before a change; for a new one, the sheet to create it on. */
export interface Before {
  name: string;
  asked: TableQuery;
  design: TableDesign;
  cells: TableCells | null;
  /** The number of rows in use below the table, in its columns. */
  below: number;
  /** What is to its right. */
  beside: Beside;
  /** The number of rows to remove. */
  removed: number;
  /** The columns to add. */
  columns: readonly ColumnDesign[];
  newSheet: string;
  /** The position of that sheet, once those before it in `changes` are there. */
  position: number;
  /** The index of the change that creates a table on the same sheet, to the left of this one; null if there is none. */
  leftNeighbor: number | null;
  /** For a new table on an existing table's sheet: that table and the first column to the right of everything there. */
  onSheetOf: { table: string; column: number } | null;
  /** What to do about the name of its first cell. */
  naming: 'none' | 'add' | 'replace';
}

/** Writes all changes, in requests of a size that Excel accepts. Each reads back what it wrote. */
export async function writeChanges(
  context: Excel.RequestContext,
  changes: readonly TableChange[],
  before: readonly Before[],
): Promise<void> {
  const batch = new Batch(context);
  const watches: (ColumnWatch | null)[] = [];
  for (const [n, change] of changes.entries()) {
    const { name, cells } = before[n]!;
    watches.push(cells && (await watchColumns(context, context.workbook.tables.getItem(name), cells, change)));
  }
  try {
    // Sheets are created first: if someone else has just created one of them, Excel stops there, and ours are still blank.
    const added = before.map(({ cells, newSheet, position, leftNeighbor, onSheetOf }) =>
      cells || leftNeighbor !== null || onSheetOf ? null : addSheet(context, newSheet, position),
    );
    // Formulas may refer to tables that come later, so all tables are created before anything is written.
    const made = changes.map(({ design, add }, n): Made | null => {
      const { cells, leftNeighbor, onSheetOf, naming } = before[n]!;
      if (cells) return null;
      const sheet = onSheetOf ? context.workbook.tables.getItem(onSheetOf.table).worksheet : added[leftNeighbor ?? n]!;
      const from = onSheetOf?.column ?? (leftNeighbor === null ? 0 : changes[leftNeighbor]!.design.columns.length + 1);
      const first = batch.pieceOf(add, 0);
      const table = makeTable(sheet, design, first.length, from);
      // the table of own rules stays unknown, so that the functions look at it
      if (design.name !== RULES_TABLE) batch.made(table);
      nameFirstCell(table, design, naming);
      return { first, table };
    });
    // Formulas may also refer to new columns of any table.
    for (const { name, columns, beside } of before)
      if (columns.length > 0) addColumns(context.workbook.tables.getItem(name), columns, beside);
    for (const [n, change] of changes.entries()) {
      await changeRows(context, batch, change, before[n]!, { made: made[n] ?? null, watch: watches[n]! });
    }
    for (const [n, change] of changes.entries()) await addRows(context, batch, change, before[n]!, made[n] ?? null);
    await batch.send();
  } catch (error) {
    if (isBlocked(error)) throw new Blocked('in the way', toExcelError(error).message);
    if (isColumnTaken(error))
      throw new ConcurrentChange(new Map(before.flatMap(({ name, cells, columns }) => (columns.length > 0 ? [[name, cells]] : []))));
    throw isSheetTaken(error) ? new SheetNameTaken() : error;
  }
  const designs = changes.flatMap(({ design }, n) => (before[n]!.cells === null ? [design] : []));
  await addCharts(context, designs);
  if (designs.length > 0) await showMade(context, designs);
  await widen(context, changes);
}

/** Sets the widths of new columns in existing tables. If Excel refuses, it does no harm. */
async function widen(context: Excel.RequestContext, changes: readonly TableChange[]): Promise<void> {
  const added = changes.flatMap(({ design, columns = [] }) => columns.map((column) => ({ table: design.name, ...column })));
  if (added.length === 0) return;
  for (const { table, name, width } of added)
    context.workbook.tables.getItem(table).columns.getItem(name).getRange().format.columnWidth = width;
  await context.sync().catch(() => undefined);
}

/** Names the first cell of a new table, before formulas that use the name are written. */
function nameFirstCell(table: Excel.Table, { cellName }: TableDesign, naming: Before['naming']): void {
  if (naming === 'none') return;
  const { names } = table.context.workbook;
  if (naming === 'replace') names.getItem(cellName!).delete();
  names.add(cellName!, table.getDataBodyRange().getCell(0, 0));
}

/** A new table and the rows it has room for. */
interface Made {
  table: Excel.Table;
  first: readonly NewRow[];
}

/**
 * Writes what depends on positions, in one request that first reads the table again, to detect changes by someone else. Rows
 * are removed from the end, so that earlier positions stay valid, and before any table gets new rows: if Excel refuses,
 * nothing needs to be removed again.
 */
async function changeRows(
  context: Excel.RequestContext,
  batch: Batch,
  { design, set, remove, columns = [] }: TableChange,
  { name, asked, cells: held }: Before,
  { made, watch }: { made: Made | null; watch: ColumnWatch | null },
): Promise<void> {
  const cells = held && withColumns(held, columns);
  batch.watch(name, made?.table ?? context.workbook.tables.getItem(name), asked, cells);
  if (!cells) return;
  const table = context.workbook.tables.getItem(name);
  batch.watchColumns(watch);
  // The row left in an emptied table may have lost its formats.
  if (isBlankTable(cells) && set.size > 0) batch.format(table.getDataBodyRange(), design, cells.header);
  for (const run of runsOf([...set.keys()]))
    await batch.put(
      table.getDataBodyRange(),
      run[0]!,
      run.map((row) => set.get(row)!),
      design,
      cells,
    );
  for (const run of runsOf(goesAtOnce(remove, cells)).reverse()) deleteRows(table, run[0]!, run.length);
}

/** Adds rows at the table's current end. If all rows are removed, the first is removed after others were added. */
async function addRows(
  context: Excel.RequestContext,
  batch: Batch,
  { design, add, remove, columns = [] }: TableChange,
  { name, cells: held }: Before,
  made: Made | null,
): Promise<void> {
  const cells = held && withColumns(held, columns);
  const { table, first } = made ?? { table: context.workbook.tables.getItem(name), first: batch.pieceOf(add, 0) };
  if (cells) batch.append(table, design, cells, first);
  else {
    await batch.put(table.getDataBodyRange(), 0, first, design, null);
    if (design.columns.some(({ wraps }) => wraps)) table.getDataBodyRange().format.autofitRows();
  }
  if (cells && remove.length > goesAtOnce(remove, cells).length) deleteRows(table, 0, 1);
  batch.columnsWritten(name);
  for (let from = first.length; from < add.length;) {
    await batch.sendIfFull();
    const piece = batch.pieceOf(add, from);
    batch.append(table, design, cells ?? { header: design.columns.map((column) => column.name) }, piece);
    from += piece.length;
  }
  await batch.sendIfFull();
}

/** The rows to remove before any are added. Excel keeps a row in every table, so if all are to be removed, the first stays for now. */
const goesAtOnce = (remove: readonly number[], { formulas }: TableCells): readonly number[] =>
  remove.length < formulas.length ? remove : remove.filter((row) => row > 0);

/** Collects rows to write, and sends them when there are enough for a request. */
export class Batch {
  /** The member that cells are written by. */
  member: 'formulas' | 'values' = 'formulas';
  /** Whether formats of cells are set as well. */
  setsFormats = true;
  private bytes = 0;
  private written: { range: Excel.Range; rows: readonly NewRow[] }[] = [];
  private watched: { name: string; cells: () => TableCells; expected: TableCells }[] = [];
  private newTables: Excel.Table[] = [];
  private columns: ColumnWatch[] = [];
  private columnsAgain: ColumnWatch[] = [];
  private rooms: { before: Excel.Range; after: Excel.Range; by: number }[] = [];
  private readonly found = new Map<string, TableCells | null>();

  constructor(private readonly context: Excel.RequestContext) {}

  /** Reads a table before anything else in the request. If it's too large to read again, it's assumed to be unchanged. */
  watch(name: string, table: Excel.Table, asked: TableQuery, expected: TableCells | null): void {
    this.found.set(name, expected);
    if (expected && bytesOf(expected.formulas) <= MAX_WATCHED) this.watched.push({ name, cells: loadTable(table, asked), expected });
  }

  /** Registers a table created in this request, to remember it as ours. */
  made(table: Excel.Table): void {
    table.load('id');
    this.newTables.push(table);
  }

  /** The rows from a position on that fit in this request; at least one. */
  pieceOf(rows: readonly NewRow[], from: number): readonly NewRow[] {
    let to = from;
    for (let size = 0; to < rows.length && (to === from || this.bytes + size < BYTES_AT_ONCE); to++) size += sizeOf(rows[to]!);
    return rows.slice(from, to);
  }

  /** Watches columns to which formulas are written, including rows that aren't written. */
  watchColumns(watch: ColumnWatch | null): void {
    if (!watch) return;
    watch.look();
    this.columns.push(watch);
  }

  /** Reads a table's watched columns again, after everything in the request is written. */
  columnsWritten(name: string): void {
    const written = this.columns.filter((watch) => watch.name === name);
    for (const watch of written) watch.lookAgain();
    this.columns = this.columns.filter((watch) => !written.includes(watch));
    this.columnsAgain.push(...written);
  }

  /** Adds rows to write, from an index below the header on. `held` is the table before; null for a new one. */
  async put(
    body: Excel.Range,
    first: number,
    rows: readonly NewRow[],
    { columns }: TableDesign,
    held: Pick<TableCells, 'header' | 'textColumns'> | null,
  ): Promise<void> {
    const formats =
      held?.header.map((name, index) => ({
        isText: held.textColumns?.includes(index) ?? false,
        design: columns.find((column) => column.name === name),
      })) ?? [];
    for (let from = 0; from < rows.length;) {
      const piece = this.pieceOf(rows, from);
      const range = body.getCell(first + from, 0).getResizedRange(piece.length - 1, piece[0]!.length - 1);
      // In a cell formatted as text, an apostrophe would be part of the text, and a formula or number would be text.
      if (this.setsFormats)
        setFormats(range, piece, (cell, column) => {
          const { isText = false, design } = formats[column] ?? {};
          if (isWords(cell)) return isText || (design && !design.format && design.formula === undefined) ? 'General' : null;
          return isText && cell !== null && cell !== '' ? (design?.format ?? 'General') : null;
        });
      this.write(range, piece, this.setsFormats ? [] : (held?.textColumns ?? []));
      if (this.setsFormats) setFormats(range, piece, (cell, column) => (isWords(cell) && formats[column]?.isText ? '@' : null));
      from += piece.length;
      await this.sendIfFull();
    }
  }

  /** Adds those of a table's rows that have a cell to write. */
  async putDiffering(body: Excel.Range, rows: readonly NewRow[], design: TableDesign, held: TableCells): Promise<void> {
    const differing = [...rows.keys()].filter((row) => rows[row]!.some((cell) => cell !== null));
    for (const run of runsOf(differing))
      await this.put(
        body,
        run[0]!,
        run.map((row) => rows[row]!),
        design,
        held,
      );
  }

  /** Adds rows to write after a table's last row, wherever that is when Excel runs the request. */
  append(
    table: Excel.Table,
    { columns }: TableDesign,
    held: Pick<TableCells, 'header' | 'hasTotals' | 'hidesHeader' | 'textColumns'>,
    rows: readonly NewRow[],
  ): void {
    if (rows.length === 0) return;
    this.makeRoom(table, rows, held);
    const room = table
      .getDataBodyRange()
      .getLastRow()
      .getOffsetRange(1 - rows.length, 0)
      .getResizedRange(rows.length - 1, 0);
    const ours = columns.flatMap((column) =>
      held.header.includes(column.name) ? [{ column, position: held.header.indexOf(column.name) }] : [],
    );
    // New cells inherit the format of the row above. In one formatted as text, a formula would be text, and an apostrophe part of it.
    for (const { column, position } of ours) room.getColumn(position).numberFormat = everywhere(column.format ?? 'General');
    for (const { column, position } of ours) offer(room.getColumn(position), column);
    this.write(room, rows);
    for (const { column, position } of ours)
      if (held.textColumns?.includes(position) && !column.format && column.formula === undefined)
        room.getColumn(position).numberFormat = everywhere('@');
  }

  /** Gives rows that are added again the formats of their columns. */
  format(room: Excel.Range, { columns }: TableDesign, header: readonly string[]): void {
    for (const { name, format } of columns) {
      const column = header.indexOf(name);
      if (column >= 0 && format) room.getColumn(column).numberFormat = everywhere(format);
    }
  }

  /** Adds room for rows at a table's end; what is below moves down. */
  makeRoom(
    table: Excel.Table,
    rows: readonly NewRow[],
    { hasTotals, hidesHeader }: Pick<TableCells, 'hasTotals' | 'hidesHeader'>,
    by: 'cells' | 'rows' = 'cells',
  ): void {
    if (hasTotals || hidesHeader || by === 'rows') {
      // It isn't documented that such a table can be resized, so this adds rows. An empty row may be left outside the table (office-js issue 3191).
      const before = table.getDataBodyRange();
      before.load('rowCount');
      table.rows.add(undefined, rows.map(placeholderOf) as never);
      const grown = table.getDataBodyRange();
      grown.load('rowCount');
      this.rooms.push({ before, after: grown, by: rows.length });
      return;
    }
    // Not rows.add, which damages the table if two people add rows at the same time (office-js issue 3013).
    table
      .getDataBodyRange()
      .getLastRow()
      .getOffsetRange(1, 0)
      .getResizedRange(rows.length - 1, 0)
      .insert(Excel.InsertShiftDirection.down);
    table.resize(table.getRange().getResizedRange(rows.length, 0));
  }

  /** Sends what was collected if it's enough for a request. */
  async sendIfFull(): Promise<void> {
    if (this.bytes >= BYTES_AT_ONCE) await this.send();
  }

  /** Sends what was collected, and checks that it was written and that no one else changed the table. */
  async send(): Promise<void> {
    await this.context.sync();
    for (const { id } of this.newTables) noteMade(id);
    this.newTables = [];
    let isCrossed = false;
    for (const { name, cells, expected } of this.watched) {
      this.found.set(name, cells());
      isCrossed ||= !sameTable(cells(), expected);
    }
    if (isCrossed) throw new ConcurrentChange(this.found);
    if (this.rooms.some(({ before, after, by }) => after.rowCount !== before.rowCount + by)) throw new ExcelError('unknown', NOT_KEPT);
    for (const watch of this.columnsAgain) await watch.readRest();
    const filled = this.columnsAgain.filter((watch) => watch.isFilled());
    if (filled.length > 0) throw new ColumnFilled(new Map(filled.map(({ name, before }) => [name, before()])), filled[0]!.sentence());
    for (const { range, rows } of this.written) {
      if (!rows.every((row, r) => row.every((cell, c) => stands(range.formulas[r]![c] as CellContent, cell)))) {
        throw new ExcelError('unknown', NOT_KEPT);
      }
      range.untrack();
    }
    this.written = [];
    this.watched = [];
    this.columnsAgain = [];
    this.rooms = [];
    this.bytes = 0;
  }

  private write(range: Excel.Range, rows: readonly NewRow[], asTyped: readonly number[] = []): void {
    if (this.bytes === 0) this.context.workbook.application.suspendApiCalculationUntilNextSync();
    range[this.member] = rows.map((row) =>
      row.map((cell, column) => (asTyped.includes(column) && typeof cell === 'string' && !cell.startsWith('=') ? cell : written(cell))),
    );
    range.load('formulas');
    this.written.push({ range, rows });
    this.bytes += bytesOf(rows);
  }
}

/**
 * Adds columns at the right end of a table. What people keep to the right of it moves aside first: nothing documents
 * whether Excel does that itself, or takes those cells into the table.
 */
function addColumns(table: Excel.Table, columns: readonly ColumnDesign[], beside: Beside): void {
  if (beside.columns > 0)
    table
      .getRange()
      .getLastColumn()
      .getOffsetRange(0, 1)
      .getResizedRange(0, columns.length - 1)
      .insert(Excel.InsertShiftDirection.right);
  for (const column of columns) {
    const body = table.columns.add(undefined, undefined, column.name).getDataBodyRange();
    // The cells inherit the formats of the column to their left.
    body.numberFormat = everywhere(column.format ?? 'General');
    offer(body, column);
  }
}

/** Sets number formats of cells; null leaves a format unchanged. */
function setFormats(range: Excel.Range, rows: readonly NewRow[], formatOf: (cell: NewCell | null, column: number) => string | null): void {
  const formats = rows.map((row) => row.map(formatOf));
  if (formats.some((row) => row.some((cell) => cell !== null))) range.numberFormat = formats;
}

/** Deletes rows of a table; what is below moves up. rows.deleteRowsAt only exists in Excel on the web, and in a filtered table no row is deleted (office-js issue 994). */
export function deleteRows(table: Excel.Table, first: number, count: number): void {
  table
    .getDataBodyRange()
    .getRow(first)
    .getResizedRange(count - 1, 0)
    .delete(Excel.DeleteShiftDirection.up);
}

/** Excel on the web accepts 5 MB. Chinese text takes three bytes per character, and the answer repeats what was written. */
const BYTES_AT_ONCE = 2_500_000;
/** What a request may read in addition to what it writes. */
const MAX_WATCHED = 1_000_000;
const NOT_KEPT = "Excel didn't keep everything that was written, so all changes were undone.";
