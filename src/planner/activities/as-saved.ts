import type { Activity } from '../../domain/activities/activity';
import { mayBePlanned, wasPlannedOn } from '../../domain/checks/check-planned-activity';
import type { Reading } from '../store/planning-store';
import { factsOf } from './activity-view';
import { aroundIn, type PlanGroup } from './plan-groups';

/** An activity as it can be saved: one that something blocks becomes a draft. `was` is the activity before the change; null for a new one. */
export function asSaved(
  activity: Activity,
  was: Activity | null,
  groups: readonly PlanGroup[],
  { read, asOf, book }: Pick<Reading, 'read' | 'asOf' | 'book'>,
): Activity {
  if (activity.status === 'draft' || activity.status === 'canceled') return activity;
  const { findings } = factsOf(activity, aroundIn(activity.fund, groups, read, asOf, book));
  return mayBePlanned(findings, wasPlannedOn(activity, was)) ? activity : { ...activity, status: 'draft' };
}
