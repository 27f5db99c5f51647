import type { Activity } from '../../domain/activities/activity';
import { reservedCost, type CostSplit } from '../../domain/activities/activity-cost';
import { formatUsd } from '../../domain/money/money';
import type { Around } from './activity-view';

/** What co-op pays of an activity, or why that is unknown. */
export function describeAmount(
  activity: Activity,
  { coop, isClaimed }: CostSplit,
  { unknownFields }: Pick<Around, 'unknownFields'>,
): string {
  if (COSTS.some((field) => unknownFields?.has(field)) || (isClaimed && coop === null)) return 'Not known';
  if (coop !== null) return formatUsd(coop);
  const cost = reservedCost(activity);
  if (cost === null) return 'No cost yet';
  return cost < 0 ? 'Cost below zero' : 'No exchange rate';
}

/** The fields an amount comes from. */
const COSTS = ['currency', 'rate', 'budget', 'actual', 'coopShare'] as const;
