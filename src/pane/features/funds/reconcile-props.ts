import type { MonthRow } from '../../../reports/import/earnings-import';
import type { FundView } from '../../../planner/funds/funds-view';

/** What a comparison of a fund needs. */
export interface ReconcileProps {
  fund: FundView;
  /** All months of the workbook: those of other Partner IDs, too. */
  months: readonly MonthRow[];
}
