import type { WorkbookRules } from '../../../cells/workbook-rules';
import type { Day } from '../../../domain/calendar/day';
import type { MonthRow } from '../../../reports/import/earnings-import';
import type { Workbook } from '../../../storage/workbook';
import type { PlanningStore } from '../../../planner/store/planning-store';
import type { FundView } from '../../../planner/funds/funds-view';

/** What a comparison of a fund needs. */
export interface ReconcileProps {
  fund: FundView;
  /** All months of the workbook: those of other Partner IDs, too. */
  months: readonly MonthRow[];
  book: WorkbookRules;
  asOf: Day;
  workbook: Workbook;
  /** Holds the claims of the workbook. */
  store: PlanningStore;
}
