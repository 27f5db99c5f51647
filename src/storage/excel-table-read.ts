import { inExcel, type BatchOptions } from './excel';
import { readPieces } from './range-pieces';
import type { TableCells } from './tables';
import { troubleOf } from './trouble';
import type { CellContent } from './workbook';

/** Tables as they stand, and what else must be known before one is changed. */
export interface Standing {
  tables: (TableCells | null)[];
  protectedTables: string[];
  sheets: string[];
}

/** Tables of these names, null where there is none. */
export const readTables = async (names: readonly string[]): Promise<(TableCells | null)[]> => (await readStanding(names)).tables;

/** Everything about tables in one round trip, unless they are very large. */
export async function readStanding(names: readonly string[], options: BatchOptions = {}): Promise<Standing> {
  const standing: Standing = { tables: [], protectedTables: [], sheets: [] };
  const look = (withCells: boolean): Promise<void> =>
    inExcel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      const found = names.map((name) => {
        const table = context.workbook.tables.getItemOrNullObject(name);
        const { protection } = table.worksheet;
        const range = table.getRange();
        protection.load('protected');
        if (withCells) range.load('values,formulas');
        else range.load('rowCount');
        return { name, protection, range };
      });
      await context.sync();
      standing.sheets = worksheets.items.map(({ name }) => name);
      for (const { name, protection, range } of found) {
        if (!range.isNullObject && protection.protected) standing.protectedTables.push(name);
        if (withCells) standing.tables.push(range.isNullObject ? null : cellsOf(range.values as CellContent[][], range.formulas as CellContent[][]));
      }
    }, options);
  try {
    await look(true);
  } catch (error) {
    if (troubleOf(error).kind !== 'too large') throw error;
    await look(false);
    for (const name of names) standing.tables.push(await readInPieces(name));
  }
  return standing;
}

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

const cellsOf = ([header = [], ...values]: CellContent[][], [, ...formulas]: CellContent[][]): TableCells => ({ header: header.map(String), values, formulas });

const CELLS_AT_ONCE = 40_000;
