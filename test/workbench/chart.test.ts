import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChartPlan } from '../../src/storage/funds/chart-table';
import type { MonthEarned } from '../../src/storage/funds/earnings-table';
import { excelChart } from '../../src/storage/excel/chart';
import { excelTables } from '../../src/storage/excel/tables';
import type { NewCell } from '../../src/records/table';
import { writeReport } from '../../src/storage/funds/write-report';
import { badArgument } from '../../src/workbench/grid/excel-error';
import { startHeadless } from '../../src/workbench/headless';
import { DIST, startExcel } from '../support/excel-without-pane';
import { earned } from '../support/records';

const row = (over: Parameters<typeof earned>[0] = {}) => earned({ cents: 360_000, ...over });
const MONTHS = [
  row(),
  row({ month: '2024-11', cents: 368_000 }),
  row({ month: '2024-11', cents: -3_000, earningType: 'Adjustment-Coop' }),
  row({ month: '2024-12', lever: 'Growth "A"', cents: 150_000 }),
  row({ month: '2024-12', lever: 'Tiny*', cents: 127_000 }),
  row({ month: '2024-12', earningType: 'Rebate', cents: 999_999 }),
];
const PLAN: ChartPlan = { levers: ['Core', 'Growth "A"', 'Tiny*', '01', '1E5'], types: ['Coop', 'Adjustment-Coop'], months: 4 };
const report = (months: MonthEarned[], source = 'a.csv') => ({ months, skipped: [], asOf: null, source });

