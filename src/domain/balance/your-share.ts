import type { Activity } from '../activities/activity';
import { splitCost } from '../activities/activity-cost';
import { reserveCap } from '../activities/caps';
import { isSameFund, type Fund } from '../funds/fund';
import { sumOf, type Cents } from '../money/money';
import { NO_CAPS, type CapOf } from './fund-usage';

/** What the partner pays of a fund's activities, in US dollars. */
export interface YourShare {
  amount: Cents;
  /** Activities that aren't included because their cost or rate is missing. */
  unknown: number;
}

/** What the partner pays of a fund's activities, claimed or not: their cost less the co-op share. Drafts and canceled ones don't count. */
export function yourShareOf(fund: Fund, activities: readonly Activity[], capOf: CapOf = NO_CAPS): YourShare {
  const shares = activities
    .filter((activity) => activity.fund && isSameFund(fund, activity.fund) && activity.status !== 'draft' && activity.status !== 'canceled')
    .map((activity) => splitCost(activity, reserveCap(capOf(activity), fund.earned)).yourShare);
  return { amount: sumOf(shares, (share) => share), unknown: shares.filter((share) => share === null).length };
}
