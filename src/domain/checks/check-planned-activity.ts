import type { Activity } from '../activities/activity';
import type { Fund } from '../funds/fund';
import { findingAt, besideItsField, type FieldFinding, type PlanRules } from './activity-finding';
import { usableOf } from '../balance/balance';
import { checkActivity } from './check-activity';
import { findingsOnExpenses } from './check-expenses';
import { findingsOnFund, notReached } from './check-fund-dates';
import { cappedCost, findingsOnCap } from './check-shared-cap';
import { findingsOnRequirements } from './check-requirements';
import { findingsOnTiming } from './check-timing';
import { countedBeside, countedFor, countedNamed } from '../balance/fund-usage-index';
import type { FundUsage } from '../balance/fund-usage';
import { expectedCost } from '../activities/activity-cost';
import type { Day } from '../calendar/day';
import { blocking, note, warning, type Finding } from '../finding';
import type { Cents } from '../money/money';
import type { PlannedActivity } from './planned-activity';
import { inUsd, isUsd } from '../money/currency';

/** What an activity is looked at with. */
export interface ActivitySurroundings {
  /** Its fund, or null where it has none or the workbook does not hold it. */
  fund: Fund | null;
  /** What is counted in that fund: of its balance. What stands there for this activity itself, by its ID, is left out. */
  counted: readonly FundUsage[];
  /** The rules of its first day for its program, or null while it has no day or its name is nothing the rulebook knows. */
  rules: PlanRules | null;
  /** Whether the rulebook knows its name: then rules are missing for its day alone. Left out: it does not. */
  isKnown?: boolean;
  /** The program whose rules these are, where our sources hold none of its own. Left out: its own. */
  rulesOf?: string | null;
  asOf: Day;
  lastSafeDay: Day | null;
  /** The one name an activity has among its names; caps are for all of a kind. Left out: as it is written. */
  kindOf?: (activity: string) => string;
}

/** All there is to say about an activity, each beside its field: what blocks it first, then what may, then what is good to know. Nothing about a canceled one. */
export function findingsFor(activity: Activity, around: ActivitySurroundings): FieldFinding[] {
  if (activity.status === 'canceled') return [];
  const { fund, rules, rulesOf = null, asOf, lastSafeDay } = around;
  const findings = [
    ...findingsOnFund(activity, fund, asOf, { rulesOf, hasRules: rules !== null }),
    ...whatIsMissing(activity, around),
    ...(rules ? findingsByRules(activity, rules, around) : []),
    ...findingsOnExpenses(activity, rules?.sheet ?? null),
    ...(fund && !isClaimed(activity, around) ? findingsOnTiming(activity, fund, asOf, lastSafeDay) : []),
  ];
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** Whether an activity may be more than a draft. */
export const mayBePlanned = (findings: readonly Finding[]): boolean => findings.every(({ level }) => level !== 'blocking');

const LEVELS = ['blocking', 'warning', 'note'] as const;

function whatIsMissing(activity: Activity, { rules, isKnown = false }: ActivitySurroundings): FieldFinding[] {
  const { start, end, budget, currency, rate } = activity;
  const found: FieldFinding[] = [];
  const add = (field: FieldFinding['field'], finding: Finding): void => void found.push(findingAt(field, null, finding));
  if (activity.activity.trim() === '') add('activity', blocking('choose an activity.'));
  else if (rules === null && start !== null && isKnown)
    add('start', blocking(`we hold no guidebook as old as ${start}, so the activity cannot be checked.`));
  else if (rules === null && !isKnown) add('activity', blocking(`the guidebook does not list "${activity.activity}".`));
  if (start === null) add('start', blocking('give its first day.'));
  if (start !== null && end !== null && end < start) add('end', blocking(`its last day, ${end}, is before its first, ${start}.`));
  if (budget === null && expectedCost(activity) === null)
    add('budget', blocking('give its budget: the fund keeps nothing for it otherwise.'));
  if ((budget ?? 0) < 0) add('budget', blocking('a budget cannot be below zero.'));
  if ((activity.actual ?? 0) < 0) add('actual', blocking('a cost cannot be below zero.'));
  if (isUsd(activity)) {
    if (rate !== null && rate !== 1) add('rate', note('US dollars need no rate, so this one is not used.'));
  } else {
    if (!/^\s*[a-z]{3}\s*$/i.test(currency)) add('currency', warning('a currency is three letters, such as EUR.'));
    if (rate === null)
      add('rate', blocking(`say what one ${currency.trim().toUpperCase()} is in US dollars: without it no fund keeps money for it.`));
    else if (rate <= 0) add('rate', blocking('a rate is above zero.'));
  }
  return found;
}

/** What COOP.CHECK finds, with what a form knows besides in place of what it only notes. */
function findingsByRules(activity: Activity, rules: PlanRules, around: ActivitySurroundings): FieldFinding[] {
  const required = findingsOnRequirements(activity, rules, around.asOf);
  const plan = planOf(activity, around);
  if (!plan) return required;
  const found = checkActivity(plan, rules);
  const isConverted = found.some(({ about, level }) => about === 'threshold' && level === 'blocking');
  const below = isConverted && around.fund && rules.threshold ? [notReached(around.fund, rules.threshold, around.asOf)] : [];
  const isReplaced = ({ about, level }: Finding): boolean =>
    about === 'cap' ||
    (about === 'threshold' && below.length > 0) ||
    // the threshold says it all: nothing remains of a fund that is paid as rebate
    (about === 'funds' && isConverted) ||
    (about === 'content' && activity.content !== null) ||
    (about === 'core' && activity.meetsCore !== null) ||
    (about === 'pre-approval' && (activity.preApproved !== null || level === 'warning')) ||
    (about === 'claim' && isClaimed(activity, around));
  const capped = { ...plan, cost: cappedCost(activity, plan.cost, rules.cap) };
  return [
    ...below,
    ...found.filter((finding) => !isReplaced(finding)).map(besideItsField),
    ...required,
    ...(rules.sheet?.isOpen && !isConverted ? findingsOnCap(capped, rules, costOfItsKind(activity, around, rules)) : []),
  ];
}

function planOf(activity: Activity, { fund, counted, asOf }: ActivitySurroundings): PlannedActivity | null {
  const { start, end, attendees } = activity;
  if (start === null || (end ?? start) < start) return null;
  const cost = activity.status === 'draft' || activity.status === 'planned' ? activity.budget : expectedCost(activity);
  const isOpen = fund !== null && asOf <= fund.claimDeadline;
  return {
    name: activity.activity,
    program: activity.fund?.program ?? 'this program',
    start,
    end: end ?? start,
    cost: cost === null || cost < 0 ? null : inUsd(cost, activity),
    earned: fund?.earned ?? null,
    remaining: isOpen ? Math.max(0, usableOf(fund) - countedBeside(activity.id, counted)) : null,
    half: activity.fund?.half ?? null,
    attendees,
  };
}

function costOfItsKind(activity: Activity, { counted, kindOf = (name) => name }: ActivitySurroundings, { cap }: PlanRules): Cents {
  if (cap.kind === 'none') return 0;
  const kind = kindOf(activity.activity);
  return countedNamed((name) => kindOf(name) === kind, activity.id, counted).reduce(
    (sum, { plan, amount }) => sum + ((plan ? cappedCost(plan, amount, cap) : amount) ?? 0),
    0,
  );
}

const isClaimed = ({ id }: Activity, { counted }: ActivitySurroundings): boolean =>
  countedFor(id, counted).some(({ claimId, as }) => claimId !== null && as !== 'spent');
