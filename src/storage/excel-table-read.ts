import { inExcel, type BatchOptions } from './excel';
import { loadFilter } from './excel-filters';
import { readPieces } from './range-pieces';
import { nameOf, type Asked, type TableCells } from './tables';
import { troubleOf } from './trouble';
import type { CellContent } from './workbook';

/** Tables as they stand, and what else must be known before one is changed. */
export interface Standing {
  tables: (TableCells | null)[];
  /** The sheets the tables stand on. */
  sheetsOf: (string | null)[];
  protectedTables: string[];
  filteredTables: string[];
  sheets: string[];
}

/** Tables of these names, null where there is none. */
export const readTables = async (asked: readonly Asked[]): Promise<(TableCells | null)[]> => (await readStanding(asked)).tables;

/** Everything about tables in one round trip, unless they are very large. */
export async function readStanding(asked: readonly Asked[], options: BatchOptions = {}): Promise<Standing> {
  const standing: Standing = { tables: [], sheetsOf: [], protectedTables: [], filteredTables: [], sheets: [] };
  const look = (withCells: boolean): Promise<void> =>
    inExcel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      const found = asked.map((one) => {
        const table = context.workbook.tables.getItemOrNullObject(nameOf(one));
        const { worksheet } = table;
        const { protection } = worksheet;
        worksheet.load('name');
        protection.load('protected');
        table.load('name');
        return { name: nameOf(one), table, worksheet, protection, isFiltered: loadFilter(table), cells: withCells ? loadTable(table, one) : null };
      });
      await context.sync();
      standing.sheets = worksheets.items.map(({ name }) => name);
      standing.sheetsOf = found.map(({ table, worksheet }) => (table.isNullObject ? null : worksheet.name));
      for (const { name, table, protection, isFiltered, cells } of found) {
        if (!table.isNullObject && protection.protected) standing.protectedTables.push(name);
        if (!table.isNullObject && isFiltered()) standing.filteredTables.push(name);
        if (cells) standing.tables.push(table.isNullObject ? null : cells());
      }
    }, options);
  try {
    await look(true);
  } catch (error) {
    if (troubleOf(error).kind !== 'too large') throw error;
    await look(false);
    for (const one of asked) standing.tables.push(await readInPieces(nameOf(one)));
  }
  return standing;
}

// What loadTable gives back is called after the caller has synced, which the rule cannot see.
/* eslint-disable office-addins/call-sync-after-load */
/** Asks for a table's cells within a request; what is given back has them once it is answered. */
export function loadTable(table: Excel.Table, asked: Asked): () => TableCells {
  const range = table.getRange();
  if (typeof asked === 'string') {
    range.load('values,formulas');
    return () => cellsOf(range.values as CellContent[][], range.formulas as CellContent[][]);
  }
  range.load('values');
  const columns = asked.formulasIn.map((name) => formulasOf(table, name));
  return () => partlyRead(range.values as CellContent[][], columns);
}
/* eslint-enable office-addins/call-sync-after-load */

/** More than Excel hands over at once: piece by piece. */
function readInPieces(name: string): Promise<TableCells | null> {
  return inExcel(async (context) => {
    const range = context.workbook.tables.getItemOrNullObject(name).getRange();
    range.load('rowCount,columnCount');
    await context.sync();
    if (range.isNullObject) return null;
    const values: CellContent[][] = [];
    const formulas: CellContent[][] = [];
    await readPieces(context, range, CELLS_AT_ONCE, 'values,formulas', (piece) => {
      values.push(...(piece.values as CellContent[][]));
      formulas.push(...(piece.formulas as CellContent[][]));
    });
    return cellsOf(values, formulas);
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

function partlyRead([header = [], ...values]: CellContent[][], columns: readonly ColumnFormulas[]): TableCells {
  const formulas = values.map((row) => [...row]);
  const unread = new Set(header.keys());
  for (const { name, range } of columns) {
    const at = range.isNullObject ? -1 : header.indexOf(name);
    if (at < 0) continue;
    unread.delete(at);
    range.formulas.forEach(([cell], row) => (formulas[row]![at] = cell as CellContent));
  }
  return { header: header.map(String), values, formulas, unread: [...unread] };
}

const cellsOf = ([header = [], ...values]: CellContent[][], [, ...formulas]: CellContent[][]): TableCells => ({ header: header.map(String), values, formulas });

const CELLS_AT_ONCE = 40_000;
