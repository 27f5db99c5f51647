import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { expectedCost, reservedCost } from '../../../src/domain/activities/activity-cost';
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
