import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inUsd } from '../../../src/domain/money/currency';
import { cutTo } from '../../../src/planner/activities/cut-to';
import { activity } from '../../pane/plan/activity';

const expense = (budget: number, index: number) => ({ id: `E-${index}`, type: 'Giveaways', budget, actual: null, note: '' });

describe('cutting an activity to what it is given', () => {
  it.each([
    ['leaves it as it is where that is enough', { budget: 500_00 }, 500_00, 500_00],
    ['cuts a budget', { budget: 500_00 }, 123_45, 123_45],
    ['cuts in its own currency', { budget: 500_00, currency: 'EUR', rate: 1.1 }, 110_00, 100_00],
    ['gives no cent too much at an odd rate', { budget: 500_00, currency: 'EUR', rate: 1.0837 }, 100_00, 92_28],
    ['to nothing', { budget: 500_00 }, 0, 0],
    ['leaves one without a budget', { budget: null }, 100, null],
  ])('%s', (_what, change, most, budget) => expect(cutTo(activity(change), most).budget).toBe(budget));

  it('cuts every expense by the same share', () => {
    const cut = cutTo(activity({ budget: 300_00, expenses: [100_00, 200_00].map(expense) }), 100_00);
    expect(cut.expenses.map(({ budget }) => budget)).toEqual([33_34, 66_66]);
  });

  it('leaves expenses alone where the budget is a figure of its own', () => {
    const cut = cutTo(activity({ budget: 300_00, expenses: [expense(50_00, 1)] }), 100_00);
    expect(cut).toMatchObject({ budget: 100_00, expenses: [{ budget: 50_00 }] });
  });

  it('never gives more than there is, never raises a line, and its expenses add up', () => {
    const cents = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 8 }),
        cents,
        fc.option(fc.integer({ min: 1, max: 50_000 })),
        (budgets, most, rate) => {
          const was = activity({
            budget: budgets.reduce((sum, budget) => sum + budget, 0),
            expenses: budgets.map(expense),
            ...(rate === null ? {} : { currency: 'EUR', rate: rate / 10_000 }),
          });
          const now = cutTo(was, most);
          expect(inUsd(now.budget!, now)!).toBeLessThanOrEqual(Math.max(most, 0));
          expect(now.expenses.reduce((sum, { budget }) => sum + budget, 0)).toBe(now.budget);
          now.expenses.forEach(({ budget }, index) => expect(budget).toBeLessThanOrEqual(budgets[index]!));
        },
      ),
    );
  });
});
