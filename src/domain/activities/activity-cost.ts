import { sumOf, type Cents } from '../money/money';
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

/**
 * What a fund has to keep for an activity, in its own currency. Once it is done, what it cost. Until then the larger of
 * budget and spending so far, expense by expense: more invoices may come.
 */
export function reservedCost(activity: Activity): Cents | null {
  const { status, expenses, budget, actual } = activity;
  if (status === 'done') return expectedCost(activity);
  const spent = sumOf(expenses, (expense) => expense.actual);
  // figures that aren't the sums of the expenses are a person's own
  const isSummed = expenses.length > 0 && (budget === null || budget === sumOf(expenses, (expense) => expense.budget));
  if (isSummed && (actual === null || actual === spent)) return sumOf(expenses, (expense) => Math.max(expense.budget, expense.actual ?? 0));
  const soFar = actual ?? (expenses.length > 0 ? spent : null);
  return budget === null || soFar === null ? (budget ?? soFar) : Math.max(budget, soFar);
}
