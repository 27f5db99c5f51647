import type { Activity } from '../activities/activity';
import { isSameFund, type Fund } from '../funds/fund';
import { findingAt, besideItsField, type FieldFinding } from './activity-finding';
import { usableOf } from '../balance/balance';
import { checkActivity, SHARED_CHECKS } from './check-activity';
import { findingsOnExpenses } from './check-expenses';
import { findingsOnFund, mayStillGrow, notReached } from './check-fund-dates';
import { checkRemaining } from './check-funds';
import { checkMoneyToCome, whileItMayGrow } from './check-money-to-come';
import { cappedCost, checkSharedCap } from './check-shared-cap';
import { findingsOnRequirements, untold } from './check-requirements';
import { findingsOnTiming } from './check-timing';
import { countedBeside, countedNamed } from '../balance/fund-usage-index';
import type { FundUsage } from '../balance/fund-usage';
import { costOf, reservedCost } from '../activities/activity-cost';
import { formatDay, type Day } from '../calendar/day';
import { applyThreshold } from '../earnings/threshold';
import { bySeverity, type Finding } from '../finding';
import { blocking, note, warning } from '../new-finding';
import { sumOf, type Cents } from '../money/money';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { formatIn, inUsd, isUsd, rateOf } from '../money/currency';

/** What an activity is checked against. */
export interface ActivitySurroundings {
  /** Its fund; null if it has none or the workbook doesn't have it. */
  fund: Fund | null;
  /** Amounts used in that fund, from its balance. The activity's own amounts, found by its ID, don't count. */
  counted: readonly FundUsage[];
  /** Whether a claim counts in its place, on its fund or on another: Microsoft has it, and may have decided or paid. */
  isClaimed: boolean;
  /** The rules of its first day for its program; null if it has no day or the rulebook doesn't know its name. */
  rules: ActivityRules | null;
  /** Whether the rulebook knows its name, so that only rules for its day are missing. Omitted: it doesn't. */
  isKnown?: boolean;
  /** The program whose rules these are, if the sources have none for its own. Omitted: its own. */
  rulesOf?: string | null;
  asOf: Day;
  lastSafeDay: Day | null;
  /** What the fund is expected to pay at the current pace while its half is being earned. Omitted or null: no forecast. */
  expected?: Cents | null;
  /** The standard name of an activity; caps are for all of a kind. Omitted: the name as written. */
  kindOf?: (activity: string) => string;
}

/** All findings on an activity, each with its field: blocking first, then warnings, then notes. None for a canceled activity. */
export function findingsFor(activity: Activity, around: ActivitySurroundings): FieldFinding[] {
  if (activity.status === 'canceled') return [];
  const { fund, rules, rulesOf = null, asOf, lastSafeDay } = around;
  return bySeverity([
    ...findingsOnFund(activity, fund, asOf, { rulesOf, hasRules: rules !== null }),
    ...whatIsMissing(activity, around),
    ...(rules ? findingsByRules(activity, rules, around) : findingsOnMoney(activity, around)),
    ...findingsOnExpenses(activity, rules?.requirements ?? null),
    ...(fund && !around.isClaimed ? findingsOnTiming(activity, fund, asOf, lastSafeDay) : []),
  ]);
}

/** Why co-op can't pay for it no matter how much money is left; null if nothing known rules it out. A missing day or budget doesn't. */
export const whyNotPaid = (findings: readonly FieldFinding[]): string | null =>
  findings.find(
    ({ level, rule, field, isUnpaid }) => isUnpaid || (level === 'blocking' && rule !== 'cap' && (rule !== null || field === 'end')),
  )?.message ?? null;

/**
 * Whether an activity may be more than a draft. That claims on its fund have closed doesn't make a draft of one that was
 * planned on that fund before.
 */
export const mayBePlanned = (findings: readonly FieldFinding[], wasPlanned = false): boolean =>
  findings.every((finding) => finding.level !== 'blocking' || (wasPlanned && isClosing(finding)));

/** Whether an activity, as it was before a change, was already planned on the fund that it has now. */
export const wasPlannedOn = ({ fund }: Activity, was: Activity | null): boolean =>
  was !== null && was.status !== 'draft' && was.status !== 'canceled' && fund !== null && was.fund !== null && isSameFund(fund, was.fund);

const isClosing = ({ field, rule }: FieldFinding): boolean => field === 'fund' && rule === 'deadline';

