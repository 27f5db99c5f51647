import { describe, expect, it } from 'vitest';
import { readReports } from '../../../src/reports/import/read-reports';
import { csv, file, SAMPLE_TEXT, SMALL_HEADER, smallRow } from '../../support/report-files';

const DOLLAR = 1_000_000;
const HEADER = [...SMALL_HEADER, 'transactionAmountUSD'];
type Row = Parameters<typeof smallRow>[0] & { eligible?: string };
const row = ({ eligible = '2500.00', ...over }: Row = {}) => [...smallRow(over), eligible];
const report = (...rows: string[][]) => csv([HEADER, ...rows]);
const monthsOf = async (...texts: string[]) => (await readReports(texts.map((text, n) => file(`${n}.csv`, text)))).months;
const eligibleOf = async (...texts: string[]) => (await monthsOf(...texts)).map(({ eligible }) => eligible);

describe('the eligible amount of a month', () => {
  it('is the sum of the US dollars of its transactions, for each earning type on its own', async () => {
    const months = await monthsOf(SAMPLE_TEXT);
    const eligible = (lever: string, type: string) =>
      months.find((month) => month.partnerId === '1234567' && month.lever.startsWith(lever) && month.earningType === type)!.eligible;
    expect(eligible('Core - Modern', 'Coop')).toBe(240_000 * DOLLAR);
    expect(eligible('Core - Modern', 'Rebate')).toBe(240_000 * DOLLAR);
    expect(eligible('Azure CSP Customer', 'Rebate')).toBe(4_000 * DOLLAR);
  });

  it('has nothing of what is taken back without a transaction', async () => {
    const months = await monthsOf(SAMPLE_TEXT);
    // co-op of 1,680.00 on 60,000.00, and 30.00 taken back
    const taken = months.find(
      ({ lever, earningType, partnerId }) => lever.startsWith('Global Str') && earningType === 'Coop' && partnerId === '1234567',
    );
    expect(taken).toMatchObject({ eligible: 60_000 * DOLLAR, micros: 1_650 * DOLLAR });
  });

  it.each<[string, Row]>([
    ['of an earning is blank', { eligible: '' }],
    ["can't be read", { eligible: 'n/a' }],
    ['is an Excel error', { eligible: '#REF!' }],
    ['is too large to be kept exactly', { eligible: '1e30' }],
  ])('is unknown if one %s, and the earnings count all the same', async (_, over) => {
    const months = await monthsOf(
      report(row(), row({ id: 'e2', ...over }), row({ id: 'e3', date: '2024-11-30', ...over, eligible: '7.00' })),
    );
    expect(months.map(({ eligible, micros }) => [eligible, micros])).toEqual([
      [null, 200 * DOLLAR],
      [7 * DOLLAR, 100 * DOLLAR],
    ]);
  });

  it('is unknown without the column, with two of them, and in a Growth download, which repeats earnings', async () => {
    expect(await eligibleOf(csv([SMALL_HEADER, smallRow()]))).toEqual([null]);
    expect(
      await eligibleOf(
        csv([
          [...HEADER, 'TransactionAmountUsd'],
          [...row(), '1.00'],
        ]),
      ),
    ).toEqual([null]);
    expect(
      await eligibleOf(
        csv([
          [...HEADER, 'transactionMonth'],
          [...row(), '2024-10'],
        ]),
      ),
    ).toEqual([null]);
  });

  it('is that of the rows that count: once for a duplicate, the latest calculation for a recalculated earning', async () => {
    const later = { calculated: '2025-02-01T00:00:00.000Z' };
    expect(await eligibleOf(report(row(), row()))).toEqual([2_500 * DOLLAR]);
    expect(await eligibleOf(report(row(), row({ ...later, amount: '90.00', eligible: '2000.00' })))).toEqual([2_000 * DOLLAR]);
    expect(await eligibleOf(report(row(), row({ ...later, eligible: '2400.00' })))).toEqual([2_400 * DOLLAR]);
    expect(await eligibleOf(report(row({ ...later, eligible: '2400.00' }), row()))).toEqual([2_400 * DOLLAR]);
  });

  it('comes from the file that has it, whichever is read first', async () => {
    const without = csv([SMALL_HEADER, smallRow()]);
    expect(await eligibleOf(without, report(row()))).toEqual([2_500 * DOLLAR]);
    expect(await eligibleOf(report(row()), without)).toEqual([2_500 * DOLLAR]);
  });

  it('is read with the decimal marks of the other amounts, and negative for a cancellation', async () => {
    const german = row({ amount: '1.234,50', eligible: '30.862,50' });
    expect(await eligibleOf(csv([HEADER, german, row({ id: 'e2', amount: '-34,50', eligible: '-862,50' })], ';'))).toEqual([
      30_000 * DOLLAR,
    ]);
  });

  it('is added up in rows without earning IDs too', async () => {
    const summarized = (eligible: string) => row({ eligible, amount: '10.00' }).slice(1);
    expect(await eligibleOf(csv([HEADER.slice(1), summarized('100.00'), summarized('150.00')]))).toEqual([250 * DOLLAR]);
    expect(await eligibleOf(csv([HEADER.slice(1), summarized('100.00'), summarized('')]))).toEqual([null]);
  });
});
