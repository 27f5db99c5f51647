import { beforeEach, describe, expect, it } from 'vitest';
import '../support/custom-functions';
import { explain } from '../../src/explain/explain';
import type { ExplainedCell, Explanation } from '../../src/explain/explanation';
import { openPlanning } from '../../src/planner/store/open-planning';
import { withRuleBehind } from '../../src/planner/funds/rule-behind';
import type { MonthEarned } from '../../src/storage/funds/earnings-table';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { earned, uncounted } from '../support/records';

/** CoopFunds adds up CoopEarnings by its column Fund: the same cents as COOP.ACCRUED over all of it. */
describe('what a fund earned, by the key of its rows', () => {
  const port = openExcelWorkbook();
  const { clear, column, row, set, workbench } = startExcel();
  beforeEach(clear);

  const write = (months: readonly MonthEarned[], skipped = [] as ReturnType<typeof uncounted>[]) =>
    writeReport(port.tables, { months, skipped, asOf: null, source: 'a.csv' });
  const oddly = (text: string, over: Partial<MonthEarned> & { cents: number }): MonthEarned => earned({ lever: text, ...over });
  const troubles = async (): Promise<readonly string[]> => {
    const store = openPlanning(port);
    await store.readAgain();
    const state = store.current();
    return state.step === 'read' ? state.read.troubles : [state.step];
  };

  it('counts each kind in any spelling, in its half, and leaves out claims and fees', async () => {
    await write([
      oddly('a', { cents: 600_000, month: '2024-07' }),
      oddly('b', { cents: 1, month: '2024-12', earningType: 'Co-op' }),
      oddly('c', { cents: -3_000, earningType: 'Adjustment–Coop' }),
      oddly('d', { cents: 50_000, earningType: 'Rebate' }),
      oddly('e', { cents: 7_000, earningType: 'Indirect Rebate' }),
      oddly('f', { cents: 900_000, earningType: 'Rebate', isRollover: true }),
      oddly('g', { cents: 800_000, earningType: 'Claim' }),
      oddly('h', { cents: 700_000, earningType: 'Fee' }),
      oddly('i', { cents: 40, month: '2025-01' }),
      oddly('j', { cents: 20, partnerId: '0099999' }),
    ]);
    // people write some of it in their own way
    await set('CoopEarnings', 'Partner ID', 0, 'MPN 01234567');
    await set('CoopEarnings', 'Program', 0, ' mci ');
    await set('CoopEarnings', 'Month', 0, "'2024-07");
    expect((await column('CoopEarnings', 'Fund'))[0]).toBe('1234567 | Microsoft Commerce Incentives | FY25 H1');
    expect(await column('CoopFunds', 'Fund')).toEqual([
      '99999 | Microsoft Commerce Incentives | FY25 H1',
      '1234567 | Microsoft Commerce Incentives | FY25 H1',
      '1234567 | Microsoft Commerce Incentives | FY25 H2',
    ]);
    expect(await column('CoopFunds', 'Co-op')).toEqual(['0.20', '5,970.01', '0.40']);
    expect(await column('CoopFunds', 'Rebate')).toEqual(['0.00', '570.00', '0.00']);
    expect(await troubles()).toEqual([]);
  });

  it('says so instead of leaving out a row that can’t be read', async () => {
    await write([earned({ cents: 600_000 }), earned({ cents: 5, month: '2025-02' })]);
    await set('CoopEarnings', 'Amount USD', 0, 'lots');
    expect(await column('CoopFunds', 'Co-op')).toEqual(["A row can't be read", '0.05']);
    await set('CoopEarnings', 'Amount USD', 0, 7);
    expect(await column('CoopFunds', 'Co-op')).toEqual(['7.00', '0.05']);
    // no one knows which fund's it is
    await set('CoopEarnings', 'Month', 0, 'last October');
    expect(await column('CoopFunds', 'Co-op')).toEqual(["A row can't be read", "A row can't be read"]);
    expect(await column('CoopFunds', 'Status')).toEqual(['', '']);
    expect(await column('CoopFunds', 'Free')).toEqual(['0.00', '0.00']);
  });

  it('names a program that the sheet reads as another one than the pane', async () => {
    await write([earned({ program: 'CSP Direct Bill Partner' }), earned({ program: 'CSP Direct Bill Partner', month: '2024-11' })]);
    await set('CoopEarnings', 'Program', 0, 'CSP Direct');
    expect(await troubles()).toEqual([
      'CoopEarnings has rows of the program "CSP Direct" that CoopFunds, which calls it "CSP Direct Bill Partner", doesn\'t add up. Write it that way.',
    ]);
  });

  it('keeps one spelling of a program, whatever later reports write', async () => {
    await write([earned({ program: 'Moon – Growth', cents: 100 })]);
    await write([earned({ program: 'Moon-Growth', cents: 23, month: '2024-11' })]);
    expect(await column('CoopFunds', 'Co-op')).toEqual(['1.23']);
    expect(await troubles()).toEqual([]);
  });

  it('shows no amount and no error for a fund of which only rows are known that can’t be counted', async () => {
    await write([], [uncounted({ half: 'FY25 H1', micros: null })]);
    const cells = await row('CoopFunds');
    expect(cells).toMatchObject({ Fund: '1234567 | Microsoft Commerce Incentives | FY25 H1', 'Rows skipped': '1' });
    expect(cells).toMatchObject({ 'Co-op': 'No earnings counted', Rebate: 'No earnings counted', Status: '', 'Above threshold': '' });
    expect(Object.entries(cells).filter(([, text]) => text.startsWith('#'))).toEqual([]);
    expect(await troubles()).toEqual([]);
  });

  describe('in Explain', () => {
    const cellOf = async (name: string, index: number): Promise<ExplainedCell> =>
      Excel.run(async (context) => {
        const cell = context.workbook.tables.getItem('CoopFunds').columns.getItem(name).getDataBodyRange().getCell(index, 0);
        cell.load('formulas,values,text,address');
        await context.sync();
        const [sheet, address] = cell.address.split('!') as [string, string];
        return {
          sheet: sheet.replace(/'/g, ''),
          address,
          formula: String(cell.formulas[0]![0]),
          value: cell.values[0]![0] as number,
          text: cell.text[0]![0]!,
        };
      });
    const explained = async (cell: ExplainedCell): Promise<Explanation> => {
      await workbench().settle();
      return explain(cell, (wanted, from) => port.read(wanted, from), __CATALOGUE__);
    };

    it('shows the rule and the rows of the function that adds up the same', async () => {
      await write([earned({ cents: 600_000 }), earned({ cents: 5, month: '2024-11' }), earned({ cents: 700, earningType: 'Rebate' })]);
      await workbench().settle();
      const cell = await cellOf('Co-op', 0);
      expect(cell).toMatchObject({ value: 6000.05, formula: expect.stringContaining('SUMIFS') as string });
      const explanation = await explained(withRuleBehind(cell));
      expect(explanation).toMatchObject({ gives: '6000.05', remarks: [] });
      expect(explanation.calls.map(({ name, steps }) => [name, steps])).toEqual([
        [
          'COOP.ACCRUED',
          [
            '3 rows in the report, 2 counted here.',
            'Partner ID 1234567 earned $6,000.05 (co-op) from Microsoft Commerce Incentives in FY25 H1.',
          ],
        ],
      ]);
    });

    it('shows why there is no amount, and does not call the text out of date', async () => {
      await write([earned({ cents: 600_000 })]);
      await set('CoopEarnings', 'Amount USD', 0, 'lots');
      await workbench().settle();
      const explanation = await explained(withRuleBehind(await cellOf('Co-op', 0)));
      expect(explanation.remarks).toEqual([]);
      expect(explanation.calls[0]!.result).toMatchObject({
        kind: 'problem',
        sentence: expect.stringContaining('the amount "lots" can\'t be read') as string,
      });
    });

    it("takes people's own formulas as they are", async () => {
      const theirs: ExplainedCell = { sheet: 'S', address: 'A1', formula: '=SUMIFS(A:A,B:B,1)', value: 1, text: '1' };
      expect(withRuleBehind(theirs)).toBe(theirs);
    });
  });
});
