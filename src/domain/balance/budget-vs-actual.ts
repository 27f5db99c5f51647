import type { Activity } from '../activities/activity';
import { isSameFund, type Fund } from '../funds/fund';
import { sumOf, type Cents } from '../money/money';
import { inUsd } from '../money/currency';

/** An activity's budget and actual cost, in US dollars at its rate; null if it wasn't entered or the rate is missing. */
interface CostSoFar {
  activity: Activity;
  budget: Cents | null;
  actual: Cents | null;
  /** Above zero: over budget. */
  difference: Cents | null;
  /** It isn't done, or some of its expenses have no cost yet, so the actual may still grow. */
  isPartial: boolean;
}

/** The costs of several activities. Only those with a known budget and full cost are compared. */
export interface CostsCompared {
  costs: readonly CostSoFar[];
  compared: number;
  budget: Cents;
  actual: Cents;
  difference: Cents;
}

/** Budget vs. actual of a fund's activities, without drafts and canceled ones. */
export function budgetAgainstActual(fund: Fund, activities: readonly Activity[]): CostsCompared {
  const costs = activities
    .filter((activity) => activity.fund && isSameFund(fund, activity.fund) && activity.status !== 'draft' && activity.status !== 'canceled')
    .map(costOf);
  const known = costs.filter(({ difference, isPartial }) => difference !== null && !isPartial);
  const [budget, actual] = [sumOf(known, (cost) => cost.budget), sumOf(known, (cost) => cost.actual)];
  return { costs, compared: known.length, budget, actual, difference: actual - budget };
}

function costOf(activity: Activity): CostSoFar {
  const known = activity.expenses.filter((expense) => expense.actual !== null);
  const sum = sumOf(known, (expense) => expense.actual);
  const budget = usd(activity.budget, activity);
  const actual = usd(activity.actual ?? (known.length > 0 ? sum : null), activity);
  // a figure entered by the user is the full cost, whatever the expenses say
  const isSomeUnknown =
    known.length > 0 && known.length < activity.expenses.length && (activity.actual === null || activity.actual === sum);
  return {
    activity,
    budget,
    actual,
    difference: budget === null || actual === null ? null : actual - budget,
    isPartial: actual !== null && (activity.status !== 'done' || isSomeUnknown),
  };
}

const usd = (amount: Cents | null, activity: Activity): Cents | null => (amount === null ? null : inUsd(amount, activity));
