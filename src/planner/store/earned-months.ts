import { kindOfType } from '../../reports/range/earning-kinds';
import type { Month, MonthRow } from '../../reports/import/earnings-import';
import { allEarningsIn } from '../../storage/funds/earnings-table';
import type { TableCells } from '../../records/table';

/** The rows of CoopEarnings as months of a report. */
export function monthsIn(earnings: TableCells | null): MonthRow[] {
  return allEarningsIn(earnings).map(({ isRollover, month, ...row }) => ({
    ...row,
    month: month as Month,
    kind: isRollover ? 'rollover' : kindOfType(row.earningType),
    first: { file: '', line: 0 },
  }));
}
