import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { earningHalfFor } from '../../../src/domain/calendar/deadlines';
import { addDays, daysBetween, type Day } from '../../../src/domain/calendar/day';
import { compareHalves, halfOf, labelOf } from '../../../src/domain/calendar/half';
import { duplicateActivity, splitAtPeriodEnd } from '../../../src/domain/activities/split-activity';
import { anActivity, anExpense, NAME } from '../../support/planned';

function counter() {
  let n = 0;
  return (prefix: 'A' | 'E') => `${prefix}-NEW${(n += 1)}`;
}
const split = (change: Partial<Activity>) => splitAtPeriodEnd(anActivity(change), counter());

describe('splitting an activity at the end of its usage period', () => {
  it('T15: gives each part its days, its half and its share of the cost', () => {
    const [first, second] = split({
      start: '2024-06-25',
      end: '2024-07-05',
      budget: 110_000,
      preApproved: '2024-06-01',
      expenses: [anExpense({ budget: 100_000 }), anExpense({ id: 'E-B', type: 'Giveaways', budget: 10_000, actual: 11_000 })],
    })!;
    // six of eleven days
    expect(first).toEqual(
      anActivity({
        start: '2024-06-25',
        end: '2024-06-30',
        budget: 60_000,
        preApproved: '2024-06-01',
        expenses: [anExpense({ budget: 54_545 }), anExpense({ id: 'E-B', type: 'Giveaways', budget: 5_455, actual: 6_000 })],
      }),
    );
    expect(second).toEqual(
      anActivity({
        id: 'A-NEW3',
        start: '2024-07-01',
        end: '2024-07-05',
        fund: { ...NAME, half: { fiscalYear: 2024, half: 2 } },
        budget: 50_000,
        meetsCore: true,
        preApproved: null,
        expenses: [
          anExpense({ id: 'E-NEW1', budget: 45_455 }),
          anExpense({ id: 'E-NEW2', type: 'Giveaways', budget: 4_545, actual: 5_000 }),
        ],
      }),
    );
  });

  it.each<[string, Partial<Activity>]>([
    ['T14: within one', { start: '2024-01-01', end: '2024-01-31' }],
    ['to its last day', { start: '2024-01-01', end: '2024-06-30' }],
    ['a day', { start: '2024-06-30', end: '2024-06-30' }],
    ['one day, unsaid', { start: '2024-06-30', end: null }],
    ['no days', { start: null, end: null }],
    ['only an end', { start: null, end: '2024-07-05' }],
    ['an end before the start', { start: '2024-07-01', end: '2024-06-30' }],
  ])('%s: nothing to split', (_, change) => expect(split(change)).toBeNull());

  it.each<[string, Partial<Activity>, [number | null, number | null], [number | null, number | null]]>([
    ['a budget without expenses', { budget: 101 }, [51, 50], [null, null]],
    ['no budget', { budget: null }, [null, null], [null, null]],
    ['a cost', { actual: 33 }, [50_000, 50_000], [17, 16]],
    [
      'a sum of expenses, each rounded separately',
      { budget: 2, expenses: [1, 1].map((budget) => anExpense({ budget })) },
      [2, 0],
      [null, null],
    ],
    ['a cost that is such a sum', { actual: 2, expenses: [1, null, 1].map((actual) => anExpense({ actual })) }, [50_000, 50_000], [2, 0]],
    ['a credit of a cent', { budget: -1 }, [-1, 0], [null, null]],
    ['a budget of its own beside expenses', { budget: 7, expenses: [anExpense()] }, [4, 3], [null, null]],
  ])('%s', (_, change, budgets, actuals) => {
    const parts = split({ start: '2024-06-30', end: '2024-07-01', ...change })!;
    expect(parts.map(({ budget }) => budget)).toEqual(budgets);
    expect(parts.map(({ actual }) => actual)).toEqual(actuals);
  });

  it.each<[string, Partial<Activity>, [number | null, number | null]]>([
    ['none', {}, [null, null]],
    ['as the cost is', { budget: 900_000, coopShare: 665_041 }, [332_521, 332_520]],
    [
      'as the expenses are, each rounded separately: 6,650.40 x 5.01 / 10.01',
      { budget: 1_001, coopShare: 665_040, expenses: [501, 500].map((budget) => anExpense({ budget })) },
      [332_852, 332_188],
    ],
    ['by days, without a cost', { budget: null, coopShare: 101 }, [51, 50]],
    ['by days, of a cost of 0', { budget: 0, coopShare: 101 }, [51, 50]],
  ])('divides the co-op share: %s', (_, change, shares) =>
    expect(split({ start: '2024-06-30', end: '2024-07-01', ...change })!.map(({ coopShare }) => coopShare)).toEqual(shares),
  );

  it('both parts keep the title', () =>
    expect(split({ start: '2024-06-30', end: '2024-07-01', title: 'Fair' })!.map(({ title }) => title)).toEqual(['Fair', 'Fair']));

  it('leaves an activity without a fund without one', () =>
    expect(split({ start: '2024-06-30', end: '2024-07-01', fund: null })!.map(({ fund }) => fund)).toEqual([null, null]));

  it('takes a year apart period by period', () => {
    const days: string[] = [];
    let rest: Activity | undefined = anActivity({ start: '2024-05-01', end: '2025-08-31' });
    while (rest) {
      const parts = splitAtPeriodEnd(rest, counter());
      const first: Activity = parts ? parts[0] : rest;
      days.push(`${first.start} ${first.end} ${labelOf(first.fund!.half)}`);
      rest = parts?.[1];
    }
    expect(days).toEqual([
      '2024-05-01 2024-06-30 FY24 H1',
      '2024-07-01 2024-12-31 FY24 H2',
      '2025-01-01 2025-06-30 FY25 H1',
      '2025-07-01 2025-08-31 FY25 H2',
    ]);
  });

  const cents = fc.integer({ min: 0, max: 1e9 });
  const expenses = fc.array(
    fc.record({ budget: cents, actual: fc.option(cents) }).map((change) => anExpense(change)),
    { maxLength: 4 },
  );
  it('loses no day and no cent, and every part lies in the usage period of its fund', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.option(cents),
        expenses,
        (from, length, budget, lines) => {
          const start: Day = addDays('2022-01-01', from);
          const whole = anActivity({ start, end: addDays(start, length), budget, expenses: lines });
          const parts = splitAtPeriodEnd(whole, counter());
          expect(parts === null).toBe(compareHalves(halfOf(start), halfOf(whole.end!)) === 0);
          if (!parts) return;
          const [first, second] = parts;
          expect(daysBetween(first.end!, second.start!)).toBe(1);
          expect([first.start, second.end]).toEqual([whole.start, whole.end]);
          expect(first.fund!.half).toEqual(earningHalfFor(first.end!));
          expect(second.fund!.half).toEqual(earningHalfFor(second.start!));
          const sums = (amounts: (number | null)[]) =>
            amounts.includes(null) ? null : (amounts as number[]).reduce((sum, amount) => sum + amount, 0);
          expect(sums([first.budget, second.budget])).toBe(whole.budget);
          lines.forEach((line, index) => {
            expect(first.expenses[index]!.budget + second.expenses[index]!.budget).toBe(line.budget);
            expect(sums([first.expenses[index]!.actual, second.expenses[index]!.actual])).toBe(line.actual);
            expect(Math.min(first.expenses[index]!.budget, second.expenses[index]!.budget)).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { numRuns: 1000 },
    ));
});

it('a duplicate is a draft with IDs of its own, unpaid, unapproved, unticked', () =>
  expect(
    duplicateActivity(
      anActivity({ status: 'done', actual: 5, preApproved: '2024-02-01', expenses: [anExpense({ actual: 5 })] }),
      counter(),
    ),
  ).toEqual(anActivity({ id: 'A-NEW1', status: 'draft', meetsCore: null, expenses: [anExpense({ id: 'E-NEW2' })] })));

it('a duplicate has the title and the co-op share', () =>
  expect(duplicateActivity(anActivity({ title: 'Fair', coopShare: 5 }), counter())).toMatchObject({ title: 'Fair', coopShare: 5 }));

it('results stay with the first part, and a copy has none', () => {
  const known = { leads: 12, pipeline: 500_000, revenue: 90_000 };
  const none = { leads: null, pipeline: null, revenue: null };
  expect(split({ start: '2025-06-25', end: '2025-07-05', ...known })).toMatchObject([known, none]);
  expect(duplicateActivity(anActivity(known), counter())).toMatchObject(none);
});