function whatIsMissing(activity: Activity, { rules, isKnown = false }: ActivitySurroundings): FieldFinding[] {
  const { start, end, currency } = activity;
  const rate = rateOf(activity);
  const found: FieldFinding[] = [];
  const add = (field: FieldFinding['field'], finding: Finding, rule: FieldFinding['rule'] = null): void =>
    void found.push(findingAt(field, rule, finding));
  if (activity.activity.trim() === '') add('activity', blocking('choose an activity.'));
  else if (rules === null && start !== null && isKnown)
    add('start', blocking(`we have no guidebook as old as ${formatDay(start)}, so the activity can't be checked.`));
  else if (rules === null && !isKnown) add('activity', blocking(`the guidebook does not list "${activity.activity}".`), 'activity');
  if (start === null) add('start', blocking('enter the start date.'));
  else if ((end ?? start) < start) add('end', blocking(`the end date, ${formatDay(end!)}, is before the start date, ${formatDay(start)}.`));
  if (reservedCost(activity) === null) add('budget', blocking('enter the cost. Without it, no funds are reserved.'));
  else if (costOf(activity) === null) add('budget', warning("enter the cost. Without it, your share isn't known."));
  if ((activity.budget ?? 0) < 0) add('budget', blocking("a cost can't be below zero."));
  if ((activity.actual ?? 0) < 0) add('actual', blocking("a cost can't be below zero."));
  if ((activity.coopShare ?? 0) < 0) add('coopShare', blocking("a co-op share can't be below zero."));
  else if (activity.coopShare !== null && activity.budget !== null && activity.coopShare > activity.budget) {
    const [share, cost] = [activity.coopShare, activity.budget].map((amount) => formatIn(amount, currency));
    add('coopShare', blocking(`the co-op share, ${share}, is more than the cost, ${cost}.`));
  }
  for (const field of ['pipeline', 'revenue'] as const)
    if ((activity[field] ?? 0) < 0) add(field, warning(`${field} can't be below zero, so it isn't counted.`));
  if (isUsd(activity)) {
    if ((rate ?? 1) !== 1) add('rate', note("US dollars need no rate, so this one isn't used."));
  } else {
    if (!/^\s*[a-z]{3}\s*$/i.test(currency)) add('currency', warning('a currency is three letters, such as EUR.'));
    if (rate === null)
      add('rate', blocking(`enter the exchange rate (USD per ${currency.trim().toUpperCase()}). Without it, no funds are reserved.`));
    else if (rate <= 0) add('rate', blocking('a rate must be above zero.'));
  }
  return found;
}

/** Findings from the rules: those of COOP.CHECK, those only a form can know, and the cap across the whole plan. */
function findingsByRules(activity: Activity, rules: ActivityRules, around: ActivitySurroundings): FieldFinding[] {
  const { fund, asOf } = around;
  const { threshold, requirements, cap, deadlines } = rules;
  // Microsoft decides on what was claimed, and what is done has cost what it has: co-op pays up to the cap
  const isSettled = around.isClaimed;
  const onRequirements = findingsOnRequirements(activity, rules, asOf);
  const isOpen = fund !== null && mayStillGrow(fund, asOf);
  const isBelow = fund !== null && threshold !== null && applyThreshold(fund.earned, threshold).status === 'converted';
  const isRebate = isBelow && !isOpen;
  // the threshold finding is enough: a fund that is paid as rebate has nothing left
  const planned = plannedOf(activity, isRebate ? null : fund, around);
  if (!planned) return onRequirements;
  const kept: ActivityRules = {
    ...rules,
    requirements: requirements && untold(activity, requirements),
    deadlines: isSettled ? null : deadlines,
  };
  const capped = { ...planned, cost: cappedCost(activity, planned.cost, cap) };
  const isCapped = requirements?.isOpen && !isRebate && !isSettled && activity.status !== 'done';
  return [
    ...(isBelow && !isSettled ? [whereDone(activity, notReached(fund, threshold, asOf))] : []),
    ...(isOpen ? checkMoneyToCome(planned, countedBeside(activity.id, around.counted), around.expected ?? null) : []).map(besideItsField),
    ...checkActivity(isOpen ? { ...planned, earned: null, remaining: null } : planned, kept, SHARED_CHECKS).map(besideItsField),
    ...onRequirements,
    ...(isCapped ? (isOpen ? whileItMayGrow : checkSharedCap)(capped, rules, costOfItsKind(activity, around, rules)) : []).map(
      besideItsField,
    ),
  ];
}

/** What is done isn't blocked by money anymore; that its fund can't pay for it is still worth a warning. */
const whereDone = ({ status }: Activity, finding: FieldFinding): FieldFinding =>
  status === 'done' && finding.level === 'blocking' ? { ...finding, level: 'warning', isUnpaid: true } : finding;

/** Whether the fund has the money for an activity without rules of its own, such as one that the guidebook doesn't list. */
function findingsOnMoney(activity: Activity, around: ActivitySurroundings): FieldFinding[] {
  const { fund, counted, asOf, expected = null } = around;
  const planned = plannedOf(activity, fund, around);
  if (!planned || fund === null) return [];
  const found = mayStillGrow(fund, asOf)
    ? checkMoneyToCome(planned, countedBeside(activity.id, counted), expected)
    : usableOf(fund) > 0
      ? checkRemaining(planned)
      : [];
  return found.map(besideItsField);
}

/** An activity as the checks take it; without a fund its money is unknown. Null if it has no days. */
function plannedOf(activity: Activity, fund: Fund | null, around: ActivitySurroundings): PlannedActivity | null {
  const { start, end, attendees } = activity;
  const { counted, isClaimed, asOf } = around;
  if (start === null || (end ?? start) < start) return null;
  const cost = reservedCost(activity);
  // a done or claimed activity already has its money, or is shown as over in the balance
  const isToPay = fund !== null && asOf <= fund.claimDeadline && activity.status !== 'done' && !isClaimed;
  return {
    name: activity.activity,
    program: activity.fund?.program ?? 'this program',
    start,
    end: end ?? start,
    cost: cost === null || cost < 0 ? null : inUsd(cost, activity),
    earned: fund?.earned ?? null,
    remaining: isToPay ? Math.max(0, usableOf(fund) - countedBeside(activity.id, counted)) : null,
    half: activity.fund?.half ?? null,
    attendees,
  };
}

function costOfItsKind(activity: Activity, { counted, kindOf = (name) => name }: ActivitySurroundings, { cap }: ActivityRules): Cents {
  if (cap.kind === 'none') return 0;
  const kind = kindOf(activity.activity);
  return sumOf(
    countedNamed((name) => kindOf(name) === kind, activity.id, counted),
    ({ plan, amount }) => (plan ? cappedCost(plan, amount, cap) : amount),
  );
}
