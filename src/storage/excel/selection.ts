import { inExcel } from './run';
import { readPieces } from './range-pieces';
import { ExcelError, toExcelError } from '../excel-error';
import type { SelectedReport } from '../workbook';
import type { CellContent } from '../../records/table';

/** The table of the selected cell; or the selected cells if there are several; or the sheet's used range. The header is first. */
export function selectedReport(): Promise<SelectedReport> {
  return inSelection(async (context) => {
    const selected = context.workbook.getSelectedRange();
    const { worksheet } = selected;
    const tables = selected.getTables(false);
    const used = worksheet.getUsedRangeOrNullObject(true);
    const within = used.getIntersectionOrNullObject(selected);
    worksheet.load('name');
    tables.load('items/name');
    selected.load('cellCount');
    used.load('address,rowCount,columnCount,rowHidden');
    within.load('address,rowCount,columnCount,rowHidden');
    await context.sync();

    const [table] = tables.items;
    let range = selected.cellCount !== 1 && !within.isNullObject ? within : used;
    let name = range.isNullObject ? '' : range.address;
    if (table) {
      // Without the totals row, which isn't part of the report; columns have names even if the header is hidden.
      range = table.getDataBodyRange();
      name = table.name;
      range.load('rowCount,columnCount,rowHidden');
      table.columns.load('items/name');
      await context.sync();
    }
    if (range.isNullObject)
      throw new ExcelError('gone', `The sheet ${worksheet.name} is empty. Select a cell of the report, then try again.`);
    const cells: CellContent[][] = table ? [table.columns.items.map((column) => column.name)] : [];
    await readPieces(context, range, CELLS_AT_ONCE, 'values', (piece) => void cells.push(...(piece.values as CellContent[][])));
    return { name, cells, hiddenRows: await hiddenRows(context, range, !table) };
  });
}

/** How many rows of a range are hidden, not counting its header row if it has one. */
async function hiddenRows(context: Excel.RequestContext, range: Excel.Range, hasHeader: boolean): Promise<number | 'some'> {
  // Excel says null if only some rows are hidden, which the types don't know.
  const areHidden = range.rowHidden as boolean | null;
  if (areHidden !== null) return areHidden ? range.rowCount - Number(hasHeader) : 0;
  const first = range.getRow(0);
  const visible = range.getVisibleView();
  first.load('rowHidden');
  visible.load('rowCount');
  try {
    await context.sync();
  } catch {
    // the report itself was read
    return 'some';
  }
  return range.rowCount - visible.rowCount - Number(hasHeader && first.rowHidden);
}

/** Runs a batch that needs the selection. If the selection isn't one block of cells, the error says what is selected. */
export async function inSelection<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await inExcel(batch);
  } catch (error) {
    const trouble = toExcelError(error);
    throw trouble.kind === 'no selection' ? ((await chartTrouble()) ?? (await areasTrouble()) ?? trouble) : trouble;
  }
}

// Separate requests, since Excel may refuse one of them depending on the selection.
const chartTrouble = (): Promise<ExcelError | null> =>
  unlessRefused(async (context) => {
    const chart = context.workbook.getActiveChartOrNullObject();
    chart.load('name');
    await context.sync();
    return chart.isNullObject ? null : new ExcelError('no selection', 'A chart is selected. Select a cell, then try again.');
  });

const areasTrouble = (): Promise<ExcelError | null> =>
  unlessRefused(async (context) => {
    const areas = context.workbook.getSelectedRanges();
    areas.load('areaCount');
    await context.sync();
    return areas.areaCount > 1
      ? new ExcelError('no selection', 'Several areas are selected. Select one block of cells, then try again.')
      : null;
  });

const unlessRefused = (batch: (context: Excel.RequestContext) => Promise<ExcelError | null>): Promise<ExcelError | null> =>
  inExcel(batch).catch(() => null);

const CELLS_AT_ONCE = 60_000;
