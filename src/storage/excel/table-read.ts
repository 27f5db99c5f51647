import { inExcel, type BatchOptions } from './run';
import { loadFilter } from './filters';
import { readPieces } from './range-pieces';
import { nameOf, type TableQuery, type TableCells, type CellContent } from '../../records/table';
import { toExcelError } from '../excel-error';

/** The current tables, and what else must be known before changing one. */
export interface Standing {
  tables: (TableCells | null)[];
  /** The number of rows in use below each table, in its columns. */
  below: number[];
  /** The number of rows of each table, with header and totals, and the number of columns in use to its right, in those rows. */
  besides: Beside[];
  /** The first column of each table's sheet to the right of everything in use. */
  freeColumns: number[];
  /** The names of the workbook; true for those with a cell that no longer exists. */
  names: ReadonlyMap<string, boolean>;
  /** The sheets that the tables are on. */
  sheetsOf: (string | null)[];
  protectedTables: string[];
  filteredTables: string[];
  sheets: string[];
  /** Whether the workbook's structure is protected, so that no sheets can be added. */
  isClosed: boolean;
}

/** The columns in use to the right of a table, in its rows. */
export interface Beside {
  rows: number;
  columns: number;
}

/** The tables with these names, null where there is none. One round trip, unless they're very large. */
export const readTables = (asked: readonly TableQuery[]): Promise<(TableCells | null)[]> =>
  inOneRequest(
    () =>
      inExcel(async (context) => {
        const found = asked.map((query) => {
          const table = context.workbook.tables.getItemOrNullObject(nameOf(query));
          table.load('name');
          return { table, cells: loadTable(table, query) };
        });
        await context.sync();
        return found.map(({ table, cells }) => (table.isNullObject ? null : cells()));
      }),
    () => inPieces(asked),
  );

/** Reads everything about tables in one round trip, unless they're very large. */
export async function readStanding(asked: readonly TableQuery[], options: BatchOptions = {}): Promise<Standing> {
  const standing: Standing = {
    tables: [],
    below: [],
    besides: [],
    freeColumns: [],
    names: new Map(),
    sheetsOf: [],
    protectedTables: [],
    filteredTables: [],
    sheets: [],
    isClosed: false,
  };
  const look = (withCells: boolean): Promise<void> =>
    inExcel(async (context) => {
      const { worksheets, names, protection: structure } = context.workbook;
      worksheets.load('items/name');
      names.load('items/name,items/value');
      structure.load('protected');
      const found = asked.map((query) => {
        const table = context.workbook.tables.getItemOrNullObject(nameOf(query));
        const { worksheet } = table;
        const { protection } = worksheet;
        worksheet.load('name');
        protection.load('protected');
        table.load('name');
        return {
          name: nameOf(query),
          table,
          worksheet,
          protection,
          isFiltered: loadFilter(table),
          below: loadBelow(table),
          beside: loadBeside(table.getRange()),
          freeColumn: loadFreeColumn(worksheet),
          cells: withCells ? loadTable(table, query) : null,
        };
      });
      await context.sync();
      standing.isClosed = structure.protected;
      standing.sheets = worksheets.items.map(({ name }) => name);
      standing.names = new Map(names.items.map(({ name, value }) => [name.toLowerCase(), String(value).includes('#REF!')]));
      standing.freeColumns = found.map(({ table, freeColumn }) => (table.isNullObject ? 0 : freeColumn()));
      standing.sheetsOf = found.map(({ table, worksheet }) => (table.isNullObject ? null : worksheet.name));
      standing.below = found.map(({ table, below }) => (table.isNullObject ? 0 : below()));
      standing.besides = found.map(({ table, beside }) => (table.isNullObject ? { rows: 0, columns: 0 } : beside()));
      for (const { name, table, protection, isFiltered, cells } of found) {
        if (!table.isNullObject && protection.protected) standing.protectedTables.push(name);
        if (!table.isNullObject && isFiltered()) standing.filteredTables.push(name);
        if (cells) standing.tables.push(table.isNullObject ? null : cells());
      }
    }, options);
  await inOneRequest(
    () => look(true),
    async () => {
      await look(false);
      standing.tables = await inPieces(asked);
    },
  );
  return standing;
}

/** Reads at once, or another way if that's more than Excel answers in one request. */
async function inOneRequest<T>(read: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (toExcelError(error).kind !== 'too large') throw error;
    return otherwise();
  }
}

async function inPieces(asked: readonly TableQuery[]): Promise<(TableCells | null)[]> {
  const tables: (TableCells | null)[] = [];
  for (const query of asked) tables.push(await readInPieces(nameOf(query)));
  return tables;
}

