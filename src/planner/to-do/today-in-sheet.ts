import type { Day } from '../../domain/calendar/day';
import { isChange, type TableCells } from '../../records/table';
import { asOfIn, planToday, type TodayRow } from '../../storage/planning/today-table';
import { toExcelError } from '../../storage/excel-error';

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
