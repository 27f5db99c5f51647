import { daysBetween, type Day } from '../../domain/calendar/day';
import type { ToDo } from '../../domain/to-do/to-do';

/** Things to do that fall into the same stretch of days. */
export interface DueGroup {
  title: string;
  items: readonly ToDo[];
}

/** The stretches, by the days that are left at most. Seven and thirty days mean the same on every day of a week or month. */
const STRETCHES: readonly (readonly [title: string, from: number, to: number])[] = [
  ['Overdue', -Infinity, -1],
  ['Next 7 days', 0, 6],
  ['Next 30 days', 7, 29],
  ['Later', 30, Infinity],
];

/** Things to do by when they are due, in the order they came; those without a date come last. */
export function groupByDate(items: readonly ToDo[], asOf: Day): DueGroup[] {
  const dated = STRETCHES.map(([title, from, to]) => ({
    title,
    items: items.filter(({ due }) => due !== null && daysBetween(asOf, due) >= from && daysBetween(asOf, due) <= to),
  }));
  return [...dated, { title: 'No date', items: items.filter(({ due }) => due === null) }].filter((group) => group.items.length > 0);
}

/** How far off a day is, in words. */
export function daysLeft(due: Day, asOf: Day): string {
  const days = daysBetween(asOf, due);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
