import { nowInUtc, type Day } from '../../domain/calendar/day';
import type { HistoryEvent } from '../../domain/claims/claim';
import { comparableId } from '../../domain/earnings/partner-id';
import { readRecords } from '../../records/record-table';
import type { PlanningEdits } from '../../storage/planning/save-planning';
import { PARTNERS, type NameToSave } from '../../storage/planning/partners-table';
import { SETTINGS } from '../../storage/planning/settings-table';
import type { TablesByName } from '../../records/table';
import { statusEvent } from '../activities/status-event';
import { partnersIn } from '../partners/partners-in';
import type { Change, PlanningChanges, PlanningRead } from './planning-store';

/** What a save writes on a day, compared with what was read; an activity's new status goes into the history. If a claim is on an activity whose row has no ID yet, the same save assigns one. */
export function editsOf(
  { activities = [], claims = [], rates = [], history = [], settings, partners, rows = [] }: PlanningChanges,
  read: PlanningRead,
  tables: TablesByName,
  on: Day,
): PlanningEdits {
  const time = nowInUtc();
  const valueOf = <T>(change: Change<T>): T => ('remove' in change ? change.remove.value : change.value);
  const named = new Set(claims.map((change) => valueOf(change).activityId).filter((id) => id.startsWith('#')));
  for (const change of activities) named.delete(valueOf(change).id);
  const [settingsNow = null, partnersNow = null] = [SETTINGS, PARTNERS].map(({ design }) => tables.get(design.name));
  return {
    activities: [
      ...activities,
      ...read.activities.filter(({ value }) => named.has(value.id)).map((stored) => ({ value: stored.value, base: stored })),
    ],
    claims,
    rates,
    history: [
      ...history,
      ...activities.flatMap((change) => statusEvent(change, on, time) ?? []),
      ...rows.flatMap((saved) => statusesOf(saved, time)),
    ],
    who: (settings ?? read.settings).yourName,
    inSheet: [],
    settings: settings ? { was: read.settings, rows: readRecords(SETTINGS, settingsNow).map(({ base }) => base), now: settings } : null,
    partners: partners ? { names: partnersNow ? partners : withOthers(partners, read), read: partnersNow } : null,
    rows,
    at: time,
  };
}

/** A new status of rows that only their own screen knows. */
const statusesOf = ({ edits, status }: NonNullable<PlanningChanges['rows']>[number], time: string): HistoryEvent[] =>
  status === undefined || status.from === status.to
    ? []
    : edits.map(({ id }) => ({ at: time, subject: id, what: 'status', ...status, where: 'pane', note: '' }));

/** A new table gets every Partner ID, so that people can name the others in the sheet. */
function withOthers(names: readonly NameToSave[], read: PlanningRead): NameToSave[] {
  const named = new Set(names.map(({ partnerId }) => comparableId(partnerId)));
  const others = partnersIn(read).filter(({ partnerId }) => !named.has(comparableId(partnerId)));
  return [...names, ...others.map(({ partnerId }) => ({ partnerId, name: '' }))];
}
