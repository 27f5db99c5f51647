import type { Activity, Expense } from './activity';
import { earningHalfFor } from '../calendar/deadlines';
import { addDays, daysBetween, type Day } from '../calendar/day';
import { halfOf, lastDay } from '../calendar/half';
import { inProportion, sumOf, type Cents } from '../money/money';

/** Makes the ID of a new activity or expense. */
export type NewId = (prefix: 'A' | 'E') => string;

/**
 * Splits an activity that continues after the usage period of its first day: the part within the period, and the rest,
 * which may have to be split again. Null if it doesn't continue. Each part has the half that pays for its days, and its
 * own dates and costs; the second has IDs of its own and no approval yet, which is given for days, and no results. Costs are divided by
 * days, to the cent, as a starting point for the user to adjust.
 */
export function splitAtPeriodEnd(activity: Activity, newId: NewId): [Activity, Activity] | null {
  const { start, end } = activity;
  if (start === null || end === null) return null;
  const border = lastDay(halfOf(start));
  if (end <= border) return null;
  const share = { part: daysBetween(start, border) + 1, whole: daysBetween(start, end) + 1 };
  const parts = activity.expenses.map((expense) => divided(expense, share, newId));
  const budget = sumInParts(activity.budget, activity.expenses, parts, share, (expense) => expense.budget);
  const actual = sumInParts(activity.actual, activity.expenses, parts, share, (expense) => expense.actual);
  const coopShare = shareInParts(activity, budget[0], share);
  const second = addDays(border, 1);
  return [
    {
      ...activity,
      end: border,
      fund: fundOn(start, activity),
      budget: budget[0],
      actual: actual[0],
      coopShare: coopShare[0],
      expenses: parts.map(([first]) => first),
    },
    {
      ...activity,
      id: newId('A'),
      start: second,
      fund: fundOn(second, activity),
      budget: budget[1],
      actual: actual[1],
      coopShare: coopShare[1],
      preApproved: null,
      ...NO_RESULTS,
      expenses: parts.map(([, rest]) => rest),
    },
  ];
}

/** A copy of an activity, to do it again: a draft with nothing paid, approved, or checked, and no results. */
export function duplicateActivity(activity: Activity, newId: NewId): Activity {
  return {
    ...activity,
    id: newId('A'),
    status: 'draft',
    actual: null,
    meetsCore: null,
    preApproved: null,
    ...NO_RESULTS,
    expenses: activity.expenses.map((expense) => ({ ...expense, id: newId('E'), actual: null })),
  };
}

/** Results are of the whole activity, and stay with its first part. */
const NO_RESULTS = { leads: null, pipeline: null, revenue: null } as const;

interface Share {
  part: number;
  whole: number;
}

/** The first part is rounded and the second is the rest, so no cent is lost. */
function inParts<C extends Cents | null>(amount: C, share: Share): [C, C];
function inParts(amount: Cents | null, { part, whole }: Share): [Cents | null, Cents | null] {
  if (amount === null) return [null, null];
  const first = inProportion(amount, part, whole);
  return [first, amount - first];
}

function divided(expense: Expense, share: Share, newId: NewId): [Expense, Expense] {
  const budget = inParts(expense.budget, share);
  const actual = inParts(expense.actual, share);
  return [
    { ...expense, budget: budget[0], actual: actual[0] },
    { ...expense, id: newId('E'), budget: budget[1], actual: actual[1] },
  ];
}

/** A sum stays the sum of its expenses; an entered figure is divided in the same proportion. */
function sumInParts(
  amount: Cents | null,
  whole: readonly Expense[],
  parts: readonly [Expense, Expense][],
  share: Share,
  amountOf: (expense: Expense) => Cents | null,
): [Cents | null, Cents | null] {
  const sum = (expenses: readonly Expense[]): Cents => sumOf(expenses, amountOf);
  if (amount !== sum(whole)) return inParts(amount, share);
  return [sum(parts.map(([first]) => first)), sum(parts.map(([, rest]) => rest))];
}

/** The co-op share is divided as the budget is; without one, by days. */
function shareInParts({ coopShare, budget }: Activity, first: Cents | null, share: Share): [Cents | null, Cents | null] {
  return inParts(coopShare, first === null || !budget ? share : { part: first, whole: budget });
}

const fundOn = (day: Day, { fund }: Activity): Activity['fund'] => fund && { ...fund, half: earningHalfFor(day) };
