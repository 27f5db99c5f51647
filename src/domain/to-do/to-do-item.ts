import type { Activity } from '../activities/activity';
import type { Fund, FundId } from '../funds/fund';
import type { CapOf } from '../balance/fund-usage';
import type { FieldFinding } from '../checks/activity-finding';
import type { AnswerTimes } from '../claims/next-deadline';
import type { Claim } from '../claims/claim';
import { daysBetween, type Day } from '../calendar/day';
import type { DeadlineRule } from '../calendar/deadlines';
import type { Half } from '../calendar/half';
import type { Cents } from '../money/money';
import { list } from '../text/list';
import { compareText } from '../text/compare';
import type { PaymentRule } from '../calendar/payment-dates';

/** Something to do next, with the day it must be done by. */
export interface ToDo {
  due: Day | null;
  what: string;
  why: string;
  /** US dollars that are lost if it isn't done; a fund's money is at risk in only one item. */
  atRisk: Cents;
  opens: { screen: 'plan' | 'claims' | 'funds' | 'program'; id?: string; fund?: FundId };
}

/** Facts that aren't in the plan. */
export interface ToDoRules {
  times: AnswerTimes;
  payment: PaymentRule;
  /** The deadline rule for co-op earned in a half; null if unknown. */
  deadlinesOf: (half: Half) => DeadlineRule | null;
  /** Findings on an activity, for its fund. Omitted: none. */
  findingsOf?: (activity: Activity) => readonly FieldFinding[];
  /** The cap of an activity. Omitted: none. */
  capOf?: CapOf;
  /** What a claim still needs before it can be submitted, one sentence each. Omitted: nothing. */
  missingFor?: (claim: Claim) => readonly string[];
  /** Rows with cells that can't be read. */
  troubles?: readonly UnreadRow[];
}

/** An activity or a claim with cells that can't be read, one sentence each; at least one. */
export interface UnreadRow {
  screen: 'plan' | 'claims';
  id: string;
  name: string;
  sentences: readonly string[];
}

/** A fund on the as-of date, with the facts to judge it. */
export interface FundView {
  fund: Fund;
  asOf: Day;
  lastSafeDay: Day;
  rules: ToDoRules;
}

/** Items due within this many days are shown in advance. */
const SOON = 30;

/** Whether a day is within a month, or over. */
export const isSoon = (day: Day, asOf: Day): boolean => daysBetween(asOf, day) <= SOON;

/** A name for a sentence. */
export const quoted = (name: string): string => (name.trim() === '' ? 'an activity without a name' : `"${name.trim()}"`);

/** Names for a sentence; if there are many, the first few and how many more. */
export function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return list(more > 1 ? [...names.slice(0, MAX_NAMES), `${more} more`] : names, 'and');
}

const MAX_NAMES = 4;

/** Sorts by due day, then by money at risk, larger first. Items without a day come last. */
export const byDay = (a: ToDo, b: ToDo): number =>
  Number(a.due === null) - Number(b.due === null) ||
  compareText(a.due ?? '', b.due ?? '') ||
  b.atRisk - a.atRisk ||
  compareText(a.what, b.what);
