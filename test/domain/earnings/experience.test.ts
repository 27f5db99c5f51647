import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, endOfMonth, type Day } from '../../../src/domain/calendar/day';
import { expectedFromExperience, experienceOf, type EarnedOn } from '../../../src/domain/earnings/experience';
import { project, type AccrualSoFar } from '../../../src/domain/earnings/forecast';

const DOLLAR = 1_000_000;
const month = (text: `${number}-${number}`): Day => `${text}-01`;
const earned = (when: `${number}-${number}`, coop: number, eligible: number | null, lever = 'Core'): EarnedOn => ({
  month: month(when),
  lever,
  coop: Math.round(coop * DOLLAR),
  eligible: eligible === null ? null : Math.round(eligible * DOLLAR),
});
const IN_MARCH = { asOf: '2025-03-15' as Day, lastEarning: month('2025-02') };
const leverOf = (rows: EarnedOn[], lever = 'Core', when = IN_MARCH) =>
  experienceOf(rows, when)!.levers.find((found) => found.lever === lever)!;

describe('a rate from experience', () => {
  it('is co-op divided by eligible amount over the latest three months, at the average eligible amount of the latest six', () => {
    // 5% until November, 4% since; 100,000 a month, 160,000 in the last: 660,000 in six months
    const rows = [
      earned('2024-08', 9_000, 100_000),
      earned('2024-09', 5_000, 100_000),
      earned('2024-10', 5_000, 100_000),
      earned('2024-11', 5_000, 100_000),
      earned('2024-12', 4_000, 100_000),
      earned('2025-01', 4_000, 100_000),
      earned('2025-02', 6_400, 160_000),
    ];
    expect(experienceOf(rows, IN_MARCH)).toMatchObject({
      first: '2024-09-01',
      last: '2025-02-01',
      coop: 4_400 * DOLLAR,
      rated: { coop: 4_400 * DOLLAR, eligible: 110_000 * DOLLAR },
    });
    expect(leverOf(rows)).toMatchObject({ rate: 0.04, from: { first: '2024-12-01', last: '2025-02-01' }, eligible: 110_000 * DOLLAR });
    expect(leverOf(rows).months.map(({ rate }) => rate)).toEqual([0.05, 0.05, 0.05, 0.04, 0.04, 0.04]);
  });

  it('counts a month without an earning as one without sales, but none before the first earning', () => {
    const rows = [earned('2024-12', 300, 10_000), earned('2025-02', 300, 10_000)];
    expect(leverOf(rows)).toMatchObject({ rate: 0.03, eligible: 6_666_666_667, coop: 200 * DOLLAR });
    expect(leverOf(rows).months.map((each) => each.month)).toEqual(['2024-12-01', '2025-01-01', '2025-02-01']);
  });

  it('leaves out a month that is not over, and one that is not reported yet', () => {
    const rows = [earned('2025-01', 100, 5_000), earned('2025-02', 900, 5_000)];
    expect(leverOf(rows, 'Core', { asOf: '2025-02-27', lastEarning: month('2025-02') }).rate).toBe(0.02);
    expect(leverOf(rows, 'Core', { asOf: '2025-02-28', lastEarning: month('2025-02') }).rate).toBe(0.1);
    expect(leverOf(rows, 'Core', { asOf: '2025-03-31', lastEarning: month('2025-01') }).rate).toBe(0.02);
  });

  it('includes what was taken back, with or without an eligible amount', () => {
    // 1,000 − 200 on 10,000; and 1,000 − 200 on 10,000 − 2,000
    expect(leverOf([earned('2025-01', 1_000, 10_000), earned('2025-02', -200, 0)])).toMatchObject({ rate: 0.08, coop: 400 * DOLLAR });
    expect(leverOf([earned('2025-01', 1_000, 10_000), earned('2025-02', -200, -2_000)])).toMatchObject({ rate: 0.1, coop: 400 * DOLLAR });
  });

  it('is from the months that are known: one whose eligible amount is unknown has none', () => {
    const rows = [earned('2024-12', 400, 10_000), earned('2025-01', 7_777, null), earned('2025-02', 600, 10_000)];
    expect(leverOf(rows)).toMatchObject({ rate: 0.05, eligible: 10_000 * DOLLAR, coop: 500 * DOLLAR });
    expect(leverOf(rows).months).toMatchObject([{ rate: 0.04 }, { rate: null, eligible: null, coop: 7_777 * DOLLAR }, { rate: 0.06 }]);
  });

  it('makes a month unknown if one of its rows is', () => {
    const rows = [earned('2025-01', 400, 10_000), earned('2025-01', 1, null), earned('2025-02', 600, 10_000)];
    expect(leverOf(rows)).toMatchObject({ rate: 0.06, months: [{ coop: 401 * DOLLAR, eligible: null }, {}] });
  });

  it('is none without eligible amounts: such a lever earns its average, and has no part in the rate of all', () => {
    const rows = [
      earned('2025-01', 500, 10_000),
      earned('2025-02', 500, 10_000),
      earned('2025-01', 60, null, 'Flat'),
      earned('2025-02', 40, 0, 'Flat'),
    ];
    expect(leverOf(rows, 'Flat')).toMatchObject({ rate: null, from: null, coop: 50 * DOLLAR });
    expect(experienceOf(rows, IN_MARCH)).toMatchObject({ coop: 550 * DOLLAR, rated: { coop: 500 * DOLLAR, eligible: 10_000 * DOLLAR } });
  });

  it('is none if as much was canceled as sold', () =>
    expect(experienceOf([earned('2025-01', 100, 1_000), earned('2025-02', -100, -1_000)], IN_MARCH)).toBeNull());

  it.each<[string, EarnedOn[]]>([
    ['without earnings', []],
    ['with earnings of later months only', [earned('2025-03', 1, 10)]],
    ['without an eligible amount', [earned('2025-02', 1, null), earned('2025-01', 1, 0)]],
  ])('is unknown %s', (_, rows) => expect(experienceOf(rows, IN_MARCH)).toBeNull());

  it('is unknown if nothing is reported', () =>
    expect(experienceOf([earned('2025-02', 1, 10)], { asOf: '2025-03-15', lastEarning: null })).toBeNull());
});