/** The chart of co-op in Excel, through the unmodified office.js. */
describe('a native chart', () => {
  const tables = excelTables();
  const chart = excelChart();
  const { workbench } = startExcel();
  beforeEach(async () => {
    await writeReport(tables, report(MONTHS));
    await workbench().settle();
    workbench().stats.reset();
  });
  afterEach(async () => {
    workbench().workbook.readOnly = false;
    for (const sheet of [...workbench().workbook.sheets.all])
      if (sheet.getName().startsWith('Co-op')) workbench().workbook.sheets.remove(sheet);
    await workbench().settle();
    expect(workbench().unknownCalls).toEqual([]);
  });

  const roundTrips = () =>
    workbench()
      .stats.all()
      .reduce((sum, { batches }) => sum + batches, 0);
  const drawn = () => workbench().workbook.charts.all;
  const numbers = () => workbench().text("'Co-op chart'!A25:D29");

  it('is drawn from formulas over CoopEarnings: months, the levers named, and all that is left', async () => {
    expect(await chart.make(PLAN)).toBe('made');
    // four of ours, and perhaps by now one of the runtime's, which looks whether the new table holds rules
    expect(roundTrips()).toBeLessThanOrEqual(5);
    await workbench().settle();
    expect(await numbers()).toEqual([
      ['Month', 'Core', 'Growth "A"', 'Other levers'],
      ['2024-09', '0.00', '0.00', '0.00'],
      ['2024-10', '3,600.00', '0.00', '0.00'],
      ['2024-11', '3,650.00', '0.00', '0.00'],
      ['2024-12', '0.00', '1,500.00', '1,270.00'],
    ]);
    expect(drawn().map(({ name, type, title, legend }) => ({ name, type, title, legend }))).toEqual([
      { name: 'CoopChart', type: 'ColumnStacked', title: 'Co-op by month and lever (USD)', legend: 'Bottom' },
    ]);
    expect(workbench().workbook.charts.plotOf(drawn()[0]!)).toEqual({
      categories: ['2024-09', '2024-10', '2024-11', '2024-12'],
      series: [
        { name: 'Core', values: [0, 3600, 3650, 0] },
        { name: 'Growth "A"', values: [0, 0, 0, 1500] },
        { name: 'Other levers', values: [0, 0, 0, 1270] },
      ],
    });
    expect(workbench().workbook.sheets.active.getName()).toBe('Co-op chart');
  });

  it('keeps its months without its header row, and below rows that people insert; [#Headers] does not', async () => {
    await chart.make(PLAN);
    const { workbook } = workbench();
    const months = async () => {
      await workbench().settle();
      const { sheet, row: header, column } = workbook.tables.find('CoopChart')!;
      return workbook.cells.read({ sheet, row: header + 1, column, rows: 4, columns: 1 }, 'text').flat();
    };
    const inChart = (act: (table: Excel.Table) => void) =>
      Excel.run(async (context) => {
        act(context.workbook.tables.getItem('CoopChart'));
        await context.sync();
      });
    const asBefore = await months();
    expect(asBefore).toEqual(['2024-09', '2024-10', '2024-11', '2024-12']);
    await workbench().set('Sheet1!A1', '=ROW(CoopChart[[#Headers],[Month]])');
    await workbench().settle();
    expect(await workbench().values('Sheet1!A1')).toEqual([[25]]);
    await inChart((table) => (table.showHeaders = false));
    expect(await months()).toEqual(asBefore);
    expect(await workbench().values('Sheet1!A1')).toEqual([['#REF!']]);
    await inChart((table) => void table.worksheet.getRange('1:2').insert('Down'));
    expect(await months()).toEqual(asBefore);
    await inChart((table) => (table.showHeaders = true));
    expect(await months()).toEqual(asBefore);
    // as the table was made in earlier workbooks
    await inChart(
      (table) =>
        (table.columns.getItem('Month').getDataBodyRange().formulas = [0, 1, 2, 3].map(() => [
          '=EOMONTH(MAX(CoopEarnings[Month]),ROW()-ROW(CoopChart[[#Headers],[Month]])-5)+1',
        ])),
    );
    expect(await months()).toEqual(asBefore);
    expect(await chart.make(PLAN)).toBe('there');
    workbench().workbook.writer.clear(workbench().area('Sheet1!A1'));
  });

  it('a later report shows by itself: the months move on, and a new lever is among the others', async () => {
    await chart.make(PLAN);
    await writeReport(tables, report([row({ month: '2025-01', lever: 'Brand new', cents: 500 })], 'b.csv'));
    await workbench().settle();
    expect((await numbers()).map((cells) => [cells[0], cells.at(-1)])).toEqual([
      ['Month', 'Other levers'],
      ['2024-10', '0.00'],
      ['2024-11', '0.00'],
      ['2024-12', '1,270.00'],
      ['2025-01', '5.00'],
    ]);
  });

  it('counts months that people wrote as text, as the functions do', async () => {
    await tables.change(['CoopEarnings'], ([now]) => {
      const written: Record<string, NewCell> = { Month: '2024-11', Lever: 'Core', 'Earning type': 'Coop', 'Amount USD': 10.5 };
      const design = { name: 'CoopEarnings', sheet: '', title: '', hint: '', columns: [] };
      return { changes: [{ design, set: new Map(), add: [now!.header.map((name) => written[name] ?? '')], remove: [] }], result: null };
    });
    await chart.make(PLAN);
    await workbench().settle();
    expect((await numbers()).map(([month, core]) => [month, core])).toEqual([
      ['Month', 'Core'],
      ['2024-09', '0.00'],
      ['2024-10', '3,600.00'],
      ['2024-11', '3,660.50'],
      ['2024-12', '0.00'],
    ]);
  });

  it('there is no second copy: asked again, the one there is shown', async () => {
    await chart.make(PLAN);
    workbench().stats.reset();
    expect(await chart.make(PLAN)).toBe('there');
    expect(roundTrips()).toBeLessThanOrEqual(3);
    expect(drawn()).toHaveLength(1);
  });

  it('deleted by hand, and its numbers left, it is drawn again', async () => {
    await chart.make(PLAN);
    workbench().workbook.charts.remove(drawn()[0]!);
    expect(await chart.make(PLAN)).toBe('there');
    expect(drawn()).toHaveLength(1);
  });

  it('is deleted with its sheet; what people put there stays', async () => {
    await chart.make(PLAN);
    await chart.remove();
    expect([drawn().length, workbench().workbook.sheets.find('Co-op chart')]).toEqual([0, undefined]);
    await chart.make(PLAN);
    await workbench().set("'Co-op chart'!A40", 'my note');
    await chart.remove();
    expect([drawn().length, workbench().workbook.tables.find('CoopChart')]).toEqual([0, undefined]);
    expect(await workbench().values("'Co-op chart'!A40")).toEqual([['my note']]);
    await expect(chart.remove()).rejects.toMatchObject({ kind: 'gone' });
  });

  it('whole or not at all: where the chart fails, its sheet goes again', async () => {
    const add = workbench().workbook.charts.add.bind(workbench().workbook.charts);
    workbench().workbook.charts.add = () => {
      throw badArgument('ChartCollection.add');
    };
    await expect(chart.make(PLAN)).rejects.toThrow();
    workbench().workbook.charts.add = add;
    expect(workbench().workbook.sheets.find('Co-op chart')).toBeUndefined();
    workbench().workbook.readOnly = true;
    await expect(chart.make(PLAN)).rejects.toMatchObject({ kind: 'no permission' });
  });

  it('is saved in the file, and opened with it', async () => {
    await chart.make(PLAN);
    await workbench().settle();
    const again = await startHeadless({ distDir: DIST, file: await workbench().save() });
    try {
      expect(again.workbook.charts.all.map(({ name, type, title, legend }) => ({ name, type, title, legend }))).toEqual([
        { name: 'CoopChart', type: 'ColumnStacked', title: 'Co-op by month and lever (USD)', legend: 'Bottom' },
      ]);
      expect(again.workbook.charts.plotOf(again.workbook.charts.all[0]!).series.map(({ name }) => name)).toEqual([
        'Core',
        'Growth "A"',
        'Other levers',
      ]);
    } finally {
      again.dispose();
    }
  });
});
