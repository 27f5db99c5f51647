import type { Day } from '../../domain/calendar/day';
import { EARNINGS_TABLE, earningsIn, type MonthEarned } from './earnings-table';
import { EARNINGS_DESIGN, planEarnings, withARow, type EarningChange } from './plan-earnings';
import type { SettledRow, UncountedRow } from '../../domain/earnings/uncounted-row';
import { fundKey } from '../../domain/funds/fund';
import { addingUp, besideEarnings, fundOf, fundsBeside, FUNDS_TABLE, isKeyed, planFunds, type SkippedOfFund } from './funds-table';
import { planSkipped } from './plan-skipped';
import { fundOfUncounted, isOpen, SKIPPED_TABLE, uncountedIn, type StoredUncounted } from './skipped-table';
import { updating } from '../tables/update-tables';
import { planRows, ROWS_TABLE } from './rows-table';
import type { EarningRow } from '../../domain/earnings/earning';
import { missingLater } from '../../records/later-columns';
import { changed, isChange, withColumns, type TableCells, type TableDesign } from '../../records/table';
import type { Planned, Tables, TakeBack } from '../workbook';

/** What an import writes to the workbook. */
export interface ReportToWrite {
  months: readonly MonthEarned[];
  /** Its rows that couldn't be counted. */
  skipped: readonly UncountedRow[];
  /** Rows of earlier reports that couldn't be counted and now are. */
  settled?: readonly SettledRow[];
  /** Date of the latest calculation; null if the report doesn't have it. */
  asOf: Day | null;
  /** The names of its files. */
  source: string;
  /** Its individual rows, if they are kept. */
  rows?: readonly EarningRow[];
}

/** What a report changes, or has changed. */
export interface Written {
  changes: readonly EarningChange[];
  /** Whether the workbook held earnings before. */
  isFirst: boolean;
  /** Rows of earlier reports that are counted now. */
  settled: readonly StoredUncounted[];
  /** How many rows are added to those that couldn't be counted. */
  skipped: number;
  /** How many individual rows were added and removed, if they are kept. */
  rows?: { added: number; removed: number };
}

/** The tables a report is written to. */
const REPORT_TABLES = [EARNINGS_TABLE, FUNDS_TABLE, SKIPPED_TABLE] as const;

/** What a report would change in the workbook, without changing it. */
export async function previewReport(tables: Tables, report: ReportToWrite): Promise<Written> {
  return planReport(report)(await tables.read(REPORT_TABLES)).result;
}

/** Writes a report to the workbook, completely or not at all. If nothing changes, `takeBack` is null. */
export async function writeReport(tables: Tables, report: ReportToWrite): Promise<Written & { takeBack: TakeBack | null }> {
  const asked = report.rows ? [...REPORT_TABLES, ROWS_TABLE] : REPORT_TABLES;
  const plan = updating(
    asked,
    (now) => designsOf(now.get(EARNINGS_TABLE) ?? null, now.get(FUNDS_TABLE) ?? null),
    (now) => planReport(report)(asked.map((name) => now.get(name) ?? null)),
  );
  const { result, takeBack } = await tables.change(asked, plan);
  return { ...result, takeBack };
}

/** What a report changes in the current tables of earnings, funds, uncounted rows, and individual rows. */
export function planReport({
  months,
  skipped,
  settled = [],
  asOf,
  source,
  rows,
}: ReportToWrite): (now: readonly (TableCells | null)[]) => Planned<Written> {
  return (now) => {
    const [earningsNow = null, fundsNow = null, skippedNow = null, rowsNow = null] = now as (TableCells | null)[];
    const earnings = planEarnings(earningsNow, months);
    const earningsAfter = changed(earningsNow, earnings.change);
    const merged = earningsIn(earningsAfter);
    const keysOf = (rows: readonly Pick<MonthEarned, 'month' | 'partnerId' | 'program'>[]) =>
      new Set(rows.map((row) => fundKey(fundOf(row))));
    const uncounted = planSkipped(skippedNow, { skipped, settled });
    const reported = {
      covered: keysOf(months),
      changed: keysOf(earnings.changes),
      skipped: skippedByFund(uncountedIn(changed(skippedNow, uncounted.change))),
    };
    const funds = planFunds(fundsNow, merged, reported, { asOf, source }, earningsAfter);
    const singleRows = rows ? planRows(rowsNow, rows) : null;
    return {
      changes: [
        // the formulas of a fund refer to the table of earnings, even if all its rows were left out
        funds.add.length > 0 ? withARow(earnings.change, earningsNow) : earnings.change,
        funds,
        uncounted.change,
        ...(singleRows ? [singleRows.change] : []),
      ].filter(isChange),
      result: {
        changes: earnings.changes,
        isFirst: earningsIn(earningsNow).length === 0,
        settled: uncounted.settled,
        skipped: uncounted.added,
        ...(singleRows && { rows: { added: singleRows.added, removed: singleRows.removed } }),
      },
    };
  };
}

/** The designs that the tables of earnings and funds are to have. */
function designsOf(earnings: TableCells | null, funds: TableCells | null): TableDesign[] {
  const design = fundsBeside(besideEarnings(funds));
  const updated = earnings && withColumns(earnings, missingLater(earnings, EARNINGS_DESIGN));
  return [EARNINGS_DESIGN, updated && funds && isKeyed(updated, funds) ? addingUp(design) : design];
}

/** How many rows of each fund are open; 0 if all are settled. */
function skippedByFund(rows: readonly StoredUncounted[]): Map<string, SkippedOfFund> {
  const byFund = new Map<string, SkippedOfFund>();
  for (const row of rows) {
    const fund = fundOfUncounted(row);
    if (!fund) continue;
    const sum = byFund.get(fundKey(fund)) ?? { fund, rows: 0 };
    byFund.set(fundKey(fund), { fund, rows: sum.rows + Number(isOpen(row)) });
  }
  return byFund;
}
