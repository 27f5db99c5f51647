import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Activity } from '../../domain/activities/activity';
import { earningHalfFor, retention, type Retention, type DeadlineRule, claimDays, type ClaimDays } from '../../domain/calendar/deadlines';
import {
  capLimit,
  claimLimit,
  differenceFromDocuments,
  findingsOnAmount,
  type ClaimBounds,
  type ClaimLimit,
} from '../../domain/claims/checks/amount';
import {
  nextDeadline,
  disputeAnsweredBy,
  paymentSpan,
  reviewSpan,
  type AnswerTimes,
  type NextDeadline,
  type Span,
} from '../../domain/claims/next-deadline';
import { findingsOnCourse, findingsOnItsActivity } from '../../domain/claims/checks/history';
import { findingsOnDates } from '../../domain/claims/checks/dates';
import type { ClaimFinding } from '../../domain/claims/checks/claim-finding';
import type { Claim, ClaimStatus } from '../../domain/claims/claim';
import { findingsOnProof, readinessOf, type Readiness } from '../../domain/claims/checks/readiness';
import type { ClaimRequirements } from '../../domain/claims/proof-checklist';
import { othersOnActivity } from '../../domain/claims/claims-by-fund';
import { sharedCost, type SharedCost } from '../../domain/claims/shared-cost';
import { findingsOnTravel } from '../../domain/claims/checks/travel';
import { isActive, lockReason, statusOn } from '../../domain/claims/claim-status';
import type { Day } from '../../domain/calendar/day';
import { fromUsd } from '../../domain/money/currency';
import type { Cents } from '../../domain/money/money';
import { isSameFund, type Fund, type FundId } from '../../domain/funds/fund';
import { lastDay, type Half } from '../../domain/calendar/half';
import type { CapRule } from '../../domain/activities/caps';
import { Problem } from '../../domain/problem';
import { ANSWER_TIMES, MUST_BE_VISIBLE } from '../../rulebook/claiming';
import { requirementsOn } from '../../rulebook/requirements';
import type { Rule } from '../../rulebook/rule';
import { DEFAULT_PROGRAM, findProgram, programNamed } from '../../rulebook/rules-on';
import { activityNamed } from '../activities/activity-catalog';
import type { PlanningRead } from '../store/planning-store';

/** Everything the screen shows of a claim on a day, besides what is in the claim itself. */
export interface ClaimView {
  claim: Claim;
  /** By what was recorded and by the dates. */
  status: ClaimStatus;
  /** Null if neither its fund nor its activity's days determine them, or no rule goes back that far. */
  days: ClaimDays | null;
  times: AnswerTimes;
  clock: NextDeadline | null;
  requirements: ClaimRequirements | null;
  activity: Activity | null;
  /** Its own fund, or else its activity's, which the workbook may not have. */
  fundId: FundId | null;
  fund: Fund | null;
  limit: ClaimLimit | null;
  /** Its cost and your share; null if all of it is claimed or something isn't known. */
  shared: SharedCost | null;
  /** How much more it claims than its documents say; below zero for less, null if they match or can't be compared. */
  difference: Cents | null;
  findings: readonly ClaimFinding[];
  readiness: Readiness;
  locked: string | null;
  review: Span | null;
  disputeBy: Day | null;
  payment: (Span & { atLatest: Day }) | null;
  keep: Retention | null;
}

/** What the screen shows about a claim; for many claims, use a `claimViewer`. */
export const viewOf = (claim: Claim, read: PlanningRead, book: WorkbookRules, asOf: Day): ClaimView => claimViewer(read, book, asOf)(claim);

/** Views claims in the context of all others in the workbook, which are prepared once. */
export function claimViewer(read: PlanningRead, book: WorkbookRules, asOf: Day): (claim: Claim) => ClaimView {
  const beside = besideIn(read, book, asOf);
  return (claim) => viewBeside(claim, beside);
}

interface Beside {
  read: PlanningRead;
  book: WorkbookRules;
  asOf: Day;
  claims: readonly Claim[];
  activities: ReadonlyMap<string, Activity>;
  /** The guidebook's name of an activity. */
  kindOf: (name: string) => string;
}

function besideIn(read: PlanningRead, book: WorkbookRules, asOf: Day): Beside {
  const claims = read.claims.map(({ value }) => value);
  const activities = new Map(read.activities.map(({ value }) => [value.id, value]));
  const kinds = new Map<string, string>();
  // cap checks use the names of all claims
  const kindOf = (name: string): string => {
    const kind = kinds.get(name) ?? activityNamed(name, book) ?? name;
    kinds.set(name, kind);
    return kind;
  };
  return { read, book, asOf, claims, activities, kindOf };
}

