import { inExcel } from './run';
import { readPieces } from './range-pieces';
import type { CellContent } from '../../records/table';
import type { SheetCells } from '../frozen/sheet-cells';

/** All cells in use, and where the tables are. Three round trips, and one more for each further 40,000 cells. */
export const readSheetCells = (): Promise<SheetCells[]> =>
  inExcel(
    async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.load('items/name,items/protection/protected');
      tables.load('items/name,items/columns/items/name,items/worksheet/name');
      await context.sync();
      const bodies = tables.items.map((table) => {
        const body = table.getDataBodyRange();
        body.load('rowIndex,columnIndex,rowCount');
        return { table, body };
      });
      const found = worksheets.items.map((sheet) => {
        const used = sheet.getUsedRangeOrNullObject(true);
        used.load('rowIndex,columnIndex,rowCount,columnCount');
        return { sheet, used };
      });
      await context.sync();
      const all: SheetCells[] = [];
      for (const { sheet, used } of found) {
        const values: CellContent[][] = [];
        const formulas: CellContent[][] = [];
        if (!used.isNullObject)
          await readPieces(context, used, CELLS_AT_ONCE, 'values,formulas', (piece) => {
            values.push(...(piece.values as CellContent[][]));
            formulas.push(...(piece.formulas as CellContent[][]));
          });
        all.push({
          sheet: sheet.name,
          isProtected: sheet.protection.protected,
          row: used.isNullObject ? 0 : used.rowIndex,
          column: used.isNullObject ? 0 : used.columnIndex,
          values,
          formulas,
          tables: bodies
            .filter(({ table }) => table.worksheet.name === sheet.name)
            .map(({ table, body }) => ({
              name: table.name,
              header: table.columns.items.map(({ name }) => name),
              row: body.rowIndex,
              column: body.columnIndex,
              rows: body.rowCount,
            })),
        });
      }
      return all;
    },
    { waitForEdit: true },
  );

const CELLS_AT_ONCE = 40_000;
