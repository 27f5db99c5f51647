import type { Activity } from '../../domain/activities/activity';
import { isActive } from '../../domain/claims/claim-status';
import type { PlanningRead } from '../store/planning-store';

/** The activities a claim can start from: those without a claim, the done ones first, then by their last day. */
export function openActivities({ activities, claims }: Pick<PlanningRead, 'activities' | 'claims'>): Activity[] {
  const claimed = claimedNow(claims);
  const rank = ({ status }: Activity): number => (status === 'done' ? 0 : status === 'committed' ? 1 : 2);
  const lastDay = ({ start, end }: Activity): string => end ?? start ?? '9999';
  return activities
    .map(({ value }) => value)
    .filter(({ id, status, activity }) => !claimed.has(id) && status !== 'canceled' && activity !== '')
    .sort((a, b) => rank(a) - rank(b) || lastDay(a).localeCompare(lastDay(b)));
}

/** The IDs of the activities that have an active claim. */
export const claimedNow = (claims: PlanningRead['claims']): ReadonlySet<string> =>
  new Set(claims.filter(({ value }) => isActive(value.status)).map(({ value }) => value.activityId));
