import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import { readSingleRows } from '../../../src/reports/import/single-rows';
import type { EarningRow } from '../../../src/domain/earnings/earning';
import { csv, file, SMALL_HEADER, smallRow } from '../../support/report-files';

const rowsOf = (amounts: readonly string[]) => [SMALL_HEADER, ...amounts.map((amount, n) => smallRow({ id: `e${n}`, amount }))];
const sum = ({ months }: Awaited<ReturnType<typeof readReports>>) => months.reduce((all, { micros }) => all + micros, 0) / 1e6;
const UNCLEAR = (amount: string) =>
  `The amount "${amount}" can't be read. Its point could be a decimal or a thousands separator, and the other amounts don't show which. Write a plain number such as 1234.50.`;

describe.each<[string, (amounts: readonly string[]) => Parameters<typeof readReports>[0][number]]>([
  ['tabs', (amounts) => file('r', csv(rowsOf(amounts), '\t'), 50)],
  ['commas and quotation marks', (amounts) => file('r', csv(rowsOf(amounts)), 1000)],
  ['pipes', (amounts) => file('r', csv(rowsOf(amounts), '|'), 7)],
  ['semicolons', (amounts) => file('r', csv(rowsOf(amounts), ';'), 50)],
  ['pasted text', (amounts) => ({ name: 'r', text: csv(rowsOf(amounts), '\t') })],
  ['cells', (amounts) => ({ name: 'r', cells: rowsOf(amounts) })],
])('with %s', (separator, source) => {
  const read = (...amounts: string[]) => readReports([source(amounts)]);
  it.each<[string, string[], number]>([
    ['a decimal comma between them', ['5.400', '1.234,50', '3.600'], 10_234.5],
    ['a decimal comma before them', ['1.234,50', '5.400', '-3.600'], 3034.5],
    ['a decimal comma behind them', ['5.400', '3.600', '12,5'], 9012.5],
    ['two points', ['5.400', '1.234.567', '(3.600)'], 1_236_367],
    ['a decimal comma with signs behind and in accounting format', ['5.400-', '$ (3.600)', '1.234,50-', 'USD 2.000'], -8234.5],
    ['a decimal comma with dollars and spaces', [' $5.400 ', '="3.600"', '$ 0,5', '(1.000)'], 8000.5],
  ])('%s makes every point before three digits one of thousands', async (_, amounts, total) => {
    const given = await read(...amounts);
    expect(given).toMatchObject({ counted: amounts.length, complete: true, rows: amounts.length });
    expect(sum(given)).toBe(total);
  });
  it('a decimal comma here and a decimal point there settle nothing: such rows are set aside, the others count', async () => {
    const given = await read('5.400', '1.234,50', '12.50', '3.600');
    expect(given).toMatchObject({
      counted: 2,
      quarantined: [
        { line: 2, reason: UNCLEAR('5.400') },
        { line: 5, reason: UNCLEAR('3.600') },
      ],
    });
    expect(sum(given)).toBe(1247);
  });
  if (separator === 'semicolons') {
    it('a point alone stays doubtful', async () =>
      expect(await read('5.400', '3.600')).toMatchObject({
        counted: 0,
        quarantined: [{ reason: UNCLEAR('5.400') }, { reason: UNCLEAR('3.600') }],
      }));
    return;
  }
  it.each<[string, string[], number]>([
    ['that all have three decimals', ['5.400', '3.600', '0.125'], 9.125],
    ['one alone', ['5.400'], 5.4],
    ['with other decimals before them', ['12.5', '5.400'], 17.9],
    ['with other decimals behind them', ['5.400', '900', '1234.567'], 2139.967],
    ['with commas of thousands', ['5.400', '1,234.50'], 1239.9],
  ])('amounts %s keep their decimal point', async (_, amounts, total) => {
    const given = await read(...amounts);
    expect(given).toMatchObject({ counted: amounts.length, complete: true });
    expect(sum(given)).toBeCloseTo(total, 6);
  });
  it('whole numbers next to three decimals, and nothing else, settle nothing', async () =>
    expect(await read('5.400', '900')).toMatchObject({ counted: 1, quarantined: [{ line: 2, reason: UNCLEAR('5.400') }] }));
});

it('the decimals of another column of amounts make them doubtful', async () => {
  const header = [...SMALL_HEADER, 'transactionAmount'];
  const given = await readReports([
    file('r', csv([header, [...smallRow({ amount: '5.400' }), '123.456,78'], [...smallRow({ id: 'e2', amount: '3.600' }), '90.000']])),
  ]);
  expect(given).toMatchObject({ counted: 0, quarantinedRows: 2 });
});

it('each file has marks of its own', async () => {
  const german = csv(rowsOf(['5.400', '1.234,50']), '\t');
  const plain = csv([SMALL_HEADER, smallRow({ id: 'x1', amount: '5.400' }), smallRow({ id: 'x2', amount: '1.5' })]);
  const both = await readReports([file('a', german), file('b', plain)]);
  expect(sum(both)).toBe(6634.5 + 6.9);
  expect(both.files).toHaveLength(2);
});

it("the report's own amounts and rates are read by their columns, too", async () => {
  const header = [
    'participantId',
    'programName',
    'earningType',
    'earningDate',
    'earningAmount',
    'earningExchangeRate',
    'transactionCurrency',
    'transactionAmountUSD',
    'transactionAmount',
    'transactionExchangeRate',
  ];
  const row = (amount: string, rate: string) => ['1', 'MCI', 'Coop', '2024-10-01', amount, rate, 'KRW', '200', '100', '2'];
  expect(sum(await readReports([file('r', csv([header, row('2.000', '1.100'), row('1.234,5', '0,5'), row('10', '1149,5')]))]))).toBe(
    2_000 * 1_100 + 617.25 + 11_495,
  );
});

it('single rows are those of the import', async () => {
  const rows: EarningRow[] = [];
  await readSingleRows([file('r', csv(rowsOf(['5.400', '1.234,50']), '\t'))], (some) => void rows.push(...some));
  expect(rows.map(({ amount }) => amount)).toEqual([5_400_000_000, 1_234_500_000]);
});

it('a source that gives something else the second time is refused, not read in part', async () => {
  let times = 0;
  const whole = new TextEncoder().encode(csv(rowsOf(['5.400', '1.234,50']), '\t'));
  const once = {
    name: 'pipe',
    async *pieces() {
      yield times++ === 0 ? whole : whole.subarray(0, whole.length - 30);
    },
  };
  await expect(readReports([once])).rejects.toThrow(/can be read only once/);
});
