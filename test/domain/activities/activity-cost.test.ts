import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { expectedCost, requestedShare, reservedCost, splitCost } from '../../../src/domain/activities/activity-cost';
import { anActivity, anExpense } from '../../support/planned';

describe('what an activity is expected to cost', () => {
  const two = (a: number | null, b: number | null) => [anExpense({ actual: a }), anExpense({ id: 'E-B', budget: 30_000, actual: b })];
  it.each<[string, Partial<Activity>, number | null]>([
    ['its budget', {}, 100_000],
    ['its cost', { actual: 120_000 }, 120_000],
    ['nothing, if that is its cost', { actual: 0 }, 0],
    ['nobody knows', { budget: null }, null],
    ['its expenses: one known, one as budgeted', { expenses: two(60_000, null), actual: 60_000 }, 90_000],
    ['the same where the sheet has not added up yet', { expenses: two(60_000, null), actual: null }, 90_000],
    ['all expenses known', { expenses: two(60_000, 1), actual: 60_001 }, 60_001],
    ['a figure of a person’s own', { expenses: two(60_000, null), actual: 70_000 }, 70_000],
    ['a sum of nothing is not a cost', { expenses: two(null, null), actual: 0, budget: 75_000 }, 75_000],
    ['its own budget while no expense is known', { expenses: two(null, null), budget: 75_000 }, 75_000],
    ['its own cost while no expense is known', { expenses: two(null, null), actual: 120_000 }, 120_000],
  ])('%s', (_, change, cost) => expect(expectedCost(anActivity(change))).toBe(cost));
});

describe('what a fund keeps for an activity', () => {
  const ALL = 100_000;
  const two = (a: number | null, b: number | null) => [
    anExpense({ budget: ALL, actual: a }),
    anExpense({ id: 'E-B', budget: 30_000, actual: b }),
  ];
  it.each<[string, Partial<Activity>, number | null]>([
    ['its budget', {}, 100_000],
    ['its budget, while less was spent', { actual: 21_000 }, 100_000],
    ['what was spent, where that is more', { actual: 120_000 }, 120_000],
    ['what was spent, without a budget', { budget: null, actual: 5 }, 5],
    ['nobody knows', { budget: null }, null],
    ['expense by expense: one cost less, one is to come', { budget: ALL + 30_000, expenses: two(60_000, null), actual: 60_000 }, 130_000],
    ['expense by expense: one cost less, one more', { budget: ALL + 30_000, expenses: two(60_000, 45_000), actual: 105_000 }, 145_000],
    ['the same where the sheet has not added up yet', { budget: null, expenses: two(60_000, 45_000) }, 145_000],
    ['a budget of a person’s own above the expenses', { budget: 200_000, expenses: two(60_000, 45_000), actual: 105_000 }, 200_000],
    ['a cost of a person’s own below the budget', { budget: ALL + 30_000, expenses: two(60_000, null), actual: 70_000 }, 130_000],
    ['a budget of its own, below what the expenses cost', { budget: 50_000, expenses: two(60_000, 45_000) }, 105_000],
  ])('%s', (_, change, cost) => expect(reservedCost(anActivity({ status: 'committed', ...change }))).toBe(cost));

  it('once it is done: what it cost', () =>
    expect([
      reservedCost(anActivity({ status: 'done', actual: 21_000 })),
      reservedCost(anActivity({ status: 'done', budget: 130_000, expenses: two(60_000, null), actual: 60_000 })),
    ]).toEqual([21_000, 90_000]));
});

describe('what a fund keeps, with a co-op share', () => {
  const two = (a: number | null, b: number | null) => [
    anExpense({ budget: 600_000, actual: a }),
    anExpense({ id: 'E-B', budget: 300_000, actual: b }),
  ];
  // $6,650.40 of $9,000.00, which is 73.8933 %
  const SHARED = { status: 'committed', budget: 900_000, coopShare: 665_040 } as const;
  it.each<[string, Partial<Activity>, number | null]>([
    ['the share, while nothing was spent', SHARED, 665_040],
    ['the share, while less was spent', { ...SHARED, actual: 100_000 }, 665_040],
    ['as much of a higher cost: 10,000.00 x 6,650.40 / 9,000.00', { ...SHARED, actual: 1_000_000 }, 738_933],
    ['expense by expense: 6,500.00 + 3,000.00', { ...SHARED, expenses: two(650_000, null), actual: 650_000 }, 701_987],
    ['of what was spent, once it is done', { ...SHARED, status: 'done', actual: 800_000 }, 591_147],
    ['of the whole budget, done without a cost', { ...SHARED, status: 'done' }, 665_040],
    ['half a cent goes away from zero: 1.01 x 0.50 / 1.00', { budget: 100, coopShare: 50, actual: 101 }, 51],
    ['the share itself, without a cost', { budget: null, coopShare: 300_000 }, 300_000],
    ['the share itself of a budget of 0', { budget: 0, actual: 80_000, coopShare: 300_000 }, 300_000],
    ['nothing of what co-op is not to pay', { ...SHARED, coopShare: 0 }, 0],
    ['the share a person entered, also above the cost', { ...SHARED, coopShare: 900_001 }, 900_001],
  ])('%s', (_, change, kept) => expect(reservedCost(anActivity(change))).toBe(kept));

  it('requests the share, or else the whole budget', () =>
    expect([requestedShare(anActivity(SHARED)), requestedShare(anActivity()), requestedShare(anActivity({ budget: null }))]).toEqual([
      665_040,
      100_000,
      null,
    ]));
});

describe('who pays what', () => {
  const OF_HALF = { budget: 900_000, coopShare: 600_000 } as const;
  it.each<[string, Partial<Activity>, number | null, [number | null, number | null, number | null, number | null]]>([
    ['all from co-op', { budget: 900_000 }, null, [900_000, 900_000, 0, null]],
    ['the co-op share, and you the rest', OF_HALF, null, [900_000, 600_000, 300_000, null]],
    ['at most the cap', OF_HALF, 250_000, [900_000, 250_000, 650_000, 250_000]],
    ['a cap of exactly the share changes nothing', OF_HALF, 600_000, [900_000, 600_000, 300_000, null]],
    [
      'each in dollars first: 9,000.00 and 6,000.00 at 1.1',
      { ...OF_HALF, currency: 'EUR', rate: 1.1 },
      null,
      [990_000, 660_000, 330_000, null],
    ],
    ['unknown without a rate', { ...OF_HALF, currency: 'EUR', rate: null }, 100, [null, null, null, null]],
    ['unknown without a cost', { budget: null, coopShare: 600_000 }, null, [null, 600_000, null, null]],
    ['unknown below zero', { budget: -900_000 }, null, [null, null, null, null]],
  ])('%s', (_, change, cap, [cost, coop, yourShare, cappedAt]) =>
    expect(splitCost(anActivity({ status: 'committed', ...change }), cap)).toEqual({ cost, coop, yourShare, cappedAt, isClaimed: false }),
  );

  it.each<[string, number | null, number | null]>([
    ['approved for less: 9,000.00 less 4,400.00', 440_000, 460_000],
    ['above the cap that was planned with', 700_000, 200_000],
    ['for nothing', 0, 900_000],
    ['for more than it cost: nothing is left to pay', 950_000, 0],
    ['for an amount that is not known', null, null],
  ])('claimed %s', (_, claimed, yourShare) =>
    expect(splitCost(anActivity(OF_HALF), 600_000, claimed)).toEqual({
      cost: 900_000,
      coop: claimed,
      yourShare,
      cappedAt: null,
      isClaimed: true,
    }),
  );
});
