import { sumOf, type Cents } from '../money/money';
import type { Activity } from './activity';

/** What an activity is expected to cost in its own currency: what its expenses cost where someone said, else their budget. */
export function expectedCost({ expenses, actual, budget }: Activity): Cents | null {
  const known = expenses.filter((expense) => expense.actual !== null);
  if (known.length === 0) return expenses.length > 0 && actual === 0 ? budget : (actual ?? budget);
  const sum = sumOf(known, (expense) => expense.actual);
  // the sheet adds up what is known so far; any other figure is a person's own
  if (actual !== null && actual !== sum) return actual;
  return sumOf(expenses, (expense) => expense.actual ?? expense.budget);
}
