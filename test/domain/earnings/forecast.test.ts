import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, endOfMonth, type Day } from '../../../src/domain/calendar/day';
import { MICROS_A_CENT } from '../../../src/domain/money/money';
import { neededPerMonth, project, type AccrualSoFar, type Projection } from '../../../src/domain/earnings/forecast';
import { everyDay } from '../../support/every-day';

// FY25 H1 is July to December 2024
const HALF: AccrualSoFar['half'] = { fiscalYear: 2025, half: 1 };
const THREE = [1000, 2000, 3000, 0, 0, 0];
/** Months in cents. */
const ask = (coopByMonth: number[], asOf: Day, lastEarning: Day | null = asOf, firstCoopDay: Day | null = null) =>
  project({ half: HALF, asOf, coopByMonth: coopByMonth.map((cents) => Math.round(cents * MICROS_A_CENT)), lastEarning, firstCoopDay });
const shown = ({ actual, expected, low, high, completeMonths, remainingMonths }: Projection) => [
  actual,
  expected,
  low,
  high,
  completeMonths,
  remainingMonths,
];

describe('a projection', () => {
  it.each<[string, number[], Day, Day | null, Day | null, (number | null)[]]>([
    ['three months stand for six', THREE, '2024-09-30', '2024-09-30', null, [6000, 12_000, 9000, 15_000, 3, 3]],
    ['a month is complete on its last day', [1000, 2000, 0, 0, 0, 0], '2024-08-31', '2024-08-31', null, [3000, 9000, 7000, 11_000, 2, 4]],
    ['and not the day before', [1000, 2000, 0, 0, 0, 0], '2024-08-30', '2024-08-30', null, [3000, 7000, null, null, 1, 5]],
    [
      'the running month below the pace',
      [1000, 2000, 3000, 500, 0, 0],
      '2024-10-10',
      '2024-10-05',
      null,
      [6500, 12_000, 9000, 15_000, 3, 3],
    ],
    [
      'the running month above the pace',
      [1000, 2000, 3000, 5000, 0, 0],
      '2024-10-10',
      '2024-10-05',
      null,
      [11_000, 15_000, 13_000, 17_000, 3, 3],
    ],
    [
      'a month runs from its first day',
      [1000, 2000, 3000, 5000, 0, 0],
      '2024-10-01',
      '2024-10-01',
      null,
      [11_000, 15_000, 13_000, 17_000, 3, 3],
    ],
    ['an earning on a month’s first day reports it', THREE, '2024-10-31', '2024-10-01', null, [6000, 9000, 6000, 12_000, 4, 2]],
    ['one on the last day before does not', THREE, '2024-10-31', '2024-09-30', null, [6000, 12_000, 9000, 15_000, 3, 3]],
    ['months over but not reported are open', THREE, '2025-06-30', '2024-09-30', null, [6000, 12_000, 9000, 15_000, 3, 3]],
    [
      'a month without co-op lowers the pace',
      [3000, 0, 3000, 0, 0, 0],
      '2024-09-30',
      '2024-09-30',
      null,
      [6000, 12_000, 6000, 15_000, 3, 3],
    ],
    ['rounded at the end only', [1, 0, 0, 0, 0, 0], '2024-09-30', '2024-09-30', null, [1, 2, 1, 4, 3, 3]],
    ['half a cent up', [1, 0, 0, 1, 0, 0], '2024-10-31', '2024-10-31', null, [2, 3, 2, 4, 4, 2]],
    ['half a cent of the pace', [3, 0, 0, 0, 0, 0], '2024-10-31', '2024-10-31', null, [3, 5, 3, 9, 4, 2]],
    ['half a cent, below zero away from it', [-3, 0, 0, 0, 0, 0], '2024-10-31', '2024-10-31', null, [-3, -5, -9, -3, 4, 2]],
    ['a pace below zero goes on', [-100, -100, 0, 0, 0, 0], '2024-08-31', '2024-08-31', null, [-200, -600, -600, -600, 2, 4]],
    ['a running month above a pace below zero', [-100, -100, 0, 0, 0, 0], '2024-09-10', '2024-09-01', null, [-200, -500, -500, -500, 2, 4]],
    [
      'a month over but not reported has the pace, even below zero',
      [-100, -100, 0, 0, 0, 0],
      '2024-09-30',
      '2024-08-31',
      null,
      [-200, -600, -600, -600, 2, 4],
    ],
    ['one month gives no spread', [1000, 0, 0, 0, 0, 0], '2024-07-31', '2024-07-31', null, [1000, 6000, null, null, 1, 5]],
    ['the half is over', [1, 2, 3, 4, 5, 6], '2024-12-31', '2024-12-31', null, [21, 21, 21, 21, 6, 0]],
    ['the half is over but for its last day', [1, 2, 3, 4, 5, 6], '2024-12-30', '2024-12-30', null, [21, 21, 21, 21, 5, 1]],
    [
      'T28, C25: months before co-op are no pace',
      [0, 0, 0, 0, 5000, 0],
      '2024-11-30',
      '2024-11-30',
      '2024-11-01',
      [5000, 10_000, null, null, 1, 1],
    ],
    [
      'a month whose last day brings co-op counts',
      [0, 0, 0, 1000, 5000, 0],
      '2024-11-30',
      '2024-11-30',
      '2024-10-31',
      [6000, 9000, 7000, 11_000, 2, 1],
    ],
    ['co-op on the half’s last day', [0, 0, 0, 0, 0, 7], '2024-12-31', '2024-12-31', '2024-12-31', [7, 7, 7, 7, 1, 0]],
    [
      'F1: the sample before its December',
      [0, 0, 0, 360_000, 365_000, 0],
      '2024-11-30',
      '2024-11-30',
      '2024-10-01',
      [725_000, 1_087_500, 1_085_000, 1_090_000, 2, 1],
    ],
  ])('%s: %j on %s, reported to %s, co-op since %s: %j', (_, months, asOf, lastEarning, firstCoopDay, projection) =>
    expect(shown(ask(months, asOf, lastEarning, firstCoopDay))).toEqual(projection),
  );

  it.each<[string, Day, Day | null, Day | null, RegExp]>([
    ['before the half', '2024-06-30', '2024-06-30', null, /^FY25 H1 starts on Jul 1, 2024, after Jun 30, 2024/],
    ['no month over', '2024-07-30', '2024-07-30', null, /^No month of FY25 H1 is complete on Jul 30, 2024/],
    ['on the first day', '2024-07-01', '2024-07-01', null, /^No month/],
    ['nothing reported', '2024-12-30', null, null, /^No month/],
    ['reported to before the half', '2024-12-31', '2024-06-30', null, /^No month/],
    ['co-op begins after the half', '2024-12-31', '2024-12-31', '2025-01-01', /^The program earns co-op from Jan 1, 2025, after FY25 H1/],
  ])('%s: on %s, reported to %s, co-op since %s: not covered', (_, asOf, lastEarning, firstCoopDay, sentence) => {
    expect(() => ask(THREE, asOf, lastEarning, firstCoopDay)).toThrow(sentence);
    expect(() => ask(THREE, asOf, lastEarning, firstCoopDay)).toThrow(expect.objectContaining({ kind: 'not covered' }));
  });

  const months = fc.array(fc.integer({ min: -100_000, max: 900_000 }), { minLength: 6, maxLength: 6 });
  const days = everyDay(2024, 2024).filter((day) => day >= '2024-07-31');
  const everyAccrual = fc.tuple(months, fc.constantFrom<Day>(...days)).map(([all, asOf]) => ({
    // what is not yet earned is nothing
    asOf,
    coop: all.map((coop, n) => (addMonths('2024-07-01', n) <= asOf ? coop : 0)),
  }));

  it('low ≤ expected ≤ high, and every month of the half is complete or remaining', () =>
    fc.assert(
      fc.property(everyAccrual, ({ asOf, coop }) => {
        const { actual, expected, low, high, completeMonths, remainingMonths } = ask(coop, asOf);
        expect(actual).toBe(coop.reduce((total, amount) => total + amount, 0));
        expect(completeMonths + remainingMonths).toBe(6);
        expect([low === null, high === null]).toEqual([completeMonths === 1, completeMonths === 1]);
        if (low !== null && high !== null) expect(low <= expected && expected <= high).toBe(true);
        if (coop.every((amount) => amount >= 0)) expect(expected).toBeGreaterThanOrEqual(actual);
      }),
      { numRuns: 500 },
    ));

  it('is the sum of its months, in exact fractions', () =>
    fc.assert(
      fc.property(everyAccrual, ({ asOf, coop }) => {
        const ends = coop.map((_, n) => endOfMonth(addMonths('2024-07-01', n)));
        const complete = coop.filter((_, n) => ends[n]! <= asOf);
        const count = BigInt(complete.length);
        const pace = BigInt(complete.reduce((total, amount) => total + amount, 0));
        // in units of a cent divided by the number of complete months
        const whole = coop.reduce((total, amount, n) => {
          const scaled = BigInt(amount) * count;
          const isRunning = ends[n]!.slice(0, 7) === asOf.slice(0, 7);
          if (ends[n]! <= asOf) return total + scaled;
          return total + (isRunning && scaled > pace ? scaled : pace);
        }, 0n);
        const size = ((whole < 0n ? -whole : whole) * 2n + count) / (count * 2n);
        expect(ask(coop, asOf).expected).toBe(Number(whole < 0n ? -size : size));
      }),
      { numRuns: 500 },
    ));

  /** Half away from zero. */
  const meanOf = (total: number, count: number) => Math.sign(total) * Math.round(Math.abs(total) / count) + 0;
  it('is what was earned once the half is over', () =>
    fc.assert(
      fc.property(months, (coop) => {
        const total = coop.reduce((sum, amount) => sum + amount, 0);
        expect(ask(coop, '2024-12-31')).toEqual({
          actual: total,
          expected: total,
          low: total,
          high: total,
          pace: meanOf(total, 6),
          completeMonths: 6,
          remainingMonths: 0,
        });
      }),
    ));
});

describe('needed per month', () => {
  it.each<[number, number, number]>([
    [0, 3, 0],
    [-500, 3, 0],
    [0, 0, 0],
    [-1, 0, 0],
    [400_000, 3, 133_334],
    [400_000, 4, 100_000],
    [1, 6, 1],
    [6, 6, 1],
    [7, 6, 2],
    [1, 1, 1],
  ])('a shortfall of %d over %d months is %d each', (shortfall, remaining, each) =>
    expect(neededPerMonth(shortfall, remaining)).toBe(each),
  );

  it('with no month left is not covered', () =>
    expect(() => neededPerMonth(1, 0)).toThrow(
      expect.objectContaining({ kind: 'not covered', message: "The threshold isn't reached, and no months are left." }),
    ));

  it('is the fewest cents that make it up', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 6 }), (shortfall, remaining) => {
        const each = neededPerMonth(shortfall, remaining);
        expect(each * remaining).toBeGreaterThanOrEqual(shortfall);
        expect((each - 1) * remaining).toBeLessThan(shortfall);
      }),
    ));
});
