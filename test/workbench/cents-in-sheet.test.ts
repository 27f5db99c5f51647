import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../src/cells/workbook-rules';
import { keptFunds } from '../support/kept-funds';
import { fundsOf } from '../../src/reports/funds';
import { readReports } from '../../src/reports/import/read-reports';
import { rulesOn } from '../../src/rulebook/rules-on';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { importAsJson } from '../../src/terminal/import-text';
import { startExcel } from '../support/excel-without-pane';
import { centRow, charted, HEADER, MCI, reference, type Row } from '../support/parts-of-a-cent';
import { csv, file } from '../support/report-files';

interface TerminalFund {
  partnerId: string;
  program: string;
  half: string;
  rebate: number;
  coop: number;
  usable: number | null;
  converted: number | null;
}

/** The cells that the shipped functions fill from earnings with parts of a cent, through the unmodified office.js. */
describe('parts of a cent in the sheet', () => {
  const { tables, chart } = openExcelWorkbook();
  const { clear, column, workbench, lookFrom } = startExcel();
  beforeEach(async () => {
    await clear();
    await lookFrom('2025-03-01');
  });

  const values = async (table: string): Promise<Record<string, unknown>[]> => {
    await workbench().settle();
    return Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(table).getRange();
      range.load('values');
      await context.sync();
      const [header = [], ...rows] = range.values as unknown[][];
      return rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(header[index]), cell])));
    });
  };
  const dollars = (cents: number): string => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const forty = (amount: string, lever: string): Row[] =>
    Array.from({ length: 40 }, () => ['1234567', MCI, lever, 'Coop', amount, '2024-12-31', '']);

  it.each<[string, Row[]]>([
    ['forty rows of 0.0044', [...forty('0.0044', 'Core')]],
    ['forty of 250.001249 and of -0.000125', [...forty('250.001249', 'Core'), ...forty('-0.000125', 'Growth')]],
    ['a threshold reached by parts of a cent alone', [...forty('249.999875', 'Core')]],
    ...fc
      .sample(fc.array(centRow, { minLength: 30, maxLength: 60 }), { numRuns: 3, seed: 20_241_001 })
      .map((rows, n): [string, Row[]] => [`random rows, ${n + 1}`, rows]),
  ])(
    '%s: CoopFunds, the pane and the terminal say the same cent',
    async (_, rows) => {
      const read = await readReports([file('parts.csv', csv([HEADER, ...rows]))]);
      const months = read.months.map(({ kind, first: _first, ...month }) => ({ ...month, isRollover: kind === 'rollover' }));
      await writeReport(tables, { months, skipped: [], asOf: null, source: 'parts.csv' });
      const sheet = await values('CoopFunds');
      const expected = reference(rows);
      expect(sheet.length).toBeGreaterThan(0);
      const figures = sheet.map((row) => [
        row['Partner ID'],
        row.Program,
        row['Fiscal half'],
        row.Rebate,
        row['Co-op'],
        row['Above threshold'],
        row.Converted,
      ]);
      expect(figures.map((row) => row.slice(0, 5))).toEqual(
        figures.map(([partner, program, half]) => [
          partner,
          program,
          half,
          ...['rebate', 'co-op'].map((kind) => (expected.get([partner, program, half, kind].join('|')) ?? 0) / 100),
        ]),
      );

      const [earnings = null, funds = null] = await tables.read(['CoopEarnings', 'CoopFunds']);
      const pane = keptFunds(earnings, funds, workbookRules()!, '2025-03-01').flatMap(({ label, funds: itsFunds }) =>
        itsFunds.map((fund) => [
          fund.partnerId,
          fund.program,
          label,
          fund.rebate / 100,
          fund.coop / 100,
          fund.usable! / 100,
          fund.converted === null ? '' : fund.converted / 100,
        ]),
      );
      expect(pane.map(String).sort()).toEqual(figures.map(String).sort());
      const terminal = (
        JSON.parse(
          importAsJson(
            read,
            fundsOf(read, (day) => rulesOn(day), '2025-03-01'),
          ),
        ) as { funds: TerminalFund[] }
      ).funds;
      expect(
        terminal
          .map(({ partnerId, program, half, rebate, coop, usable, converted }) =>
            String([partnerId, program, half, rebate, coop, usable, converted]),
          )
          .sort(),
      ).toEqual(figures.map(String).sort());

      const levers = [...new Set(rows.filter(({ 2: lever, 3: type }) => lever !== '' && type === 'Coop').map(({ 2: lever }) => lever))];
      await chart.make({ levers, types: ['Coop'], months: 4 });
      const wanted = charted(rows);
      const shown = await Promise.all(levers.map(async (lever) => [lever, await column('CoopChart', lever)] as const));
      const chartMonths = (await column('CoopChart', 'Month')).map((month) => month.slice(0, 7));
      expect(shown).toEqual(levers.map((lever) => [lever, chartMonths.map((month) => dollars(wanted.get(`${month} ${lever}`) ?? 0))]));
    },
    60_000,
  );
});
