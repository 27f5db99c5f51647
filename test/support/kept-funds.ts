import type { WorkbookRules } from '../../src/cells/workbook-rules';
import type { Day } from '../../src/domain/calendar/day';
import { fundsByHalf, type HalfOfFunds } from '../../src/planner/funds/funds-view';
import { plannedFunds } from '../../src/planner/store/funds-in-workbook';
import type { TableCells } from '../../src/records/table';

/** What the Funds screen shows of two tables. */
export const keptFunds = (earnings: TableCells | null, funds: TableCells | null, book: WorkbookRules, asOf: Day): HalfOfFunds[] =>
  fundsByHalf(plannedFunds(earnings, funds, null, new Map(), book, asOf).details, book);
