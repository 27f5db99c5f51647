import type { Activity } from '../../domain/activities/activity';
import { requestedShare } from '../../domain/activities/activity-cost';
import type { Cents } from '../../domain/money/money';
import { fromUsd, inUsd } from '../../domain/money/currency';

/** The activity with its co-op share limited to an amount in US dollars. The cost stays the same. */
export function withShare(activity: Activity, most: Cents): Activity {
  const requested = requestedShare(activity);
  if (requested === null || (inUsd(requested, activity) ?? 0) <= most) return activity;
  return { ...activity, coopShare: fromUsd(most, activity) };
}
