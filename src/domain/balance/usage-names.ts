import { titleOf, type Activity } from '../activities/activity';
import { formatDay, type Day } from '../calendar/day';
import { groupBy } from '../group-by';
import type { FundUsage } from './fund-usage';

/**
 * A name for each part of a balance, one for each activity: its title. Activities with the same title get their first day
 * too, and a number if that is the same or missing. The claims of an activity share its name.
 */
export const usageNames = (counted: readonly FundUsage[]): ReadonlyMap<FundUsage, string> =>
  distinctNames(counted, (usage) => ({ key: usage.activityId || usage.claimId || usage, title: usage.title, start: usage.start }));

/** The same for activities. */
export const activityNames = (activities: readonly Activity[]): ReadonlyMap<Activity, string> =>
  distinctNames(activities, (activity) => ({ key: activity.id || activity, title: titleOf(activity), start: activity.start }));

interface Alike {
  /** Items with the same key are one. */
  key: unknown;
  title: string;
  start: Day | null;
}

function distinctNames<T>(items: readonly T[], alikeOf: (item: T) => Alike): ReadonlyMap<T, string> {
  const names = new Map<T, string>();
  const things = [...groupBy(items, (item) => alikeOf(item).key).values()].map((same) => ({ items: same, ...alikeOf(same[0]!) }));
  for (const [title, alike] of groupBy(things, (thing) => thing.title || 'No activity name')) {
    const named = ({ start }: Alike): string => (alike.length === 1 || start === null ? title : `${title}, ${formatDay(start)}`);
    for (const [name, same] of groupBy(alike, named))
      same.forEach((thing, index) => thing.items.forEach((item) => names.set(item, same.length === 1 ? name : `${name} (${index + 1})`)));
  }
  return names;
}
