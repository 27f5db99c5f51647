import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { splitCost } from '../../../src/domain/activities/activity-cost';
import { describeAmount } from '../../../src/planner/activities/amount-text';
import { activity } from '../../support/records';

describe('the amount of an activity', () => {
  it.each<[string, Partial<Activity>, string]>([
    ['its cost', { budget: 100_000 }, '$1,000.00'],
    ['its co-op share', { budget: 100_000, coopShare: 60_000 }, '$600.00'],
    ['no budget, and something spent', { budget: null, actual: 40_000 }, '$400.00'],
    ['nothing', { budget: null }, 'No cost yet'],
    ['a budget without a rate', { currency: 'EUR', rate: null }, 'No exchange rate'],
    ['something spent without a rate', { currency: 'EUR', rate: null, budget: null, actual: 40_000 }, 'No exchange rate'],
    ['less than nothing', { budget: -100 }, 'Cost below zero'],
  ])('%s', (_, change, words) => {
    const plan = activity(change);
    expect(describeAmount(plan, splitCost(plan, null), {})).toBe(words);
  });
  it('is not known while its claim has none', () =>
    expect(describeAmount(activity(), splitCost(activity(), null, null), {})).toBe('Not known'));
  it('is not known while its column is missing', () =>
    expect(describeAmount(activity(), splitCost(activity(), null), { unknownFields: new Set(['budget']) })).toBe('Not known'));
});
