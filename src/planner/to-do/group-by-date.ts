import { addDays, daysBetween, endOfMonth, weekdayOf, type Day, type Weekday } from '../../domain/calendar/day';
import { halfOf, lastDay } from '../../domain/calendar/half';
import { groupBy } from '../../domain/group-by';
import type { ToDo } from '../../domain/to-do/to-do';

/** To-do items that fall into the same range of days. */
export interface DueGroup {
  title: string;
  items: readonly ToDo[];
}

/** The ranges people plan by, each with its last day. A week ends on Sunday, and may end after its month or usage period does. */
const STRETCHES: readonly (readonly [title: string, lastDay: (asOf: Day) => Day])[] = [
  ['Overdue', (asOf) => addDays(asOf, -1)],
  ['This week', endOfWeek],
  ['This month', endOfMonth],
  ['This usage period', (asOf) => lastDay(halfOf(asOf))],
];

/** The heading under which a to-do item is listed. */
export const groupOf = ({ due }: Pick<ToDo, 'due'>, asOf: Day): string =>
  due === null ? 'No date' : (STRETCHES.find(([, lastDayOf]) => due <= lastDayOf(asOf))?.[0] ?? 'Later');

/** To-do items grouped by due date, in their given order. */
export const groupByDate = (items: readonly ToDo[], asOf: Day): DueGroup[] =>
  [...groupBy(items, (item) => groupOf(item, asOf))].map(([title, those]) => ({ title, items: those }));

/** How far away a day is, in words. */
export function daysLeft(due: Day, asOf: Day): string {
  const days = daysBetween(asOf, due);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function endOfWeek(day: Day): Day {
  const weekday = WEEK.indexOf(weekdayOf(day));
  return addDays(day, WEEK.length - 1 - weekday);
}

const WEEK: readonly Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
