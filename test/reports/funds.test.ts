import { describe, expect, it } from 'vitest';
import '../support/custom-functions';
import type { Day } from '../../src/domain/calendar/day';
import { labelOf } from '../../src/domain/calendar/half';
import { backTest } from '../../src/reports/back-test';
import { fundsOf } from '../../src/reports/funds';
import { readReports } from '../../src/reports/import/read-reports';
import { rulesOn } from '../../src/rulebook/rules-on';
import { file, small, smallRow } from '../support/report-files';

const rules = (day: Day) => rulesOn(day);
/** A report with so much co-op in each of some months. */
const monthly = async (amounts: Record<string, string>) =>
  readReports([
    file('x', small(...Object.entries(amounts).map(([month, amount]) => smallRow({ id: month, date: `${month}-15`, amount })))),
  ]);
const fundOn = async (today: Day, amounts: Record<string, string>) => fundsOf(await monthly(amounts), rules, today)[0]!;

describe('a fund', () => {
  it.each<[string, Day, Record<string, string>]>([
    ['building up', '2024-08-31', { '2024-08': '2500', '2024-07': '2500' }],
    ['building up', '2024-07-10', { '2024-07': '1' }],
    ['will convert', '2024-08-31', { '2024-08': '100', '2024-07': '100' }],
    ['converted', '2025-01-01', { '2024-07': '9999.98', '2024-12': '0.01' }],
    ['incomplete', '2025-01-01', { '2024-07': '9999.98', '2024-11': '0.01' }],
    ['incomplete', '2025-10-01', { '2024-07': '9999.99' }],
    ['usable', '2025-01-01', { '2024-07': '9999.99', '2024-11': '0.01' }],
    ['usable', '2025-01-01', { '2024-07': '10000' }],
    ['usable', '2025-05-30', { '2024-07': '10000' }],
    ['lapsing', '2025-05-31', { '2024-07': '10000' }],
    ['lapsing', '2025-08-15', { '2024-07': '10000' }],
    ['lapsed', '2025-08-16', { '2024-07': '10000' }],
    ['lapsed', '2025-09-30', { '2024-07': '10000' }],
    ['closed', '2025-10-01', { '2024-07': '10000' }],
    ['no co-op', '2025-10-01', { '2024-07': '0' }],
  ])('is %s on %s with %j', async (status, today, amounts) => expect((await fundOn(today, amounts)).status).toBe(status));

  it('of a half that is over misses the months after its report, and what they may bring is expected, not known', async () => {
    expect(await fundOn('2025-01-02', { '2024-07': '1500', '2024-10': '5300' })).toMatchObject({
      missing: ['2024-11', '2024-12'],
      expected: 1_020_000,
    });
    expect(await fundOn('2024-12-31', { '2024-07': '1500' })).toMatchObject({ missing: [] });
  });

  it('is expected to earn what its months up to the day say, whatever a later report has of the months after it', async () => {
    const months = { '2024-07': '1000', '2024-08': '1000' };
    const seen = { expected: 600_000, status: 'will convert' };
    expect(await fundOn('2024-08-31', months)).toMatchObject({ coop: 200_000, ...seen });
    expect(await fundOn('2024-08-31', { ...months, '2024-11': '7000' })).toMatchObject({ coop: 900_000, ...seen });
  });

  it('is never of several Partner IDs together, which pass no threshold as one', async () => {
    const rows = ['2', '1', '10'].map((partner) => smallRow({ id: partner, partner, amount: '6000' }));
    expect(
      fundsOf(await readReports([file('x', small(...rows))]), rules, '2025-01-31').map(({ partnerId, usable, shortfall }) => [
        partnerId,
        usable,
        shortfall,
      ]),
    ).toEqual([
      ['1', 0, 400_000],
      ['2', 0, 400_000],
      ['10', 0, 400_000],
    ]);
  });
});

describe('the projection tried on past halves', () => {
  it('says what it would have said after each month, and what came of it', async () => {
    const { months } = await monthly({
      '2024-07': '100',
      '2024-08': '100',
      '2024-09': '400',
      '2024-10': '100',
      '2024-11': '100',
      '2024-12': '100',
      '2025-01': '7',
    });
    const tests = backTest(months, '2025-02-01');
    expect(
      tests.map(({ half, monthsKnown, expected, low, high, actual, isWithin }) => [
        labelOf(half),
        monthsKnown,
        expected,
        low,
        high,
        actual,
        isWithin,
      ]),
    ).toEqual([
      ['FY25 H1', 1, 60_000, null, null, 90_000, null],
      ['FY25 H1', 2, 60_000, 60_000, 60_000, 90_000, false],
      ['FY25 H1', 3, 120_000, 90_000, 180_000, 90_000, true],
      ['FY25 H1', 4, 105_000, 90_000, 150_000, 90_000, true],
      ['FY25 H1', 5, 96_000, 90_000, 120_000, 90_000, true],
    ]);
  });
  it('takes no half that is not over, or not reported to its end', async () => {
    const { months } = await monthly({ '2024-07': '100', '2024-11': '100' });
    expect(backTest(months, '2025-02-01')).toEqual([]);
    expect(backTest((await monthly({ '2024-12': '100' })).months, '2024-12-30')).toEqual([]);
    expect(backTest([], '2025-01-01')).toEqual([]);
  });
  it('takes no half with a month of which nothing is known, but one with a month that is known to be 0', async () => {
    const all = { '2024-07': '1', '2024-08': '1', '2024-09': '1', '2024-11': '1', '2024-12': '1', '2025-01': '1' };
    expect(backTest((await monthly(all)).months, '2025-02-01')).toEqual([]);
    expect(backTest((await monthly({ ...all, '2024-10': '0' })).months, '2025-02-01')).toHaveLength(5);
  });
});
