import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addressOf } from '../../src/workbench/grid/a1';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, expense } from '../support/records';
import { deskAt, WRITING_FLOWS, type Desk } from '../support/writing-flows';

/** Inserted cells take over what the row above has, and a column may be formatted as text. */
describe('formats of the row above', () => {
  const { workbench, inExcel, clear, column } = startExcel();
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(async () => {
    Object.assign(workbench().workbook.habits, { keepsApostrophe: true, inheritsValidation: false });
    await clear();
  });
  const deskAfter = async (flow: string): Promise<Desk> => {
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await WRITING_FLOWS.find(({ name }) => name === flow)!.before(desk);
    return desk;
  };
  const asText = (table: string, names?: readonly string[]) =>
    inExcel(({ workbook }) => {
      const { columns } = workbook.tables.getItem(table);
      const ranges = names?.map((name) => columns.getItem(name).getDataBodyRange().getEntireColumn()) ?? [
        workbook.tables.getItem(table).getDataBodyRange(),
      ];
      for (const range of ranges) range.numberFormat = '@' as unknown as string[][];
    });
  const cellsOf = (table: string, name: string) =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(table).columns.getItem(name).getDataBodyRange();
      range.load('formulas,values,numberFormat');
      await context.sync();
      return range.values.map(([value], index) => ({
        value: value as unknown,
        format: String(range.numberFormat[index]![0]),
        isFormula: String(range.formulas[index]![0]).startsWith('=') && range.formulas[index]![0] !== value,
      }));
    });

  it('inserted cells look like those above, and offer what those offer where Excel is so', async () => {
    const offered = () =>
      workbench().workbook.facadeSheet(workbench().workbook.sheets.find('Sheet1')!) as unknown as {
        getDataValidations(): { rule: { ranges: { startRow: number; endRow: number }[] } }[];
      };
    const rows = () =>
      offered()
        .getDataValidations()
        .flatMap(({ rule }) => rule.ranges.map(({ startRow, endRow }) => [startRow, endRow]));
    await inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B2').numberFormat = [
        ['0.0', '@'],
        ['0.0', '@'],
      ];
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'yes,no' } };
      sheet.getRange('A2:B2').insert('Down');
    });
    expect(rows()).toEqual([[0, 0]]);
    await inExcel(({ workbook }) => void (workbook.worksheets.getItem('Sheet1').getRange('A2:B2').values = [[1, 2]]));
    expect(await workbench().values('Sheet1!A2:B2')).toEqual([[1, '2']]);
    workbench().workbook.habits.inheritsValidation = true;
    await inExcel(({ workbook }) => void workbook.worksheets.getItem('Sheet1').getRange('A2:B2').insert('Down'));
    expect(rows().sort()).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('a row typed below a table looks like the rows above, and offers what those offer', async () => {
    const desk = await deskAfter('an activity more');
    for (const table of ['CoopPlan', 'CoopExpenses']) {
      const { sheet, row, rows, column: left } = workbench().workbook.tables.find(table)!;
      const headers = workbench().workbook.tables.headers(workbench().workbook.tables.find(table)!);
      const cellOf = (name: string) => addressOf({ sheet, row: row + rows, column: left + headers.indexOf(name), rows: 1, columns: 1 });
      await desk.type(cellOf('Budget'), 750);
      if (table === 'CoopExpenses') continue;
      await desk.type(cellOf('Start'), '12/3/2025');
      const isOffered = (tableRow: number): boolean => {
        const status = workbench()
          .workbook.facadeSheet(sheet)
          .getRange(row + tableRow, left + headers.indexOf('Status'), 1, 1);
        return (status as unknown as { getDataValidation(): unknown }).getDataValidation() !== null;
      };
      expect([isOffered(1), isOffered(rows)]).toEqual([true, true]);
    }
    expect((await column('CoopPlan', 'Budget')).at(-1)).toBe('750.00');
    expect((await column('CoopPlan', 'Start')).at(-1)).toBe('2025-12-03');
    expect((await column('CoopExpenses', 'Budget')).at(-1)).toBe('750.00');
  });

  it.each([
    [true, false],
    [false, true],
  ])(
    'an ID column formatted as text takes IDs without an apostrophe, and stays text (kept there: %s)',
    async (keepsApostrophe, inheritsValidation) => {
      Object.assign(workbench().workbook.habits, { keepsApostrophe, inheritsValidation });
      const desk = await deskAfter('a second report that changes, drops and adds rows');
      for (const table of ['CoopEarnings', 'CoopFunds']) await asText(table, ['Partner ID']);
      expect(await WRITING_FLOWS.find(({ name }) => name === 'a second report that changes, drops and adds rows')!.run(desk)).toBeNull();
      expect(await cellsOf('CoopEarnings', 'Partner ID')).toEqual(
        ['1234567', '77', '1234567', '1234567', '1234567'].map((value) => ({ value, format: '@', isFormula: false })),
      );
      expect(new Set((await cellsOf('CoopFunds', 'Partner ID')).map(({ value }) => value))).toEqual(new Set(['1234567', '77']));
      expect((await cellsOf('CoopFunds', 'Co-op')).every(({ value, isFormula }) => typeof value === 'number' && isFormula)).toBe(true);
      expect(await column('CoopEarnings', 'Month')).toEqual(['2024-10', '2024-10', '2024-11', '2024-12', '2025-01']);
    },
  );

  it.each([[true], [false]])(
    'below rows that are text in all columns, formulas are formulas, numbers numbers, and days days (apostrophe kept: %s)',
    async (keepsApostrophe) => {
      workbench().workbook.habits.keepsApostrophe = keepsApostrophe;
      const desk = await deskAfter('an activity more');
      for (const table of ['CoopPlan', 'CoopExpenses', 'CoopEarnings', 'CoopFunds']) await asText(table);
      const more = activity({ id: 'A-CCCCCC', expenses: [expense({ id: 'E-DDDDDD' })] });
      expect(await desk.store.save({ activities: [{ value: more, base: null }] }, 'Saved.')).toMatchObject({ outcome: 'saved' });
      const last = async (table: string, name: string) => (await cellsOf(table, name)).at(-1);
      expect(await last('CoopPlan', 'Budget')).toMatchObject({ value: expect.any(Number) as number, isFormula: true });
      expect(await last('CoopPlan', 'Start')).toEqual({ value: 45_726, format: 'yyyy-mm-dd', isFormula: false });
      expect(await last('CoopPlan', 'Fund')).toMatchObject({ value: '1234567 | Microsoft Commerce Incentives | FY25 H1', isFormula: true });
      expect(await last('CoopPlan', 'ID')).toMatchObject({ value: 'A-CCCCCC' });
      expect(typeof (await last('CoopExpenses', 'Budget'))!.value).toBe('number');
      expect(
        await writeReport(desk.port.tables, {
          months: [
            {
              month: '2025-02',
              partnerId: '99',
              program: 'Microsoft Commerce Incentives',
              engagement: '',
              lever: '-x',
              earningType: 'Coop',
              isRollover: false,
              micros: 5_000_000,
              eligible: null,
              counted: 1,
              repeats: 0,
            },
          ],
          skipped: [],
          asOf: null,
          source: 'c.csv',
        }),
      ).toBeDefined();
      expect(await last('CoopEarnings', 'Amount USD')).toEqual({ value: 5, format: '#,##0.00', isFormula: false });
      expect(await last('CoopEarnings', 'Month')).toMatchObject({ format: 'yyyy-mm', value: 45_689 });
      expect(await last('CoopEarnings', 'Lever')).toMatchObject({ value: '-x' });
      expect(await last('CoopFunds', 'Co-op')).toMatchObject({ isFormula: true });
      expect(typeof (await last('CoopFunds', 'Co-op'))!.value).toBe('number');
    },
  );

  it('a whole column\u2019s format holds for all of its rows, also those a sheet has not grown to yet, and those that are emptied', async () => {
    await inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A:A').numberFormat = '@' as unknown as string[][];
      sheet.getRange('A5000:B5000').values = [[5, 6]];
      sheet.getRange('A4998:B4999').delete('Up');
      sheet.getRange('A5000:B5000').values = [[7, 8]];
    });
    expect(await workbench().values('Sheet1!A4998:B5000')).toEqual([
      ['5', 6],
      ['', ''],
      ['7', 8],
    ]);
    await inExcel(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A:A').clear();
      sheet.getRange('A7000').values = [[9]];
    });
    expect(await workbench().values('Sheet1!A7000')).toEqual([[9]]);
    workbench().workbook.writer.clear(workbench().area('Sheet1!A1:B8000'));
  });

  it('a format that a person gives a whole column holds for rows that come later', async () => {
    const { workbook } = workbench();
    const sheet = workbook.sheets.add('By hand');
    const range = workbook.facadeSheet(sheet).getRange(0, 1, sheet.getRowCount(), 1);
    range.setNumberFormat('@');
    await inExcel(({ workbook: book }) => {
      const last = book.worksheets.getItem('By hand').getRange(`A${sheet.getRowCount() + 5}:B${sheet.getRowCount() + 5}`);
      last.values = [[5, 6]];
    });
    const { row, rows } = workbook.cells.used(sheet, null, true)!;
    expect(await workbench().values(`'By hand'!A${row + rows}:B${row + rows}`)).toEqual([[5, '6']]);
    workbook.sheets.remove(sheet);
  });

  it.each([[{}], [{ showTotals: true }], [{ showHeaders: false }]])(
    'below whole columns formatted as text, beyond what the sheet had grown to, rows that come have our formats (%j)',
    async (frame) => {
      const desk = await deskAfter('an activity more');
      const month = (n: number) => ({
        month: '2025-02',
        partnerId: '99',
        program: 'Microsoft Commerce Incentives',
        engagement: '',
        lever: `Lever ${10_000 + n}`,
        earningType: 'Coop',
        isRollover: false,
        micros: 5_000_000,
        eligible: null,
        counted: 1,
        repeats: 0,
      });
      await writeReport(desk.port.tables, { months: [month(0)], skipped: [], asOf: null, source: 'c.csv' });
      await inExcel(({ workbook }) => {
        const table = workbook.tables.getItem('CoopEarnings');
        table.getRange().getEntireColumn().numberFormat = '@' as unknown as string[][];
        table.set(frame);
      });
      const { sheet } = workbench().workbook.tables.find('CoopEarnings')!;
      const grown = sheet.getRowCount();
      const months = Array.from({ length: grown + 50 }, (_, n) => month(n));
      await writeReport(desk.port.tables, { months, skipped: [], asOf: null, source: 'd.csv' });
      expect(sheet.getRowCount()).toBeGreaterThan(grown);
      const last = async (name: string) => (await cellsOf('CoopEarnings', name)).at(-1);
      expect(await last('Month')).toMatchObject({ value: 45_689, format: 'yyyy-mm' });
      expect(await last('Amount USD')).toEqual({ value: 5, format: '#,##0.00', isFormula: false });
      expect(await last('Lever')).toMatchObject({ value: `Lever ${10_000 + months.length - 1}` });
    },
    120_000,
  );

  it('levers that look like a formula or a day head their columns of the chart as they are', async () => {
    const levers = ['-x', 'Mar 25', '+x', '@x', "'x"];
    const desk = await deskAfter('the chart made');
    await desk.port.chart.make({ levers: [...levers, '=x', '1/2'], types: ['Coop'], months: 3 });
    const [header] = await Excel.run(async (context) => {
      const range = context.workbook.tables.getItem('CoopChart').getHeaderRowRange();
      range.load('formulas');
      await context.sync();
      return range.formulas as string[][];
    });
    // =x is a criterion of SUMIFS, and 1/2 would match other spellings of a number: what they earned is among the others
    expect(header).toEqual(['Month', ...levers, 'Other levers']);
  });

  it('lists of choices are offered in rows that come, also where nothing is inherited', async () => {
    const desk = await deskAfter('an activity more');
    expect(await WRITING_FLOWS.find(({ name }) => name === 'an activity more')!.run(desk)).toBeNull();
    const { row, rows, sheet } = workbench().workbook.tables.find('CoopPlan')!;
    const status = workbench().workbook.tables.headers(workbench().workbook.tables.find('CoopPlan')!).indexOf('Status');
    const cell = workbench()
      .workbook.facadeSheet(sheet)
      .getRange(row + rows - 1, status, 1, 1) as unknown as { getDataValidation(): unknown };
    expect(cell.getDataValidation()).not.toBeNull();
  });
});
