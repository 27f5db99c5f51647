import type { Finding } from '../finding';
import { warning } from '../new-finding';
import { formatUsd, type Cents } from '../money/money';
import { checkSharedCap } from './check-shared-cap';
import type { ActivityRules, PlannedActivity } from './planned-activity';

/**
 * Whether an activity needs money that its fund doesn't have yet. It may be planned so while more may come, but is never
 * silent. CoopPlan's Check starts with the same sentence. `others` is what the fund's other activities use, and `expected` what
 * it is expected to pay in all; null for no forecast.
 */
export function checkMoneyToCome({ cost, remaining }: PlannedActivity, others: Cents, expected: Cents | null): Finding[] {
  if (cost === null || remaining === null || cost <= remaining) return [];
  const over = expected === null ? 0 : others + cost - expected;
  const forecast =
    expected === null
      ? ''
      : ` At the current pace, ${formatUsd(expected)} is expected${over > 0 ? `, ${formatUsd(over)} less than planned` : ''}.`;
  return [
    warning(
      `planned against expected money: ${formatUsd(cost)} is ${formatUsd(cost - remaining)} more than the ${formatUsd(remaining)} available so far.${forecast}`,
      'funds',
    ),
  ];
}

/** The findings on an activity's cap while more may be earned: a share of the co-op grows with it, a fixed amount doesn't. */
export function whileItMayGrow(activity: PlannedActivity, rules: ActivityRules, others: Cents): Finding[] {
  const { kind } = rules.cap;
  if (kind !== 'share' && kind !== 'greater') return checkSharedCap({ ...activity, earned: null }, rules, others);
  return checkSharedCap(activity, rules, others).map(({ message }) =>
    warning(`${message} That's of what is earned so far, and may still grow.`, 'cap'),
  );
}
