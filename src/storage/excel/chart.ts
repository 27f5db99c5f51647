import { CHART_TABLE, chartChange } from '../funds/chart-table';
import { inExcel } from './run';
import { bringToFront } from './show';
import { addChart } from './table-make';
import { excelTables } from './tables';
import { ExcelError } from '../excel-error';
import type { CoopChart } from '../workbook';

/** The co-op chart in the open workbook, found by the table it's drawn from. */
export function excelChart(): CoopChart {
  return {
    make: async (plan) => {
      const { takeBack } = await excelTables().change([CHART_TABLE], ([now = null]) => ({
        changes: now ? [] : [chartChange(plan)],
        result: null,
      }));
      if (takeBack) return 'made';
      await showOrDraw();
      return 'there';
    },
    remove: () => inExcel(remove),
  };
}

/** Brings the chart to the front. If people have deleted it but not its numbers, it's drawn again. */
async function showOrDraw(): Promise<void> {
  const isDrawn = await bringToFront((context) => {
    const { table, charts } = standing(context);
    return { sheet: table.worksheet, show: () => table.worksheet.activate(), result: () => charts.items.length > 0 };
  });
  await inExcel(async (context) => {
    const table = context.workbook.tables.getItem(CHART_TABLE);
    if (!isDrawn) {
      table.load('showHeaders');
      await context.sync();
      if (!table.showHeaders) throw new ExcelError('in the way', HEADLESS);
      return draw(context, table);
    }
    table.worksheet.charts.getItemAt(0).activate();
    await context.sync();
  });
}

/** Draws the chart again, completely or not at all. */
async function draw(context: Excel.RequestContext, table: Excel.Table): Promise<void> {
  addChart(table, { name: CHART_TABLE, title: 'Co-op by month and lever (USD)' });
  try {
    await context.sync();
  } catch (error) {
    const drop = (): Promise<void> =>
      inExcel(async (again) => {
        const { charts } = standing(again);
        await again.sync();
        for (const chart of charts.items) chart.delete();
        await again.sync();
      });
    await drop()
      .catch(drop)
      .catch(() => {
        throw new ExcelError(
          'unknown',
          'Excel stopped in the middle of drawing. The chart on the sheet of its numbers may be incomplete: delete it, then make it again.',
        );
      });
    throw error;
  }
}

async function remove(context: Excel.RequestContext): Promise<void> {
  const { table, charts } = standing(context);
  const sheet = table.worksheet;
  const range = table.getRange();
  const used = sheet.getUsedRangeOrNullObject(true);
  const { protection } = context.workbook;
  protection.load('protected');
  sheet.load('visibility');
  sheet.protection.load('protected');
  table.load('name');
  range.load('rowIndex,rowCount,columnCount');
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  await context.sync();
  if (table.isNullObject) throw new ExcelError('gone', 'The chart is no longer there.');
  if (sheet.protection.protected) throw new ExcelError('protected');
  const isAllOurs =
    charts.items.length <= 1 &&
    used.rowIndex + used.rowCount <= range.rowIndex + range.rowCount &&
    used.columnIndex + used.columnCount <= range.columnCount;
  // Excel doesn't delete a very hidden sheet (office-js issue 365).
  if (isAllOurs && !protection.protected && sheet.visibility !== 'VeryHidden') sheet.delete();
  else {
    // A chart that people have added to the sheet is theirs.
    charts.items.find(({ name }) => name === CHART_TABLE)?.delete();
    table.delete();
    if (isAllOurs) sheet.getRange().clear();
  }
  const count = charts.items.length;
  try {
    await context.sync();
  } catch (error) {
    // The chart is deleted before its numbers. If those are still there, it's drawn again; if not, only the answer was lost.
    const redraw = (): Promise<'gone' | 'there'> =>
      inExcel(async (again) => {
        const { table: numbers, charts: left } = standing(again);
        numbers.load('name');
        await again.sync();
        if (numbers.isNullObject) return 'gone';
        if (left.items.length < count) await draw(again, numbers);
        return 'there';
      });
    const outcome = await redraw()
      .catch(redraw)
      .catch(() => {
        throw new ExcelError(
          'unknown',
          'Excel stopped in the middle of deleting. The chart may be gone, and its numbers may still be there: look at their sheet.',
        );
      });
    if (outcome === 'there') throw error;
  }
}

const HEADLESS = `The table ${CHART_TABLE} does not show its header row, which names what is drawn. Check Header Row on the Table Design tab, then try again. Nothing was changed.`;

function standing(context: Excel.RequestContext): { table: Excel.Table; charts: Excel.ChartCollection } {
  const table = context.workbook.tables.getItemOrNullObject(CHART_TABLE);
  const { charts } = table.worksheet;
  charts.load('items/name');
  return { table, charts };
}
