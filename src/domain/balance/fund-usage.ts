import { reservedCost } from '../activities/activity-cost';
import { reserveCap, type CapRule } from '../activities/caps';
import { activitiesById, titleOf, type Activity, type ActivityStatus } from '../activities/activity';
import type { Claim, ClaimStatus } from '../claims/claim';
import { isActive, statusOn } from '../claims/claim-status';
import { latestAmount } from '../claims/latest-amount';
import type { Day } from '../calendar/day';
import { isSameFund, type Fund, type FundId } from '../funds/fund';
import type { Cents } from '../money/money';
import { inUsd, type InCurrency } from '../money/currency';

/** The stage of a fund's money, from reserved to paid. */
export type CountedAs = 'planned' | 'committed' | 'spent' | 'claimed' | 'approved' | 'paid';

/** The cap of an activity on its first day; null if no rule is known. */
export type CapOf = (activity: Activity) => CapRule | null;

/** Without a rulebook, nothing is capped. */
export const NO_CAPS: CapOf = () => null;

/** The money of one activity or one claim. Every cent of a fund counts in one place only. */
export interface FundUsage {
  as: CountedAs;
  /** The activity's ID; blank if a claim's activity isn't in the plan or has no ID yet. */
  activityId: string;
  /** The ID of the claim that counts in place of the activity, or null. */
  claimId: string | null;
  /** The activity, if it counts itself. */
  plan: Activity | null;
  /** The kind of activity, as written. */
  activity: string;
  /** Its display name: the activity's title, or else the kind. */
  title: string;
  start: Day | null;
  /** As written in the activity, or else in its claim; '' for none. */
  solutionArea: string;
  /** US dollars; null if the amount or its rate is missing. */
  amount: Cents | null;
  /** Why there is no amount. */
  unknown: string | null;
}

/**
 * The money of a fund, by activity and claim. Drafts and canceled activities don't count. From its submission on, a
 * claim counts in place of its activity, with the amount claimed, then approved, then paid. When a claim comes to
 * nothing, the activity counts again. A claim in editing counts only if its activity doesn't. An activity counts with the
 * co-op share of its cost, and never more than its cap.
 */
export function countedMoney(
  fund: Fund,
  activities: readonly Activity[],
  claims: readonly Claim[],
  asOf: Day,
  capOf: CapOf = NO_CAPS,
): FundUsage[] {
  const byId = activitiesById(activities);
  const taken = new Set<string>();
  const found: FundUsage[] = [];
  for (const claim of claims) {
    const activity = byId.get(claim.activityId);
    if (!isOf(fund, claim.fund ?? activity?.fund ?? null)) {
      // claimed from another fund, the activity costs this one nothing
      if (activity && HELD_AS[claim.status]) taken.add(activity.id);
      continue;
    }
    const status = statusOn(claim, asOf, fund);
    const as = HELD_AS[status] ?? (isActive(status) && !(activity && COUNTED_AS[activity.status]) ? 'spent' : null);
    if (as === null) continue;
    if (activity) taken.add(activity.id);
    found.push(moneyOfClaim(claim, as, status, activity ?? null));
  }
  for (const activity of activities) {
    const as = COUNTED_AS[activity.status];
    if (as && isOf(fund, activity.fund) && !taken.has(activity.id))
      found.push(moneyOfActivity(activity, as, reserveCap(capOf(activity), fund.earned)));
  }
  return found;
}

/**
 * The IDs of the activities that a claim counts in place of: one on the activity's own fund by its status on a day, which
 * `statusOf` tells, and one on another fund by the recorded status.
 */
export function claimedActivities(
  activities: readonly Activity[],
  claims: readonly Claim[],
  statusOf: (claim: Claim) => ClaimStatus,
): ReadonlySet<string> {
  const byId = activitiesById(activities);
  const found = new Set<string>();
  for (const claim of claims) {
    const activity = byId.get(claim.activityId);
    if (!activity) continue;
    const fund = claim.fund ?? activity.fund;
    const isOwn = fund !== null && activity.fund !== null && isSameFund(fund, activity.fund);
    if (HELD_AS[isOwn ? statusOf({ ...claim, fund }) : claim.status] !== null) found.add(activity.id);
  }
  return found;
}

const COUNTED_AS: Record<ActivityStatus, 'planned' | 'committed' | 'spent' | null> = {
  draft: null,
  planned: 'planned',
  committed: 'committed',
  done: 'spent',
  canceled: null,
};

/** The stage of the money of a claim that counts in place of its activity; null for one that doesn't. */
export const HELD_AS: Record<ClaimStatus, 'claimed' | 'approved' | 'paid' | null> = {
  editing: null,
  submitted: 'claimed',
  'under review': 'claimed',
  'action required': 'claimed',
  disputed: 'claimed',
  approved: 'approved',
  rejected: null,
  paid: 'paid',
  'non-compliant': null,
  forfeited: null,
};

const isOf = (fund: Fund, name: FundId | null): boolean => name !== null && isSameFund(fund, name);

function moneyOfActivity(activity: Activity, as: CountedAs, cap: Cents | null): FundUsage {
  const counted = inDollars(reservedCost(activity), activity, `"${titleOf(activity)}"`);
  return {
    as,
    activityId: activity.id,
    claimId: null,
    plan: activity,
    activity: activity.activity,
    title: titleOf(activity),
    start: activity.start,
    solutionArea: activity.solutionArea.trim(),
    ...counted,
    amount: cap !== null && counted.amount !== null ? Math.min(counted.amount, cap) : counted.amount,
  };
}

function moneyOfClaim(claim: Claim, as: CountedAs, status: ClaimStatus, activity: Activity | null): FundUsage {
  return {
    as,
    activityId: activity?.id ?? '',
    claimId: claim.id,
    plan: null,
    activity: claim.activity,
    title: activity?.title.trim() || claim.activity,
    start: claim.start,
    solutionArea: activity?.solutionArea.trim() || claim.solutionAreas.trim(),
    ...inDollars(latestAmount(claim, status), claim, `The claim "${claim.name || claim.activity}"`),
  };
}

function inDollars(amount: Cents | null, currency: InCurrency, what: string): Pick<FundUsage, 'amount' | 'unknown'> {
  if (amount === null) return { amount: null, unknown: `${what} has no amount, so it isn't counted.` };
  if (amount < 0) return { amount: null, unknown: `${what} has an amount below zero, so it isn't counted.` };
  const usd = inUsd(amount, currency);
  if (usd !== null) return { amount: usd, unknown: null };
  return { amount: null, unknown: `${what} is in ${currency.currency.trim().toUpperCase()} and has no rate to USD, so it isn't counted.` };
}
