import { beforeEach, describe, expect, it } from 'vitest';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { startExcel } from '../support/excel-without-pane';

const DAY = '2025-02-01';

describe('freeze and thaw', () => {
  const { inExcel, clear, workbench } = startExcel();
  beforeEach(async () => {
    await clear();
    await Excel.run(async ({ workbook }) => {
      workbook.tables.load('items/name');
      await workbook.context.sync();
      for (const table of workbook.tables.items) table.delete();
      workbook.worksheets.getItem('Sheet1').getRange('A1:Z60').clear();
      await workbook.context.sync();
    });
  });
  const port = () => openExcelWorkbook();
  const read = (address: string, what: 'formulas' | 'values' | 'text' = 'formulas', sheet = 'Sheet1'): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load('formulas,values,text');
      await context.sync();
      return range[what];
    });
  const names = (): Promise<string[]> =>
    Excel.run(async (context) => {
      context.workbook.names.load('items/name');
      await context.sync();
      return context.workbook.names.items.map(({ name }) => name).filter((name) => name.startsWith('Coop_Frozen'));
    });

  it('turns formulas into what they show, and puts them back where rows and columns moved them', async () => {
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      sheet.getRange('A1:A3').formulas = [[1500], [2000], ['coop']];
      sheet.getRange('B1:B3').formulas = [['=COOP.SPLIT(A1,$A$3)'], ['=COOP.SPLIT(A2,$A$3)'], ['=COOP.PERIOD("2024-10-01")&" kept"']];
      sheet.getRange('C1').formulas = [['=COOP.SPLIT("no number","coop")']];
      sheet.getRange('D1').formulas = [['=SUM(A1:A2)']];
    });
    await workbench().settle();
    const frozen = await port().freeze({ day: DAY });
    expect(frozen).toMatchObject({ cells: 4, left: [] });
    expect(await read('B1:D3')).toEqual([
      [600, '#VALUE!', '=SUM(A1:A2)'],
      [800, '', ''],
      ['FY25 H1 kept', '', ''],
    ]);
    expect(await names()).toHaveLength(4);
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      sheet.getRange('2:3').insert('Down');
      sheet.getRange('A:A').insert('Right');
    });
    expect(await port().thaw(DAY)).toMatchObject({ cells: 4, left: [] });
    expect(await read('C1:D5')).toEqual([
      ['=COOP.SPLIT(B1,$B$5)', '=COOP.SPLIT("no number","coop")'],
      ['', ''],
      ['', ''],
      ['=COOP.SPLIT(B4,$B$5)', ''],
      ['=COOP.PERIOD("2024-10-01")&" kept"', ''],
    ]);
    expect(await names()).toEqual([]);
  });

  const table = async (rows: (string | number)[][]) => {
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      sheet.getRange('A1:D1').values = [['ID', 'Amount', 'Co-op', 'Rebate']];
      sheet.getRange(`A2:B${rows.length + 1}`).values = rows;
      sheet.getRange('F1').values = [['rebate']];
      const made = sheet.tables.add(`A1:D${rows.length + 1}`, true);
      made.name = 'Mine';
      sheet.getRange(`C2:C${rows.length + 1}`).formulas = rows.map(() => ['=COOP.SPLIT([@Amount],"coop")']);
      sheet.getRange(`D2:D${rows.length + 1}`).formulas = rows.map((_, n) => [`=COOP.SPLIT(B${n + 2},$F$1)`]);
    });
    await workbench().settle();
  };

  it('finds the rows of a table by their IDs, sorted, inserted, and deleted', async () => {
    await table([
      ['a', 100],
      ['b', 200],
      ['c', 300],
      ['d', 400],
    ]);
    expect(await port().freeze({ day: DAY })).toMatchObject({ cells: 8, left: [] });
    expect(await read('C2:D5')).toEqual([
      [40, 60],
      [80, 120],
      [120, 180],
      [160, 240],
    ]);
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      // sorted the other way
      sheet.getRange('A2:D5').values = [
        ['d', 400, 160, 240],
        ['c', 300, 120, 180],
        ['b', 200, 80, 120],
        ['a', 100, 40, 60],
      ];
      sheet.getRange('A4:D4').delete('Up');
      sheet.getRange('1:2').insert('Down');
    });
    const thawed = await port().thaw(DAY);
    expect(thawed).toMatchObject({
      cells: 6,
      left: [
        { sheet: 'Sheet1', cell: 'C3', why: 'The table Mine has no single row with the ID b.' },
        { sheet: 'Sheet1', cell: 'D3', why: 'The table Mine has no single row with the ID b.' },
      ],
    });
    expect(await read('A4:D6')).toEqual([
      ['d', 400, '=COOP.SPLIT([@Amount],"coop")', '=COOP.SPLIT(B4,$F$3)'],
      ['c', 300, '=COOP.SPLIT([@Amount],"coop")', '=COOP.SPLIT(B5,$F$3)'],
      ['a', 100, '=COOP.SPLIT([@Amount],"coop")', '=COOP.SPLIT(B6,$F$3)'],
    ]);
  });

  it('leaves rows without an ID, unless asked, and what someone has changed since', async () => {
    await table([
      ['a', 100],
      ['', 200],
      ['c', 300],
    ]);
    const why = expect.stringMatching(/^Its table row has no ID/);
    expect(await port().freeze({ day: DAY })).toMatchObject({
      cells: 4,
      left: [
        { cell: 'C3', why },
        { cell: 'D3', why },
      ],
    });
    expect(await read('C3')).toEqual([['=COOP.SPLIT([@Amount],"coop")']]);
    expect(await port().freeze({ evenWithoutId: true, day: DAY })).toMatchObject({ cells: 2, left: [] });
    await inExcel(({ workbook: { worksheets } }) => (worksheets.getItem('Sheet1').getRange('C2').values = [[41]]));
    expect(await port().thaw(DAY)).toMatchObject({
      cells: 5,
      left: [{ cell: 'C2', why: 'It was changed since: it has 41, and had 40.' }],
    });
    expect(await read('C2:C4')).toEqual([[41], ['=COOP.SPLIT([@Amount],"coop")'], ['=COOP.SPLIT([@Amount],"coop")']]);
  });

  it('keeps a result that fills several cells as it shows, dates too, and clears it for the formula', async () => {
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      sheet.getRange('A1').formulas = [['=COOP.CALENDAR("FY25 H1")']];
      sheet.getRange('J1').formulas = [['=COOP.DEADLINE("FY25 H1","claim")']];
    });
    await workbench().settle();
    const [before, date] = [await read('A1:H20', 'text'), await read('J1', 'text')];
    expect(await port().freeze({ day: DAY })).toMatchObject({ cells: 2, left: [] });
    expect([await read('A1:H20', 'text'), await read('J1', 'text')]).toEqual([before, date]);
    await inExcel(({ workbook: { worksheets } }) => worksheets.getItem('Sheet1').getRange('2:2').insert('Down'));
    expect(await port().thaw(DAY)).toMatchObject({ cells: 2, left: [] });
    await workbench().settle();
    expect(await read('A1')).toEqual([['=COOP.CALENDAR("FY25 H1")']]);
    expect([await read('A1:H20', 'text'), await read('J1', 'text')]).toEqual([before, date]);
  });

  it('refuses protected sheets, and leaves what has no value yet', async () => {
    await inExcel(({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem('Sheet1');
      sheet.getRange('A1:A2').formulas = [['=COOP.SPLIT(1500,"coop")'], ['=COOP.NOSUCH(1)']];
    });
    await workbench().settle();
    await inExcel(({ workbook: { worksheets } }) => worksheets.getItem('Sheet1').protection.protect());
    await expect(port().freeze({ day: DAY })).rejects.toThrow('The sheet Sheet1 is protected, so nothing was written.');
    await inExcel(({ workbook: { worksheets } }) => worksheets.getItem('Sheet1').protection.unprotect());
    expect(await port().freeze({ day: DAY })).toMatchObject({
      cells: 1,
      left: [{ cell: 'A2', why: expect.stringMatching(/isn't known/) }],
    });
    expect(await read('A1:A2')).toEqual([[600], ['=COOP.NOSUCH(1)']]);
  });

  it('is undone by name, in both directions', async () => {
    await inExcel(
      ({ workbook: { worksheets } }) => void (worksheets.getItem('Sheet1').getRange('A1').formulas = [['=COOP.SPLIT(1500,"coop")']]),
    );
    await workbench().settle();
    const frozen = await port().freeze({ day: DAY });
    expect(await frozen.takeBack!()).toBe('taken back');
    expect(await read('A1')).toEqual([['=COOP.SPLIT(1500,"coop")']]);
    await workbench().settle();
    await port().freeze({ day: DAY });
    const thawed = await port().thaw(DAY);
    await workbench().settle();
    expect(await thawed.takeBack!()).toBe('taken back');
    expect(await read('A1')).toEqual([[600]]);
  });
});
