import { inProportion, sumOf, type Cents } from '../money/money';
import type { Activity } from './activity';

/** What an activity is expected to cost in its own currency: what its expenses cost where that is known, otherwise their budget. */
export function expectedCost({ expenses, actual, budget }: Activity): Cents | null {
  const known = expenses.filter((expense) => expense.actual !== null);
  if (known.length === 0) return expenses.length > 0 && actual === 0 ? budget : (actual ?? budget);
  const sum = sumOf(known, (expense) => expense.actual);
  // the sheet adds up what is known so far; any other figure was entered
  if (actual !== null && actual !== sum) return actual;
  return sumOf(expenses, (expense) => expense.actual ?? expense.budget);
}

/** What co-op is asked to pay of an activity, in its own currency: its co-op share, or the whole budget. */
export const requestedShare = ({ coopShare, budget }: Activity): Cents | null => coopShare ?? budget;

/**
 * What a fund has to keep for an activity, in its own currency: the co-op share of its cost. Once it is done, of what was
 * spent. Until then of the larger of budget and spending so far, expense by expense: more invoices may come.
 */
export function reservedCost(activity: Activity): Cents | null {
  return coopPart(activity.status === 'done' ? expectedCost(activity) : costUntilDone(activity), activity);
}

/**
 * What co-op pays of a cost of an activity, in its currency: as much of it as the co-op share is of the budget, rounded
 * once. Without a budget, or with one of 0, the share itself.
 */
export function coopPart(cost: Cents | null, { budget, coopShare }: Activity): Cents | null {
  if (coopShare === null) return cost;
  return cost === null || budget === null || budget === 0 ? coopShare : inProportion(cost, coopShare, budget);
}

function costUntilDone({ expenses, budget, actual }: Activity): Cents | null {
  const spent = sumOf(expenses, (expense) => expense.actual);
  // figures that aren't the sums of the expenses are a person's own
  const isSummed = expenses.length > 0 && (budget === null || budget === sumOf(expenses, (expense) => expense.budget));
  if (isSummed && (actual === null || actual === spent)) return sumOf(expenses, (expense) => Math.max(expense.budget, expense.actual ?? 0));
  const soFar = actual ?? (expenses.length > 0 ? spent : null);
  return budget === null || soFar === null ? (budget ?? soFar) : Math.max(budget, soFar);
}