function viewBeside(claim: Claim, beside: Beside): ClaimView {
  const { read, book, asOf, claims } = beside;
  const money = moneyBehind(claim, beside);
  const { activity, paid, fund } = money;
  const deadlines = deadlinesOf(paid, book)?.value ?? null;
  const times = { ...ANSWER_TIMES, reviewDays: read.settings.reviewDays };
  const days = daysOfClaim(paid, book);
  const requirements = requirementsOf(claim, asOf, book);
  const bounds = boundsOf(claim, money, beside);
  const status = days ? statusOn(claim, asOf, days) : claim.status;
  const { approvedOn } = claim;
  // someone who claimed the activity again doesn't dispute the first answer
  const isReplaced = claim.status === 'rejected' && othersOnActivity(claim, claims).some((other) => isActive(other.status));
  const payment = known(() => book.rulesOn(approvedOn ?? asOf).payment().value);
  return {
    claim,
    status,
    days,
    times,
    clock: days && status === claim.status && !isReplaced ? nextDeadline(claim, asOf, days, times, payment) : null,
    requirements,
    activity,
    fundId: paid.fund,
    fund,
    limit: claimLimit(claim, bounds),
    shared: sharedCost(claim, activity),
    difference: differenceFromDocuments(claim, bounds.isPart),
    findings: isActive(claim.status)
      ? [
          ...findingsOnDates(claim, days, asOf),
          ...findingsOnCourse(claim, asOf),
          ...findingsOnItsActivity(claim, activity),
          ...findingsOnAmount(claim, bounds),
          ...findingsOnTravel(claim, bounds),
          ...findingsOnProof(claim, requirements),
        ]
      : [],
    readiness: readinessOf(claim, requirements, bounds.isPart),
    locked: lockReason({ ...claim, status }),
    review:
      claim.status === 'submitted' || claim.status === 'under review' ? reviewSpan(claim.since ?? claim.submittedOn ?? asOf, times) : null,
    disputeBy: claim.status === 'disputed' ? disputeAnsweredBy(claim.disputedOn ?? claim.since ?? asOf, times) : null,
    payment: approvedOn && payment && paymentSpan(approvedOn, payment, times),
    keep: claim.end && deadlines && retention(claim.end, deadlines),
  };
}

interface MoneyBehind {
  activity: Activity | null;
  /** The claim, with its activity's fund if it names none. */
  paid: Claim;
  fund: Fund | null;
}

function moneyBehind(claim: Claim, { read, activities }: Beside): MoneyBehind {
  const activity = activities.get(claim.activityId) ?? null;
  const paid = { ...claim, fund: claim.fund ?? activity?.fund ?? null };
  const fund = read.funds.find((candidate) => paid.fund !== null && isSameFund(candidate, paid.fund)) ?? null;
  return { activity, paid, fund };
}

/** What limits a claim: its fund, its activity's cap, and the other claims. */
function boundsOf(claim: Claim, { activity, fund }: MoneyBehind, { book, asOf, claims, kindOf }: Beside): ClaimBounds {
  const bounds: ClaimBounds = {
    usable: fund && (fund.usable ?? fund.earned),
    earned: fund && fund.earned,
    cap: capOf(claim, book, asOf),
    attendees: activity?.attendees ?? null,
    isPart: activity?.coopShare != null,
    others: claims,
    kindOf,
  };
  // a claim for all that the cap allows asks for less than its documents say
  return { ...bounds, isPart: bounds.isPart || isWholeCap(claim, bounds) };
}

function isWholeCap(claim: Claim, bounds: ClaimBounds): boolean {
  if (claim.amount === null) return false;
  const ofCap = capLimit(claim, bounds);
  return ofCap !== null && claim.amount >= fromUsd(ofCap.amount, claim);
}

/** The most that a claim may ask for under its activity's cap, in US dollars; null if there is no cap or nothing is left of it. */
export function mostUnderCap(claim: Claim, read: PlanningRead, book: WorkbookRules, asOf: Day): Cents | null {
  const beside = besideIn(read, book, asOf);
  return capLimit(claim, boundsOf(claim, moneyBehind(claim, beside), beside))?.amount || null;
}

/** The rule for a claim's deadlines: from the half its money was earned in, as for its activity in the plan. Null if no rule goes back that far. */
export const deadlinesOf = (claim: Claim, book: WorkbookRules): Rule<DeadlineRule> | null => {
  const half = halfOfClaim(claim);
  return half && known(() => book.rulesOn(lastDay(half)).deadlines());
};

/** The days of a claim by the same rule. */
export function daysOfClaim(claim: Claim, book: WorkbookRules): ClaimDays | null {
  const [half, rule] = [halfOfClaim(claim), deadlinesOf(claim, book)?.value];
  return half && rule ? claimDays(half, rule) : null;
}

const halfOfClaim = ({ fund, end }: Claim): Half | null => fund?.half ?? (end === null ? null : earningHalfFor(end));

/** What a claim on an activity has to prove, from the guidebook on its first day, or on the as-of day if it has none; null if the activity isn't listed. */
export function requirementsOf(
  { activity, fund, start }: Pick<Claim, 'activity' | 'fund' | 'start'>,
  asOf: Day,
  book: WorkbookRules,
): ClaimRequirements | null {
  return known(() => {
    const day = start ?? asOf;
    const program = (fund && programNamed(fund.program)) ?? DEFAULT_PROGRAM;
    const rules = book.rulesOn(day);
    const requirements = requirementsOn(day, rules.findActivity(activity), program, rules);
    return requirements && { ...requirements, visible: MUST_BE_VISIBLE };
  });
}

function capOf({ activity, fund, start }: Claim, book: WorkbookRules, asOf: Day): CapRule {
  const rules = book.rulesOn(start ?? asOf);
  const cap = fund && known(() => rules.cap(rules.findActivity(activity), findProgram(fund.program)).value);
  return cap ?? { kind: 'none' };
}

/** An answer, or null where the rulebook doesn't have the name or the day. */
function known<T>(ask: () => T | null): T | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}
