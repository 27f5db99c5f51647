import type { Activity } from '../../domain/activities/activity';
import { costOf, reservedCost } from '../../domain/activities/activity-cost';
import type { Day } from '../../domain/calendar/day';
import type { HistoryEvent } from '../../domain/claims/claim';
import { formatIn } from '../../domain/money/currency';
import { capitalized } from '../../domain/text/capitalized';
import type { Change } from '../store/planning-store';

/** The history of a saved activity whose status changed: the day it changed, and its amounts then; null for every other save. */
export function statusEvent(change: Change<Activity>, on: Day, time: string): HistoryEvent | null {
  if ('remove' in change || change.base === null) return null;
  const { value, base } = change;
  const from = base.value.status;
  if (value.status === from) return null;
  return {
    at: time,
    subject: value.id,
    what: 'status',
    from,
    to: value.status,
    where: 'pane',
    note: [`On ${on}.`, amountsOf(value)].filter(Boolean).join(' '),
  };
}

/** The cost and, if co-op pays less, the co-op share: the activity's cells may change later. No amount counts of a draft or a canceled one. */
function amountsOf(activity: Activity): string | null {
  const { status, currency } = activity;
  const [cost, share] = [costOf(activity), reservedCost(activity)];
  if (status === 'draft' || status === 'canceled' || (cost === null && share === null)) return null;
  const said = [
    cost === null ? null : `cost ${formatIn(cost, currency)}`,
    share === cost ? null : `co-op share ${formatIn(share!, currency)}`,
  ];
  return `${capitalized(said.filter((part) => part !== null).join(', '))}.`;
}
