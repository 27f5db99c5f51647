import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { expectedCost } from '../../../src/domain/activities/activity-cost';
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
