import type { Day } from '../../domain/calendar/day';
import { isChange, type TableCells } from '../../records/table';
import { asOfIn, planToday, type TodayRow } from '../../storage/planning/today-table';
import { toExcelError } from '../../storage/excel-error';
import type { ToDo } from '../../domain/to-do/to-do';
import type { Observed } from '../observable';
import type { PlanningStore } from '../store/planning-store';
import { rowsOf } from './to-do-text';

/** Whether the list is in the workbook, and whether it matches the pane's. `asOf` is the sheet's day; null if it has none. */
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
 * Updates CoopToday right after a person's own save, if the workbook has it. Nothing else writes it unasked, or two panes
 * with different as-of days would overwrite each other endlessly. It isn't written if the pane's as-of day isn't today or
 * the sheet has a later list; the Today screen says so and offers to write it. That screen also reports a failure: what
 * the person saved stays.
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
