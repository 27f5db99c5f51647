import { formatDay } from '../calendar/day';
import { groupBy } from '../group-by';
import type { FundUsage } from './fund-usage';

/**
 * A name for each part of a balance, one for each activity: its title. Activities with the same title get their first day
 * too, and a number if that is the same or missing. The claims of an activity share its name.
 */
export function usageNames(counted: readonly FundUsage[]): ReadonlyMap<FundUsage, string> {
  const names = new Map<FundUsage, string>();
  const byActivity = [...groupBy(counted, (usage) => usage.activityId || usage.claimId || usage).values()];
  for (const [title, alike] of groupBy(byActivity, ([first]) => first!.title || 'No activity name')) {
    const dayOf = ([first]: readonly FundUsage[]): string =>
      alike.length === 1 || first!.start === null ? title : `${title}, ${formatDay(first!.start)}`;
    for (const [name, same] of groupBy(alike, dayOf))
      same.forEach((usages, index) => usages.forEach((usage) => names.set(usage, same.length === 1 ? name : `${name} (${index + 1})`)));
  }
  return names;
}
