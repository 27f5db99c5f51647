import { useMemo } from 'react';
import { workbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import type { ToDo } from '../../domain/to-do/to-do';
import type { PlanningRead, PlanningStore } from '../../planner/store/planning-store';
import { usePlanning } from '../ui/use-planning';
import { toDoNow } from '../../planner/to-do/to-do-list';
import { useAsOf } from '../ui/as-of-field';

/** What is to be done on the day looked from, or null where the workbook is not read. */
export function useToDo(store: PlanningStore): readonly ToDo[] | null {
  const state = usePlanning(store);
  const asOf = useAsOf(store);
  const read = state.step === 'read' ? state.read : null;
  return useMemo(() => (read ? toDoOn(read, asOf) : null), [read, asOf]);
}

let last: { read: PlanningRead; asOf: Day; list: readonly ToDo[] } | null = null;

/** What is to be done on a day. The tab, the screen and the sheet ask for the same list: it is worked out once. */
export function toDoOn(read: PlanningRead, asOf: Day): readonly ToDo[] | null {
  const book = workbookRules();
  if (!book) return null;
  if (last?.read !== read || last.asOf !== asOf) last = { read, asOf, list: toDoNow(read, book, asOf) };
  return last.list;
}
