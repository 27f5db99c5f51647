import type { Activity } from '../activities/activity';
import { coopPart } from '../activities/activity-cost';
import { checkCap } from './check-funds';
import type { Finding } from '../finding';
import { blocking, warning } from '../new-finding';
import { formatUsd, sumOf, type Cents } from '../money/money';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { inUsd } from '../money/currency';

/** The part of a co-op share that a cap applies to: for a conference, the travel part if its expenses list travel. */
export function cappedCost(activity: Activity, cost: Cents | null, cap: ActivityRules['cap']): Cents | null {
  if (cap.kind !== 'travel' || cost === null || activity.expenses.length === 0) return cost;
  const travel = activity.expenses.filter(({ type }) => /^\W*travel\b/i.test(type));
  const part = coopPart(
    sumOf(travel, (expense) => expense.actual ?? expense.budget),
    activity,
  );
  return part === null ? null : inUsd(part, activity);
}

/**
 * Whether an activity is within its cap, alone and together with others of its kind on the fund: a cap is for a usage
 * period, not for one activity. Travel is capped for each conference, and again for all of them.
 */
export function checkSharedCap(activity: PlannedActivity, rules: ActivityRules, others: Cents): Finding[] {
  const { cost, earned } = activity;
  const { cap } = rules;
  const alone = checkCap(activity, rules);
  if (alone.length > 0 || cost === null) return alone;
  const all = cost + others;
  const before = `with ${formatUsd(others)} of other activities of this kind, `;
  if (cap.kind === 'travel') {
    const { total } = cap;
    if (all <= total) return [];
    const over = `${formatUsd(all)} is ${formatUsd(all - total)} more than co-op can pay for travel to conferences in a usage period: ${formatUsd(total)}.`;
    return [warning(`${before}${over} Only registration can be added.`, 'cap')];
  }
  // can't be checked without the co-op earned
  if (cap.kind === 'greater' && earned === null) return [];
  return checkCap({ ...activity, cost: all }, rules).map(({ message }) => blocking(before + message, 'cap'));
}
