import { inExcel } from './excel';
import { readPieces } from './range-pieces';
import { Trouble } from './trouble';
import type { CellContent, SelectedReport } from './workbook';

/** The table the selected cell is in, the selected cells if they are several, or all that the sheet holds; its header first. */
export function selectedReport(): Promise<SelectedReport> {
  return inExcel(async (context) => {
    const selected = context.workbook.getSelectedRange();
    const { worksheet } = selected;
    const tables = selected.getTables(false);
    const used = worksheet.getUsedRangeOrNullObject(true);
    const within = used.getIntersectionOrNullObject(selected);
    worksheet.load('name');
    tables.load('items/name');
    selected.load('cellCount');
    used.load('address,rowCount,columnCount');
    within.load('address,rowCount,columnCount');
    await context.sync();

    const [table] = tables.items;
    let range = selected.cellCount !== 1 && !within.isNullObject ? within : used;
    let name = range.isNullObject ? '' : range.address;
    if (table) {
      range = table.getRange();
      name = table.name;
      range.load('rowCount,columnCount');
      await context.sync();
    }
    if (range.isNullObject) throw new Trouble('gone', `The sheet ${worksheet.name} is empty. Select a cell of the report, then try again.`);
    const cells: CellContent[][] = [];
    await readPieces(context, range, CELLS_AT_ONCE, 'values', (piece) => void cells.push(...(piece.values as CellContent[][])));
    return { name, cells };
  });
}

const CELLS_AT_ONCE = 60_000;
