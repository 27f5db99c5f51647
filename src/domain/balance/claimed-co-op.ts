import { activitiesById, type Activity } from '../activities/activity';
import { usdOf } from '../activities/activity-cost';
import type { Claim, ClaimStatus } from '../claims/claim';
import { latestAmount } from '../claims/latest-amount';
import type { Cents } from '../money/money';
import { HELD_AS } from './fund-usage';

/**
 * What the claims that count in place of an activity come to, in US dollars, by the activity's ID; null if one of them isn't
 * known. An activity without such a claim isn't in it.
 */
export type ClaimedCoop = ReadonlyMap<string, Cents | null>;

/** Adds up the claims on each activity, on any fund: claimed, then approved, then paid. */
export function claimedCoop(
  activities: readonly Activity[],
  claims: readonly Claim[],
  statusOf: (claim: Claim) => ClaimStatus,
): ClaimedCoop {
  const byId = activitiesById(activities);
  const found = new Map<string, Cents | null>();
  for (const claim of claims) {
    const activity = byId.get(claim.activityId);
    if (!activity) continue;
    const onFund = { ...claim, fund: claim.fund ?? activity.fund };
    const status = statusOf(onFund);
    if (onFund.fund === null || HELD_AS[status] === null) continue;
    const [before, amount] = [found.get(activity.id), usdOf(latestAmount(claim, status), claim)];
    found.set(activity.id, before === null || amount === null ? null : (before ?? 0) + amount);
  }
  return found;
}
