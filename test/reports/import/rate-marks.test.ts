import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import { readReports } from '../../../src/reports/import/read-reports';
import { csv, file } from '../../support/report-files';

const HEADER = [
  'participantId',
  'programName',
  'earningType',
  'earningDate',
  'transactionCurrency',
  'earningAmount',
  'earningExchangeRate',
  'transactionAmount',
  'transactionAmountUSD',
];
const row = (currency: string, amount: string, rate: string, transaction = '', usd = ''): string[] => [
  '1234567',
  'Microsoft Commerce Incentives',
  'Coop',
  '2024-10-31',
  currency,
  amount,
  rate,
  transaction,
  usd,
];
const read = (...rows: string[][]) => readReports([file('a.csv', csv([HEADER, ...rows]))]);
const dollars = ({ months }: Awaited<ReturnType<typeof readReports>>): number => months.reduce((all, { micros }) => all + micros, 0) / 1e6;

describe("a report's own exchange rate", () => {
  it.each<[string, string[][], number]>([
    ['multiplies where its transaction shows it', [row('EUR', '100', '1.08', '1000', '1080')], 108],
    ['divides where its transaction shows it', [row('EUR', '100', '0.925926', '1000', '1080')], 108],
    ['is read as other rows show, before', [row('EUR', '100', '1.08', '1000', '1080'), row('GBP', '100', '1.25')], 233],
    ['and behind', [row('GBP', '100', '0.8'), row('EUR', '92.5926', '0.925926', '1000', '1080')], 225],
    ['is read where only a refund shows it', [row('GBP', '100', '0.8', '-80', '-100')], 125],
    ['of 1 needs no proof', [row('CUC', '100', '1')], 100],
    ['is not needed for US dollars', [row('USD', '100', '2')], 100],
    ['in whole currencies of large numbers', [row('KRW', '1390000', '1390', '139000000000', '100000000')], 1000],
  ])('%s', async (_, rows, usd) => {
    const given = await read(...rows);
    expect(given).toMatchObject({ counted: rows.length, complete: true });
    expect(dollars(given)).toBeCloseTo(usd, 3);
  });

  it.each<[string, string[][]]>([
    ['no transaction', [row('JPY', '40000', '149.5')]],
    ['a transaction at another rate', [row('JPY', '40000', '149.5', '1000000', '7000')]],
    ['transactions that contradict each other', [row('JPY', '40000', '149.5', '1495', '10'), row('JPY', '40000', '149.5', '10', '1495')]],
    ['a transaction of less than a dollar', [row('JPY', '40000', '149.5', '100', '0.67')]],
  ])('with %s is not used', async (_, rows) =>
    expect(await read(...rows)).toMatchObject({
      counted: 0,
      files: [{ atOwnRate: 0 }],
      quarantined: rows.map(() => ({
        micros: null,
        reason:
          'The amount is in "JPY", and the rows don\'t show whether its exchange rate multiplies or divides. Bring in a report with the column earningAmountUSD.',
      })),
    }),
  );
});