// Callers sync before they call the function that loadTable returns, which the rule can't detect.
/* eslint-disable office-addins/call-sync-after-load */
/**
 * Requests a table's cells; the returned function has them after the sync. The totals row isn't included, and columns have
 * names even if the header is hidden.
 */
export function loadTable(table: Excel.Table, asked: TableQuery): () => TableCells {
  const frame = loadFrame(table);
  const body = table.getDataBodyRange();
  if (typeof asked === 'string') {
    body.load('values,formulas');
    return () => ({ ...frame(), values: body.values as CellContent[][], formulas: body.formulas as CellContent[][] });
  }
  body.load('values');
  const last = body.getLastRow();
  last.load('formulas');
  const columns = asked.formulasIn.map((name) => formulasOf(table, name));
  return () => ({ ...partlyRead(frame(), body.values as CellContent[][], columns), lastRow: last.formulas[0] as CellContent[] });
}

type Frame = Omit<TableCells, 'values' | 'formulas'>;

/** Requests everything about a table except its cells. */
function loadFrame(table: Excel.Table): () => Frame {
  table.load('showTotals,showHeaders');
  table.columns.load('items/name');
  const last = table.getDataBodyRange().getLastRow();
  last.load('numberFormat');
  return () => ({
    header: table.columns.items.map(({ name }) => name),
    hasTotals: table.showTotals,
    hidesHeader: !table.showHeaders,
    textColumns: (last.numberFormat[0] as string[]).flatMap((format, index) => (format === '@' ? [index] : [])),
  });
}
/* eslint-enable office-addins/call-sync-after-load */

/** Requests the number of rows in use below a table, in its columns. */
function loadBelow(table: Excel.Table): () => number {
  const range = table.getRange();
  const used = range.getEntireColumn().getUsedRangeOrNullObject(true);
  range.load('rowIndex,rowCount');
  used.load('rowIndex,rowCount');
  // eslint-disable-next-line office-addins/call-sync-after-load -- called once the request is answered
  return () => (used.isNullObject ? 0 : Math.max(0, used.rowIndex + used.rowCount - range.rowIndex - range.rowCount));
}

// These functions return what is called once the request is answered, which the rule can't detect.
/* eslint-disable office-addins/call-sync-after-load */
/** Requests the number of columns in use to the right of a range, in its rows. */
export function loadBeside(range: Excel.Range): () => Beside {
  const used = range.getEntireRow().getUsedRangeOrNullObject(true);
  range.load('rowCount,columnIndex,columnCount');
  used.load('columnIndex,columnCount');
  return () => ({
    rows: range.rowCount,
    columns: used.isNullObject ? 0 : Math.max(0, used.columnIndex + used.columnCount - range.columnIndex - range.columnCount),
  });
}

function loadFreeColumn(sheet: Excel.Worksheet): () => number {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('columnIndex,columnCount');
  return () => (used.isNullObject ? 0 : used.columnIndex + used.columnCount);
}
/* eslint-enable office-addins/call-sync-after-load */

/** Reads a table that's too large for one request. */
function readInPieces(name: string): Promise<TableCells | null> {
  return inExcel(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    const frame = loadFrame(table);
    const body = table.getDataBodyRange();
    body.load('rowCount,columnCount');
    await context.sync();
    if (table.isNullObject) return null;
    const values: CellContent[][] = [];
    const formulas: CellContent[][] = [];
    await readPieces(context, body, CELLS_AT_ONCE, 'values,formulas', (piece) => {
      values.push(...(piece.values as CellContent[][]));
      formulas.push(...(piece.formulas as CellContent[][]));
    });
    return { ...frame(), values, formulas };
  });
}

interface ColumnFormulas {
  name: string;
  range: Excel.Range;
}

function formulasOf(table: Excel.Table, name: string): ColumnFormulas {
  const range = table.columns.getItemOrNullObject(name).getDataBodyRange();
  range.load('formulas');
  return { name, range };
}

function partlyRead(frame: Frame, values: CellContent[][], columns: readonly ColumnFormulas[]): TableCells {
  const formulas = values.map((row) => [...row]);
  const unread = new Set(frame.header.keys());
  for (const { name, range } of columns) {
    const column = range.isNullObject ? -1 : frame.header.indexOf(name);
    if (column < 0) continue;
    unread.delete(column);
    range.formulas.forEach(([cell], row) => (formulas[row]![column] = cell as CellContent));
  }
  return { ...frame, values, formulas, unread: [...unread] };
}

const CELLS_AT_ONCE = 40_000;
