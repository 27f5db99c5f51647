import { nowInUtc, type Day } from '../../domain/calendar/day';
import { readRecords } from '../../records/record-table';
import type { PlanningEdits } from '../../storage/planning/save-planning';
import { SETTINGS } from '../../storage/planning/settings-table';
import type { TableCells } from '../../records/table';
import { statusEvent } from '../activities/status-event';
import type { Change, PlanningChanges, PlanningRead } from './planning-store';

/** What a save writes on a day, compared with what was read; an activity's new status goes into the history. If a claim is on an activity whose row has no ID yet, the same save assigns one. */
export function editsOf(
  { activities = [], claims = [], history = [], settings }: PlanningChanges,
  read: PlanningRead,
  settingsNow: TableCells | null,
  on: Day,
): PlanningEdits {
  const time = nowInUtc();
  const valueOf = <T>(change: Change<T>): T => ('remove' in change ? change.remove.value : change.value);
  const named = new Set(claims.map((change) => valueOf(change).activityId).filter((id) => id.startsWith('#')));
  for (const change of activities) named.delete(valueOf(change).id);
  return {
    activities: [
      ...activities,
      ...read.activities.filter(({ value }) => named.has(value.id)).map((stored) => ({ value: stored.value, base: stored })),
    ],
    claims,
    history: [...history, ...activities.flatMap((change) => statusEvent(change, on, time) ?? [])],
    who: (settings ?? read.settings).yourName,
    inSheet: [],
    settings: settings ? { was: read.settings, rows: readRecords(SETTINGS, settingsNow).map(({ base }) => base), now: settings } : null,
    at: time,
  };
}
