import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeadlessWorkbench } from '../../src/workbench/headless';
import { isFullLaw } from '../support/laws';
import { startFixture } from './fixture/start';

describe('custom functions in cells', () => {
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await startFixture();
  });
  afterAll(() => workbench.dispose());

  it.each([
    ['=1+1', [['2']], 'Excel’s own functions work too'],
    ['=COOP.SHARE(100)', [['10']], 'an omitted argument is null'],
    ['=COOP.SHARE(100,)', [['10']], 'so is one left out after its comma'],
    ['=coop.share(100,0.25)', [['25']], 'in any case'],
    [
      '=COOP.PARTS(90,3)',
      [
        ['part 1', '30'],
        ['part 2', '30'],
        ['part 3', '30'],
      ],
      'spills',
    ],
    ['=SUM(INDEX(COOP.PARTS(10,2),,2))', [['10']], 'inside another function'],
    ['=COOP.DUE()', [['2025-08-15']], 'a formatted number shows as a day'],
    ['=COOP.DUES()', [['a', '2025-08-15']], 'also within a spill'],
    ['=COOP.DUE()+1', [['45885']], 'and counts as the number it is'],
    ['=COOP.SHAPE()', [['omitted']], 'omitted'],
    ['=COOP.SHAPE(Z99)', [['number:0']], 'a blank cell'],
    ['=COOP.SHAPE(COOP.DUE())', [['number:45884']], 'one function’s day is another’s number'],
    ['=COOP.SHAPE("1,234.50")', [['string:1,234.50']], 'text in quotes stays text'],
    ['=COOP.SHAPE("12/31/2024")', [['string:12/31/2024']], 'whatever it looks like'],
    ['=COOP.SHAPE("40%")', [['string:40%']], 'a share too'],
    ['=COOP.SHAPE(TRUE)', [['boolean:true']], 'a boolean'],
    ['=COOP.SHAPE(1/0)', [['object:#DIV/0!']], 'an error reaches an any argument'],
    ['=COOP.SHARE(1/0)', [['#DIV/0!']], 'and ends the call of a typed one'],
    ['=COOP.COUNTERRORS({1,#N/A,"a"})', [['1']], 'errors in a range'],
    ['=COOP.STRICT({1,#N/A})', [['#N/A']], 'without the flag they propagate'],
    ['=COOP.SHARE({100;200})', [['10'], ['20']], 'a scalar function takes a range cell by cell'],
    ['=COOP.TOTAL({1,2},{3},4)', [['10']], 'ranges that repeat'],
    ['=COOP.CHOICE("co-op")', [['co-op']], 'a choice is its text'],
    ['=COOP.FAIL("na")', [['#N/A']], 'a thrown #N/A'],
    ['=COOP.FAIL("num")', [['#NUM!']], 'a thrown #NUM!'],
    ['=COOP.FAIL("value")', [['#VALUE!']], 'a thrown #VALUE!'],
    ['=COOP.FAIL("div")', [['#DIV/0!']], 'a thrown #DIV/0!'],
    ['=COOP.FAIL("throw")', [['#VALUE!']], 'anything else thrown'],
    ['=COOP.FAIL("returned")', [['#N/A']], 'an error returned'],
    ['=COOP.FAIL("inside")', [['1', '#N/A']], 'an error within a spill'],
    ['=COOP.FAIL("ragged")', [['#VALUE!']], 'rows of different lengths'],
    ['=COOP.FAIL("nan")', [['#VALUE!']], 'NaN'],
    ['=COOP.FAIL("infinity")', [['#NUM!']], 'Infinity'],
    ['=COOP.FAIL("nans")', [['0', '0', '0']], 'within an array they become null on the wire, which Excel shows as 0'],
    ['=COOP.NEVER()', [['#N/A']], 'a promise that is rejected'],
    ['=COOP.UNASSOCIATED()', [['#VALUE!']], 'declared, but not associated'],
    ['=COOP.NOSUCH()', [['#NAME?']], 'not even declared'],
    ['=COOP.SHARE()', [['#VALUE!']], 'a required argument missing'],
    ['=COOP.SHARE(1,2,3)', [['#VALUE!']], 'too many arguments'],
  ])('%s', async (formula, shown, _why) => {
    expect(await workbench.calculate(formula)).toEqual(shown);
  });

  it('know who called them', async () => {
    await workbench.set('C3', '=COOP.WHERE()');
    expect(await workbench.values('C3')).toEqual([['Sheet1!C3']]);
  });

  it('one that throws aborts nothing else', async () => {
    await workbench.set('A1', [
      ['=COOP.FAIL("throw")', '=1+1', '=COOP.SHARE(10)'],
      ['=A1', '=B1*2', '=C1*2'],
    ]);
    expect(await workbench.values('A1:C2')).toEqual([
      ['#VALUE!', 2, 1],
      ['#VALUE!', 4, 2],
    ]);
  });

  it('are #SPILL! where something is in the way, and spill again when it goes', async () => {
    await workbench.set('F1', '=COOP.PARTS(90,3)');
    await workbench.set('G2', 'in the way');
    expect(await workbench.values('F1:G2')).toEqual([
      ['#SPILL!', ''],
      ['', 'in the way'],
    ]);
    await workbench.set('G2', '');
    expect(await workbench.values('F1:G3')).toEqual([
      ['part 1', 30],
      ['part 2', 30],
      ['part 3', 30],
    ]);
  });

  it('spill past the edge of the grid, which is only as large as it had to be', async () => {
    await workbench.set('Y990', '=COOP.PARTS(100,40)');
    expect((await workbench.values('Y1029:Z1029'))[0]).toEqual(['part 40', 2.5]);
  });

  it('recalculate what depends on an edit', async () => {
    await workbench.set('J1', [[100, '=COOP.SHARE(J1)', '=K1*2']]);
    await workbench.set('J1', 500);
    expect(await workbench.values('J1:L1')).toEqual([[500, 50, 100]]);
  });

  it('are #BUSY! while they wait, and hold nothing up', async () => {
    workbench.workbook.writer.write(workbench.area('N1:N2'), 'formula', [['=COOP.LATER(21)'], ['=1+2']]);
    workbench.workbook.writer.flush();
    await workbench.workbook.calculation.settle();
    expect(workbench.workbook.cells.read(workbench.area('N1:N2'), 'value')).toEqual([['#BUSY!'], [3]]);
    (workbench.page.window as unknown as { openGate: () => void }).openGate();
    expect(await workbench.values('N1:N2')).toEqual([[42], [3]]);
    expect(await workbench.calculate('=COOP.LATER(2)')).toEqual([['4']]);
  });

  it('bring a number format that goes with the value, and leave the cell its own', async () => {
    const { writer } = workbench.workbook;
    await workbench.set('P1', [['=COOP.DUE()', '=COOP.DUE()', '=COOP.DUE()', '=IF(P9,5,COOP.DUE())']]);
    expect(await workbench.text('P1:S1')).toEqual([['2025-08-15', '2025-08-15', '2025-08-15', '2025-08-15']]);
    expect(workbench.workbook.cells.read(workbench.area('P1'), 'ownFormat')).toEqual([['General']]);
    await workbench.set('P1', 900);
    await workbench.set('Q1', '=400+500');
    writer.write(workbench.area('R1'), 'format', [['dd.mm.yyyy']]);
    await workbench.set('P9', true);
    expect(await workbench.text('P1:S1')).toEqual([['900', '900', '15.08.2025', '5']]);
    await workbench.set('R1', 45885);
    await workbench.set('P9', '');
    expect(await workbench.text('R1:S1')).toEqual([['16.08.2025', '2025-08-15']]);
  });

  it('take thousands of cells', async () => {
    const rows = isFullLaw ? 20_000 : 4_000;
    const area = { ...workbench.area('AB1'), rows, columns: 2 };
    workbench.workbook.writer.write(
      area,
      'formula',
      Array.from({ length: rows }, (_, i) => [i, `=COOP.SHARE(AB${i + 1})`]),
    );
    await workbench.settle();
    expect(await workbench.calculate(`=SUM(Sheet1!AC1:AC${rows})`)).toEqual([[String((rows * (rows - 1)) / 20)]]);
    expect(await workbench.calculate(`=COOP.TOTAL(Sheet1!AB1:AC${rows})`)).toEqual([[String((rows * (rows - 1) * 11) / 20)]]);
  });

  it('of Excel leave out the rows that a person hides, and count them again once they are shown', async () => {
    await workbench.set('U1', [[1], [20], [300], ['=SUBTOTAL(109,U1:U3)']]);
    const show = async (isShown: boolean): Promise<unknown[][]> => {
      workbench.workbook.run(`sheet.mutation.set-row-${isShown ? 'visible' : 'hidden'}`, {
        subUnitId: workbench.area('U2').sheet.getSheetId(),
        ranges: [{ startRow: 1, endRow: 1, startColumn: 0, endColumn: 20 }],
      });
      await workbench.recalculate();
      return workbench.values('U4');
    };
    expect([await show(false), await show(true)]).toEqual([[[301]], [[321]]]);
  });

  it('of Excel read a text as the number or day it looks like, again and again, and words as words', async () => {
    await workbench.set('W1', [['="40%"*W4', '="2024-03-10"+W4', '=IFERROR("forty"*W4,"words")']]);
    await workbench.set('W5', [
      ["'40%", 1],
      ["'1234567", 10],
      ["'forty", 100],
    ]);
    await workbench.set('W2', [['=SUMIFS(X5:X7,W5:W7,1234567)*W4', '=SUMIFS(X5:X7,W5:W7,"<>0.4")*W4']]);
    for (const factor of [1, 2]) {
      await workbench.set('W4', factor);
      expect(await workbench.values('W1:Y2')).toEqual([
        [0.4 * factor, 45_361 + factor, 'words'],
        [10 * factor, 110 * factor, ''],
      ]);
    }
  });

  it('survive a formula left unfinished while typing', async () => {
    await workbench.calculate('=SUM(Items[');
    expect(await workbench.calculate('=COOP.SHARE(100,0.3)')).toEqual([['30']]);
  });

  it('leave nothing behind when a formula is only worked out', () => {
    expect(workbench.workbook.sheets.all.map((sheet) => sheet.getName())).toEqual(['Sheet1']);
    expect(workbench.unknownCalls).toEqual([]);
  });
});

describe('a workbook in the 1904 date system', () => {
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    workbench = await startFixture({ dateSystem: 1904, blank: '' });
  });
  afterAll(() => workbench.dispose());

  it('says so to an add-in that asks for YEAR(0)', async () => {
    const year = await workbench.page.window.Excel.run(async (context) => {
      const result = context.workbook.functions.year(0).load('value');
      await context.sync();
      return result.value;
    });
    expect(year).toBe(1904);
  });

  it('counts days from 1904', async () => {
    await workbench.set('A1', '2025-08-15');
    expect(await workbench.values('A1')).toEqual([[45884 - 1462]]);
    expect(await workbench.text('A1')).toEqual([['2025-08-15']]);
  });

  it('may hand over blanks as another Excel does', async () => {
    expect(await workbench.calculate('=COOP.SHAPE(Z99)')).toEqual([['string:']]);
  });
});
