import { afterEach, describe, expect, it } from 'vitest';
import { startExcel } from '../support/excel-without-pane';

/** What Excel does to a table's column when a formula comes into it. */
describe('calculated columns', () => {
  const { workbench, inExcel, clear } = startExcel();
  let n = 0;
  const make = async (rows: (string | number)[][], formulas: (string | number)[] = []): Promise<string> => {
    const sheet = `Fill${++n}`;
    await inExcel(({ workbook }) => {
      const on = workbook.worksheets.add(sheet);
      on.getRange(`A3:C${3 + rows.length}`).values = [['N', 'F', 'Own'], ...rows];
      on.tables.add(`A3:C${3 + rows.length}`, true).name = `Table${sheet}`;
      if (formulas.length > 0) on.getRange(`B4:B${3 + formulas.length}`).formulas = formulas.map((formula) => [formula]);
    });
    return sheet;
  };
  const write = (sheet: string, address: string, formulas: (string | number)[][]) =>
    inExcel(({ workbook }) => void (workbook.worksheets.getItem(sheet).getRange(address).formulas = formulas));
  const column = async (sheet: string, to = 7) => (await workbench().formulas(`${sheet}!B4:B${to}`)).flat();
  const ROWS = [
    [1, '', ''],
    [2, '', ''],
    [3, '', ''],
    [4, '', ''],
  ];
  afterEach(async () => {
    workbench().workbook.habits.fillsColumns = true;
    workbench().workbook.habits.fillsBlanks = true;
    await clear();
  });

  it('one formula written by an add-in fills a blank column', async () => {
    const sheet = await make(ROWS);
    await write(sheet, 'B5', [['=[@N]*2']]);
    expect(await column(sheet)).toEqual(['=[@N]*2', '=[@N]*2', '=[@N]*2', '=[@N]*2']);
    expect((await workbench().values(`${sheet}!B4:B7`)).flat()).toEqual([2, 4, 6, 8]);
  });

  it('of several formulas in one write the bottom-most wins', async () => {
    const sheet = await make(ROWS);
    await write(sheet, 'B4:B7', [['=1+1'], ['=1+2'], ['=1+3'], ['=1+4']]);
    expect(await column(sheet)).toEqual(['=1+4', '=1+4', '=1+4', '=1+4']);
  });

  it('compares as R1C1 does: a relative reference goes along, also next to a structured one', async () => {
    const sheet = await make(ROWS);
    await write(sheet, 'B4:B7', [['=[@N]+SUM(C4:C5)'], ['=[@N]+SUM(C5:C6)'], ['=[@N]+SUM(C6:C7)'], ['=[@N]+SUM(C7:C8)']]);
    expect(await column(sheet)).toEqual(['=[@N]+SUM(C4:C5)', '=[@N]+SUM(C5:C6)', '=[@N]+SUM(C6:C7)', '=[@N]+SUM(C7:C8)']);
    await write(sheet, 'B6', [['=[@N]-SUM(A$4:A6)']]);
    expect(await column(sheet)).toEqual(['=[@N]-SUM(A$4:A4)', '=[@N]-SUM(A$4:A5)', '=[@N]-SUM(A$4:A6)', '=[@N]-SUM(A$4:A7)']);
  });

  it('constants are exceptions and stay; blanks that are written along are filled, or not', async () => {
    const sheet = await make(ROWS);
    await write(sheet, 'B4:B7', [['=[@N]'], [500], [''], ['=[@N]']]);
    expect(await column(sheet)).toEqual(['=[@N]', 500, '=[@N]', '=[@N]']);
    workbench().workbook.habits.fillsBlanks = false;
    await write(sheet, 'B4:B7', [['=[@N]'], [500], [''], ['=[@N]']]);
    expect(await column(sheet)).toEqual(['=[@N]', 500, '', '=[@N]']);
  });

  it('a column that people gave several formulas is left alone', async () => {
    const sheet = await make(ROWS);
    workbench().workbook.habits.fillsColumns = false;
    await write(sheet, 'B4:B6', [['=1'], ['=2'], ['=1']]);
    workbench().workbook.habits.fillsColumns = true;
    await write(sheet, 'B7', [['=3']]);
    expect(await column(sheet)).toEqual(['=1', '=2', '=1', '=3']);
  });

  it('typed by a person; undone, as AutoCorrect is, before the typing itself', async () => {
    const sheet = await make(ROWS);
    await workbench().set(`${sheet}!B6`, '=[@N]*3');
    expect(await column(sheet)).toEqual(['=[@N]*3', '=[@N]*3', '=[@N]*3', '=[@N]*3']);
    await workbench().undo();
    expect(await column(sheet)).toEqual(['', '', '=[@N]*3', '']);
  });

  it('rows that come take the formula of their column: typed below, added, resized', async () => {
    const sheet = await make(ROWS);
    await write(sheet, 'B4', [['=[@N]*2']]);
    await workbench().set(`${sheet}!A8`, 5);
    expect(await column(sheet, 8)).toEqual(new Array(5).fill('=[@N]*2'));
    await inExcel(({ workbook }) => void workbook.tables.getItem(`Table${sheet}`).rows.add(undefined, [[6, null, 'x']] as never));
    expect(await column(sheet, 9)).toEqual(new Array(6).fill('=[@N]*2'));
    await inExcel(({ workbook }) => workbook.tables.getItem(`Table${sheet}`).resize('A3:C11'));
    expect(await column(sheet, 11)).toEqual(new Array(8).fill('=[@N]*2'));
  });

  it('turned off, a cell holds what was written into it', async () => {
    const sheet = await make(ROWS);
    workbench().workbook.habits.fillsColumns = false;
    await write(sheet, 'B4:B7', [['=1+1'], ['=1+2'], [''], ['=1+4']]);
    expect(await column(sheet)).toEqual(['=1+1', '=1+2', '', '=1+4']);
  });
});
