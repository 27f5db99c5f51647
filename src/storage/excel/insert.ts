import { plural } from '../../domain/text/plural';
import { inExcel } from './run';
import { inSelection } from './selection';
import { cellAddress, splitAddress } from './split-address';
import { ExcelError, toExcelError } from '../excel-error';
import type { Inserted, Insertion } from '../workbook';
import type { CellContent } from '../../records/table';

/**
 * Writes a formula to the selected cell, after checking the cell and where its result will spill. `formatDates` gives cells
 * with dates a date format, for hosts where results have none.
 */
export function insertFormula(insertion: Insertion, formatDates: boolean): Promise<Inserted> {
  return inSelection(async (context) => {
    const { formula, rows, columns, dates = [], replace = false } = insertion;
    const cell = context.workbook.getActiveCell();
    cell.load('address,rowIndex,columnIndex');
    const tables = cell.getTables(false).getCount();
    cell.worksheet.tables.load('items/name');
    cell.worksheet.protection.load('protected');
    const room = cell.getResizedRange(rows - 1, columns - 1);
    room.load('formulas,text,numberFormat');
    try {
      await context.sync();
    } catch (error) {
      const outside = (error as { code?: string }).code === 'InvalidArgument';
      if (outside) return { outcome: 'no room', address: 'the selected cell', blockedBy: "the sheet's edge" };
      throw error;
    }
    const address = cell.address.slice(cell.address.lastIndexOf('!') + 1);
    const near = tables.value > 0 || cell.worksheet.tables.items.length === 0 ? null : await tableBeside(context, cell);
    if (near) return { outcome: 'beside a table', address, ...near };
    const held = String(room.formulas[0]![0]);
    if (held !== '' && !replace) return { outcome: 'occupied', address, holds: room.text[0]![0] || held };
    if (rows * columns === 1 && tables.value > 0) await demandNoFill(context, cell);
    if (rows * columns > 1) {
      if (tables.value > 0) return { outcome: 'in a table', address };
      const blocker = firstHeld(room.formulas);
      if (blocker)
        return { outcome: 'no room', address, blockedBy: cellAddress(cell.rowIndex + blocker[0], cell.columnIndex + blocker[1]) };
    }
    cell.formulas = [[formula]];
    if (formatDates) {
      for (const [row, column] of dates) {
        if (room.numberFormat[row]?.[column] === 'General') cell.getOffsetRange(row, column).numberFormat = [['yyyy-mm-dd']];
      }
    }
    try {
      await context.sync();
    } catch (error) {
      await putCellBack(
        cell.address,
        room.formulas[0]![0] as CellContent,
        (formatDates ? dates : []).map(([row, column]) => [row, column, String(room.numberFormat[row]![column])]),
      );
      if ((error as { code?: string }).code === 'InvalidArgument') throw new ExcelError('refused');
      const trouble = toExcelError(error);
      throw trouble.kind === 'no permission' && cell.worksheet.protection.protected ? new ExcelError('protected') : trouble;
    }
    return { outcome: 'inserted', address };
  });
}

/** Refuses to write in a table where Excel would copy the formula to other cells of the column, which it does silently for blank cells and other formulas. */
async function demandNoFill(context: Excel.RequestContext, cell: Excel.Range): Promise<void> {
  const table = cell.getTables(false).getFirst();
  const column = table.getDataBodyRange().getIntersectionOrNullObject(cell.getEntireColumn());
  const ownCell = column.getIntersectionOrNullObject(cell);
  table.load('name');
  column.load('formulas,values,rowIndex');
  ownCell.load('address');
  await context.sync();
  if (column.isNullObject || ownCell.isNullObject) return;
  const filled = column.formulas.filter(
    ([formula], row) =>
      column.rowIndex + row !== cell.rowIndex &&
      (formula === '' || (String(formula).startsWith('=') && formula !== column.values[row]![0])),
  ).length;
  if (filled === 0) return;
  throw new ExcelError(
    'in the way',
    `${splitAddress(cell.address).cell} is in the table ${table.name}, and Excel would copy the formula into ${plural(filled, 'other cell')} of its column. Nothing was written. To fill the column, copy the formula and paste it there; for one result, select a cell outside the table.`,
  );
}

/** The table directly above a cell or to its left, which Excel would extend by what is written to the cell. */
async function tableBeside(context: Excel.RequestContext, cell: Excel.Range): Promise<{ table: string; side: 'below' | 'right' } | null> {
  const sides = [
    ...(cell.rowIndex > 0 ? [{ side: 'below' as const, tables: cell.getOffsetRange(-1, 0).getTables(false) }] : []),
    ...(cell.columnIndex > 0 ? [{ side: 'right' as const, tables: cell.getOffsetRange(0, -1).getTables(false) }] : []),
  ];
  for (const { tables } of sides) tables.load('items/name');
  await context.sync();
  for (const { side, tables } of sides) if (tables.items[0]) return { table: tables.items[0].name, side };
  return null;
}

/** After a failure: restores a cell, and the formats of the cells of its result. */
async function putCellBack(
  address: string,
  held: CellContent,
  formats: readonly (readonly [row: number, column: number, format: string])[],
): Promise<void> {
  const { sheet, cell } = splitAddress(address);
  const isAsItWas = await inExcel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
    range.load('formulas');
    await context.sync();
    return range.formulas[0]![0] === held;
  }).catch(() => false);
  // The formula was written first; if Excel refused it, nothing followed.
  if (isAsItWas) return;
  // In one request, since its answer may be lost and nothing more can be requested then.
  const write = (): Promise<void> =>
    inExcel(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
      range.formulas = [[typeof held === 'string' && held !== '' && !held.startsWith('=') ? `'${held}` : held]];
      for (const [row, column, format] of formats) range.getOffsetRange(row, column).numberFormat = [[format]];
      await context.sync();
    });
  await write()
    .catch(write)
    .catch(() => {
      throw new ExcelError(
        'unknown',
        `Excel stopped in the middle of writing. Look at ${address}: it held ${held === '' ? 'nothing' : String(held)}, and may hold the new formula by now.`,
      );
    });
}

/** The first cell of a spill, other than the formula's own, that isn't blank. */
function firstHeld(formulas: readonly (readonly unknown[])[]): [row: number, column: number] | null {
  for (const [row, cells] of formulas.entries()) {
    for (const [column, held] of cells.entries()) {
      if ((row > 0 || column > 0) && held !== '') return [row, column];
    }
  }
  return null;
}
