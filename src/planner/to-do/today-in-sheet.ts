import type { Day } from '../../domain/calendar/day';
import { isChange, type TableCells } from '../../records/table';
import { asOfIn, planToday, type TodayRow } from '../../storage/planning/today-table';
import { toExcelError } from '../../storage/excel-error';
import type { ToDo } from '../../domain/to-do/to-do';
import type { Observed } from '../observable';
import type { PlanningStore } from '../store/planning-store';
import { rowsOf } from './to-do-text';

/** Whether the list is in the workbook, and whether it is the one of the pane. `asOf` is the sheet's day, null where it says none. */
export type InSheet =
  { step: 'none' } | { step: 'same'; asOf: Day } | { step: 'another'; asOf: Day | null } | { step: 'trouble'; sentence: string };

/** How the table CoopToday, as last read, compares with the pane's list. */
export function inSheet(table: TableCells | null, list: readonly TodayRow[], asOf: Day): InSheet {
  if (!table) return { step: 'none' };
  try {
    return isChange(planToday(table, list, asOf, false)) ? { step: 'another', asOf: asOfIn(table) } : { step: 'same', asOf };
  } catch (error) {
    return { step: 'trouble', sentence: toExcelError(error).message };
  }
}

/**
 * Writes CoopToday right after a person's own save, where someone keeps it: nothing else writes it unasked, or two panes
 * that look from two days would write over each other without end. A pane that looks from another day than today leaves it,
 * and so does one over a later list; the Today screen says so and offers to write it. A failure is left to that screen, too:
 * what the person saved stays.
 */
export async function keepTodayInStep(store: PlanningStore, toDo: Observed<readonly ToDo[] | null>): Promise<void> {
  store.lookAtClock();
  const state = store.current();
  const list = toDo.current();
  if (state.step !== 'read' || !state.isToday || list === null) return;
  const { asOf } = state;
  const rows = rowsOf(list, asOf);
  if (inSheet(state.read.today, rows, asOf).step === 'another') await store.writeToday(rows, asOf, 'save');
}
