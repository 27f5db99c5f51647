import { describe, expect, it } from 'vitest';
import { readReports } from '../../../src/reports/import/read-reports';
import { csv, file } from '../../support/report-files';

const HEADER = [
  'earningId',
  'participantId',
  'programName',
  'earningType',
  'earningDate',
  'transactionCurrency',
  'earningAmount',
  'earningExchangeRate',
  'earningAmountUSD',
];

/** A row: its currency, own amount, rate, US dollars, and month. */
type Row = readonly [currency: string, amount: string, rate: string, usd: string, month?: string];
let ids = 0;
const rowOf = ([currency, amount, rate, usd, month = '2024-11']: Row): string[] => [
  `earning-${++ids}`,
  '1234567',
  'Microsoft Commerce Incentives',
  'Coop',
  `${month}-28`,
  currency,
  amount,
  rate,
  usd,
];
const ratesOf = async (header: readonly string[], ...rows: readonly Row[]) =>
  (await readReports([file('a.csv', csv([header, ...rows.map(rowOf)]))])).rates;
const EURO = { currency: 'EUR', month: '2024-11', file: 'a.csv' };

describe('the exchange rates of a report', () => {
  it.each<[string, readonly Row[], unknown]>([
    [
      'US dollars per euro: 500.00 x 1.0843 = 542.15',
      [['EUR', '500.00', '1.0843', '542.15']],
      [{ ...EURO, rate: 1.0843, perDollar: null }],
    ],
    [
      'euros per US dollar: 500.00 / 0.8 = 625.00, so a euro is 1.25',
      [['EUR', '500.00', '0.8', '625.00']],
      [{ ...EURO, rate: 1.25, perDollar: 0.8 }],
    ],
    [
      'of which one row proves the direction, though another is too small to',
      [
        ['EUR', '0.01', '1.0843', '0.01'],
        ['EUR', '500.00', '1.0843', '542.15'],
      ],
      [{ ...EURO, rate: 1.0843, perDollar: null }],
    ],
    [
      'with a rate and an amount written with a comma',
      [['EUR', '1.500,00', '1,0843', '1626.45']],
      [{ ...EURO, rate: 1.0843, perDollar: null }],
    ],
    [
      'by currency, the newest month first',
      [
        ['GBP', '100.00', '1.3', '130.00'],
        ['EUR', '500.00', '1.0843', '542.15'],
        ['EUR', '500.00', '1.1', '550.00', '2024-12'],
      ],
      [
        { ...EURO, month: '2024-12', rate: 1.1, perDollar: null },
        { ...EURO, rate: 1.0843, perDollar: null },
        { ...EURO, currency: 'GBP', rate: 1.3, perDollar: null },
      ],
    ],
  ])('%s', async (_, rows, rates) => expect(await ratesOf(HEADER, ...rows)).toEqual(rates));

  it.each<[string, readonly Row[]]>([
    ['too small an amount to prove a direction', [['EUR', '0.01', '1.0843', '0.01']]],
    ['a rate of 1, which is the same in both directions', [['EUR', '500.00', '1', '500.00']]],
    ['amounts that neither direction explains', [['EUR', '500.00', '1.0843', '600.00']]],
    [
      'rows that contradict each other',
      [
        ['EUR', '500.00', '1.0843', '542.15'],
        ['EUR', '500.00', '1.0843', '461.13'],
      ],
    ],
    [
      'two rates in one month',
      [
        ['EUR', '500.00', '1.0843', '542.15'],
        ['EUR', '500.00', '1.1', '550.00'],
      ],
    ],
    ['US dollars', [['USD', '500.00', '1.25', '625.00']]],
    ['no currency code', [['euro', '500.00', '1.0843', '542.15']]],
    ['a blank rate', [['EUR', '500.00', '', '542.15']]],
    ['an amount that is not a number', [['EUR', 'n/a', '1.0843', '542.15']]],
    ['a row that is not counted', [['EUR', '500.00', '1.0843', '542.15', 'November']]],
  ])('has none of %s', async (_, rows) => expect(await ratesOf(HEADER, ...rows)).toEqual([]));

  it('has none without US dollars of its own, which would prove nothing', async () =>
    expect(await ratesOf(HEADER.slice(0, -1), ['EUR', '500.00', '1.0843', ''])).toEqual([]));

  it('has none with two columns of one name, and counts the row as before', async () => {
    const { rates, counted } = await readReports([
      file(
        'a.csv',
        csv([
          [...HEADER, 'earningExchangeRate'],
          [...rowOf(['EUR', '500.00', '1.0843', '542.15']), '1.1'],
        ]),
      ),
    ]);
    expect([rates, counted]).toEqual([[], 1]);
  });
});