const soFar = (coop: number[], asOf: Day, lastEarning: Day | null): AccrualSoFar => ({
  half: { fiscalYear: 2025, half: 2 },
  asOf,
  lastEarning,
  firstCoopDay: null,
  coopByMonth: coop.map((dollars) => Math.round(dollars * DOLLAR)),
});

describe('a half from experience', () => {
  it('has its complete months, and a month by experience for each other', () =>
    // 4,000 + 6,400, and four months of 4,400
    expect(expectedFromExperience(soFar([4_000, 6_400, 0, 0, 0, 0], '2025-03-15', month('2025-02')), { coop: 4_400 * DOLLAR })).toBe(
      2_800_000,
    ));

  it('counts the current month with what it has if that is more', () => {
    expect(expectedFromExperience(soFar([100, 70, 0, 0, 0, 0], '2025-02-10', month('2025-02')), { coop: 50 * DOLLAR })).toBe(37_000);
    expect(expectedFromExperience(soFar([100, 30, 0, 0, 0, 0], '2025-02-10', month('2025-02')), { coop: 50 * DOLLAR })).toBe(35_000);
  });

  it('can be expected before its first month is over', () =>
    expect(expectedFromExperience(soFar([0, 0, 0, 0, 0, 0], '2025-01-10', month('2024-12')), { coop: 50 * DOLLAR })).toBe(30_000));

  it('is what was earned once it is complete', () =>
    expect(expectedFromExperience(soFar([1, 2, 3, 4, 5, 6], '2025-07-15', month('2025-06')), { coop: 50 * DOLLAR })).toBe(2_100));
});

describe('laws of experience', () => {
  const dollars = fc.integer({ min: 1, max: 1_000_000 });
  const months = (count: number, last: Day): Day[] => Array.from({ length: count }, (_, n) => addMonths(last, n - count + 1));
  const LAST = month('2025-02');
  const when = { asOf: endOfMonth(LAST), lastEarning: LAST };

  it('a constant rate is found whatever is sold, and a constant amount at it is forecast to the cent', () =>
    fc.assert(
      fc.property(fc.array(dollars, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 2000 }), (sold, basisPoints) => {
        const rowsOf = (amounts: number[]) =>
          months(amounts.length, LAST).map((start, n): EarnedOn => ({
            month: start,
            lever: 'Core',
            coop: amounts[n]! * basisPoints * 100,
            eligible: amounts[n]! * DOLLAR,
          }));
        expect(experienceOf(rowsOf(sold), when)!.levers[0]!.rate).toBeCloseTo(basisPoints / 10_000, 12);
        const even = sold.map(() => sold[0]!);
        expect(experienceOf(rowsOf(even), when)!.coop).toBe(sold[0]! * basisPoints * 100);
      }),
    ));

  it('levers add up, and rows in any order or in parts are the same experience', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(dollars, dollars, fc.constantFrom('A', 'B')), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        (given, seed) => {
          const rows = given.map(([coop, eligible, lever], n): EarnedOn => ({
            month: addMonths(LAST, -((n + seed) % 5)),
            lever,
            coop: coop * 2,
            eligible: eligible * 2,
          }));
          const whole = experienceOf(rows, when)!;
          expect(whole.coop).toBe(whole.levers.reduce((total, { coop }) => total + coop, 0));
          const halves = rows.flatMap((row) => [row, row].map((part) => ({ ...part, coop: part.coop / 2, eligible: part.eligible! / 2 })));
          expect(experienceOf(halves.reverse(), when)).toEqual(whole);
        },
      ),
    ));

  it('with the months of the half alone, at one rate, it expects what the pace does', () =>
    fc.assert(
      fc.property(fc.array(dollars, { minLength: 1, maxLength: 3 }), (sold) => {
        const end = addMonths(month('2025-01'), sold.length - 1);
        const rows = sold.map((amount, n): EarnedOn => ({
          month: addMonths(month('2025-01'), n),
          lever: 'Core',
          coop: amount * 20_000,
          eligible: amount * DOLLAR,
        }));
        const accrual: AccrualSoFar = {
          ...soFar([], endOfMonth(end), end),
          coopByMonth: Array.from({ length: 6 }, (_, n) => rows[n]?.coop ?? 0),
        };
        const difference = expectedFromExperience(accrual, experienceOf(rows, accrual)!) - project(accrual).expected;
        expect(Math.abs(difference)).toBeLessThanOrEqual(1);
      }),
    ));
});
