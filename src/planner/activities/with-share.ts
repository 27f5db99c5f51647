import type { Activity } from '../../domain/activities/activity';
import { requestedShare } from '../../domain/activities/activity-cost';
import type { Cents } from '../../domain/money/money';
import { inUsd, isUsd } from '../../domain/money/currency';

/** The activity with its co-op share limited to an amount in US dollars. The cost stays the same. */
export function withShare(activity: Activity, most: Cents): Activity {
  const requested = requestedShare(activity);
  if (requested === null || (inUsd(requested, activity) ?? 0) <= most) return activity;
  return { ...activity, coopShare: inItsCurrency(most, activity) };
}

/** The largest amount in its currency that is worth no more than an amount in US dollars. */
function inItsCurrency(usd: Cents, activity: Activity): Cents {
  if (isUsd(activity) || !activity.rate) return usd;
  let amount = Math.ceil(usd / activity.rate) + 1;
  while (amount > 0 && inUsd(amount, activity)! > usd) amount--;
  return amount;
}
