import type { Activity } from '../activities/activity';
import { findingAt, besideItsField, type FieldFinding } from './activity-finding';
import { findingsOnMoney } from './check-funds';
import { warning } from '../finding';
import { formatUsd, type Cents } from '../money/money';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { inUsd } from '../money/currency';

/** The part of a cost that a cap is about: of a conference the travel, where its expenses say so. */
export function cappedCost(activity: Activity, cost: Cents | null, cap: ActivityRules['cap']): Cents | null {
  if (cap.kind !== 'travel' || cost === null || activity.expenses.length === 0) return cost;
  const travel = activity.expenses.filter(({ type }) => /^\W*travel\b/i.test(type));
  return inUsd(
    travel.reduce((sum, expense) => sum + (expense.actual ?? expense.budget), 0),
    activity,
  );
}

/**
 * What there is to say about the cap of an activity, alone and with the others of its kind on the fund: a cap is for a
 * usage period, not for one activity. Travel is capped by conference, and once more for all of them.
 */
export function findingsOnCap(plan: PlannedActivity, rules: ActivityRules, others: Cents): FieldFinding[] {
  const capOf = (cost: Cents | null) => findingsOnMoney({ ...plan, cost, remaining: null }, rules).filter(({ about }) => about === 'cap');
  const alone = capOf(plan.cost).map(besideItsField);
  if (alone.some(({ level }) => level !== 'note') || plan.cost === null || others === 0 || rules.cap.kind === 'none') return alone;
  const all = plan.cost + others;
  const before = `with the ${formatUsd(others)} of the others of its kind, `;
  if (rules.cap.kind === 'travel') {
    const { total } = rules.cap;
    if (all <= total) return alone;
    const over = `${formatUsd(all)} is ${formatUsd(all - total)} more than co-op may pay for travel to conferences in a usage period: ${formatUsd(total)}.`;
    return [...alone, findingAt('budget', 'cap', warning(`${before}${over} Only registration may come on top.`))];
  }
  const together = capOf(all).filter(({ level }) => level === 'blocking');
  return [...alone, ...together.map((finding) => besideItsField({ ...finding, message: before + finding.message }))];
}
