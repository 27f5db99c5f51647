import type { Activity } from '../activities/activity';
import { splitCost } from '../activities/activity-cost';
import { reserveCap } from '../activities/caps';
import { isSameFund, type Fund } from '../funds/fund';
import { sumOf, type Cents } from '../money/money';
import type { ClaimedCoop } from './claimed-co-op';
import { NO_CAPS, type CapOf } from './fund-usage';

/** What the partner pays of a fund's activities, in US dollars. */
export interface YourShare {
  amount: Cents;
  /** Activities that aren't included because their cost, a rate, or the amount of a claim is missing. */
  unknown: number;
}

/** What the partner pays of a fund's activities: their cost less what co-op pays. Drafts and canceled ones don't count. */
export function yourShareOf(
  fund: Fund,
  activities: readonly Activity[],
  capOf: CapOf = NO_CAPS,
  claimed: ClaimedCoop = new Map(),
): YourShare {
  const shares = activities
    .filter((activity) => activity.fund && isSameFund(fund, activity.fund) && activity.status !== 'draft' && activity.status !== 'canceled')
    .map((activity) => splitCost(activity, reserveCap(capOf(activity), fund.earned), claimed.get(activity.id)).yourShare);
  return { amount: sumOf(shares, (share) => share), unknown: shares.filter((share) => share === null).length };
}
