import type { Activity, Expense } from '../activities/activity';
import type { ActivityRequirements } from '../activities/requirements';
import { findingAt, type FieldFinding } from './activity-finding';
import { blocking, note, warning } from '../new-finding';
import { formatAmount, sumOf } from '../money/money';

/** Whether a text names an eligible expense type: as the guidebook writes it, up to the colon, or without the text in brackets. */
export function isEligibleExpense(type: string, eligible: readonly string[]): boolean {
  const wanted = folded(type);
  return eligible.some((name) => [name, name.split(':')[0]!, name.replace(/\(.*\)/, '')].some((form) => folded(form) === wanted));
}

/** Findings on an activity's expenses: alcohol is never paid, other types may not be, and the sum should equal the budget. */
export function findingsOnExpenses({ activity, budget, expenses }: Activity, requirements: ActivityRequirements | null): FieldFinding[] {
  const sum = sumOf(expenses, (expense) => expense.budget);
  return [
    ...expenses.flatMap((expense) => onExpense(expense, activity, requirements)),
    ...(expenses.length > 0 && requirements?.isOpen && requirements.isSourced && requirements.expenses === null
      ? [findingAt('expenses', 'activity', note(`our sources list no expense types for "${activity}". Check the guidebook.`))]
      : []),
    ...(expenses.length > 0 && budget !== null && budget !== sum
      ? [
          findingAt(
            'budget',
            null,
            warning(`the cost of ${formatAmount(budget)} differs from the total of its expenses, ${formatAmount(sum)}.`),
          ),
        ]
      : []),
  ];
}

function onExpense(
  { id, type, budget, actual, note: remark }: Expense,
  activity: string,
  requirements: ActivityRequirements | null,
): FieldFinding[] {
  const field = `expense:${id}` as const;
  if (budget < 0 || (actual ?? 0) < 0) return [findingAt(field, null, blocking("an expense can't be below zero."))];
  if (namesAlcohol(type)) return [findingAt(field, 'activity', blocking(`alcohol is never eligible. Remove "${type}".`))];
  return [
    ...(type.trim() === '' ? [findingAt(field, 'activity', warning('enter an expense type. Claims are made by expense type.'))] : []),
    ...(type.trim() !== '' && requirements?.expenses && !isEligibleExpense(type, requirements.expenses)
      ? [findingAt(field, 'activity', warning(`"${type}" isn't an eligible expense of "${activity}", so Microsoft may not pay it.`))]
      : []),
    ...(namesAlcohol(remark) ? [findingAt(field, 'activity', warning('its note mentions alcohol, which is never eligible.'))] : []),
  ];
}

/** "Catering (excluding alcohol)" is the guidebook's own name of an eligible type. */
const namesAlcohol = (text: string): boolean => ALCOHOL.test(text) && !WITHOUT.test(text);

const ALCOHOL = /\b(?:alcohol|alcoholic|beers?|wines?|champagne|liquor|spirits|cocktails?)\b/i;
const WITHOUT = /\b(?:excluding|excl|without|no|non|not|free)\b/i;

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
