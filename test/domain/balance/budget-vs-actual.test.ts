import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { budgetAgainstActual } from '../../../src/domain/balance/budget-vs-actual';
import { aFund, anActivity, anExpense, NAME } from '../../support/planned';

const two = (a: number | null, b: number | null) => [anExpense({ actual: a }), anExpense({ id: 'E-B', actual: b })];
const compareOne = (change: Partial<Activity>) => {
  const { costs } = budgetAgainstActual(aFund(), [anActivity({ status: 'done', ...change })]);
  return costs.map(({ budget, actual, difference, isPartial }) => [budget, actual, difference, isPartial]);
};

describe('budget against actual', () => {
  it.each<[string, Partial<Activity>, (number | null | boolean)[][]]>([
    ['more', { actual: 120_000 }, [[100_000, 120_000, 20_000, false]]],
    ['less', { actual: 0 }, [[100_000, 0, -100_000, false]]],
    ['no cost yet', {}, [[100_000, null, null, false]]],
    ['no budget', { budget: null, actual: 5 }, [[null, 5, null, false]]],
    ['at its rate', { currency: 'GBP', rate: 1.3, actual: 110_000 }, [[130_000, 143_000, 13_000, false]]],
    ['without a rate', { currency: 'GBP', rate: null, actual: 110_000 }, [[null, null, null, false]]],
    ['no budget, at its rate', { budget: null, actual: 10, currency: 'GBP', rate: 1.3 }, [[null, 13, null, false]]],
    ['no expense of two', { expenses: two(null, null) }, [[100_000, null, null, false]]],
    ['one expense of two', { expenses: two(60_000, null), actual: 60_000 }, [[100_000, 60_000, -40_000, true]]],
    ['one of two, not added up in the sheet', { expenses: two(60_000, null) }, [[100_000, 60_000, -40_000, true]]],
    ['both', { expenses: two(60_000, 5), actual: 60_005 }, [[100_000, 60_005, -39_995, false]]],
    ['a figure of a person’s own', { expenses: two(60_000, null), actual: 99 }, [[100_000, 99, -99_901, false]]],
    ['a cost so far: it is still planned', { status: 'planned', actual: 60_000 }, [[100_000, 60_000, -40_000, true]]],
    ['ordered, and one of its invoices paid', { status: 'committed', actual: 60_000 }, [[100_000, 60_000, -40_000, true]]],
    ['a draft', { status: 'draft' }, []],
    ['canceled', { status: 'canceled' }, []],
    ['another fund', { fund: { ...NAME, partnerId: '2' } }, []],
    ['no fund', { fund: null }, []],
  ])('%s', (_, change, expected) => expect(compareOne(change)).toEqual(expected));

  it('compares only what is wholly known', () => {
    const found = budgetAgainstActual(aFund(), [
      anActivity({ actual: 120_000, status: 'done' }),
      anActivity({ id: 'A-2', actual: 90_000, status: 'done' }),
      anActivity({ id: 'A-3', actual: 210_000, status: 'committed' }),
      anActivity({ id: 'A-4', expenses: two(1, null) }),
    ]);
    expect(found).toMatchObject({ compared: 2, budget: 200_000, actual: 210_000, difference: 10_000 });
    expect(found.costs).toHaveLength(4);
  });
});
