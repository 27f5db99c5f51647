import type { Day } from '../../domain/calendar/day';
import { labelOf } from '../../domain/calendar/half';
import { describePartner } from '../../domain/earnings/partner-name';
import type { ToDo } from '../../domain/to-do/to-do';
import type { TodayRow } from '../../storage/planning/today-table';
import { plural } from '../../domain/text/plural';
import { groupOf } from './group-by-date';

/** 3 items to do */
export const thingsToDo = (count: number): string => (count === 0 ? 'nothing to do' : `${plural(count, 'item')} to do`);

/** The list as rows of the table CoopToday. */
export const rowsOf = (list: readonly ToDo[], asOf: Day): TodayRow[] =>
  list.map(({ due, what, why, atRisk, opens }) => ({ due, when: groupOf({ due }, asOf), what, why, atRisk, where: whereOf(opens) }));

const whereOf = ({ screen, id, fund }: ToDo['opens']): string =>
  [SCREEN_NAMES[screen], id ?? (fund ? `${describePartner(fund)} ${labelOf(fund.half)}` : '')].join(' ').trim();

const SCREEN_NAMES: Record<ToDo['opens']['screen'], string> = { plan: 'Plan', claims: 'Claims', funds: 'Funds', program: 'Program' };
