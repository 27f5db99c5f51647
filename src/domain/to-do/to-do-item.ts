import type { Activity } from '../activities/activity';
import type { Fund, FundId } from '../funds/fund';
import type { FieldFinding } from '../checks/activity-finding';
import type { AnswerTimes } from '../claims/next-deadline';
import type { Claim } from '../claims/claim';
import { daysBetween, type Day } from '../calendar/day';
import type { Cents } from '../money/money';
import { compareText } from '../text/compare';
import type { PaymentRule } from '../calendar/payment-dates';

/** Something to do next, with the day it must be done by. */
export interface ToDo {
  due: Day | null;
  what: string;
  why: string;
  /** US dollars that are lost if it is not done; money of a fund is at risk in one thing to do only. */
  atRisk: Cents;
  opens: { screen: 'plan' | 'claims' | 'funds'; id?: string; fund?: FundId };
}

/** What is known besides the plan. */
export interface ToDoRules {
  times: AnswerTimes;
  payment: PaymentRule;
  /** What there is to say about an activity, for its fund. Left out: nothing. */
  findingsOf?: (activity: Activity) => readonly FieldFinding[];
  /** What a claim still needs before it can be submitted, a sentence each. Left out: nothing. */
  missingFor?: (claim: Claim) => readonly string[];
  /** Rows with cells that cannot be read. */
  troubles?: readonly UnreadRow[];
}

/** An activity or a claim with cells that cannot be read, a sentence each; at least one. */
export interface UnreadRow {
  screen: 'plan' | 'claims';
  id: string;
  name: string;
  sentences: readonly string[];
}

/** A fund on the day looked from, and what to look at it with. */
export interface FundView {
  fund: Fund;
  asOf: Day;
  lastSafeDay: Day;
  rules: ToDoRules;
}

/** What comes within so many days is said before it is due. */
const SOON = 30;

/** Whether a day comes within a month, or is over. */
export const isSoon = (day: Day, asOf: Day): boolean => daysBetween(asOf, day) <= SOON;

/** A name for a sentence. */
export const quoted = (name: string): string => (name.trim() === '' ? 'an activity without a name' : `"${name.trim()}"`);

/** What presses first: by the stretch of days it is due in, then the money at risk, then the day. What has no day comes last. */
export function byUrgency(asOf: Day): (a: ToDo, b: ToDo) => number {
  return (a, b) =>
    stretchOf(a.due, asOf) - stretchOf(b.due, asOf) ||
    b.atRisk - a.atRisk ||
    compareText(a.due ?? '', b.due ?? '') ||
    compareText(a.what, b.what);
}

/** Overdue, a week, a month, later, never: within one, money decides; a day or two does not. */
function stretchOf(due: Day | null, asOf: Day): number {
  if (due === null) return 4;
  const days = daysBetween(asOf, due);
  return days < 0 ? 0 : days < 7 ? 1 : days < SOON ? 2 : 3;
}
