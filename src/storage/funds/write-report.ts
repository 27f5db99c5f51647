import type { Day } from '../../domain/calendar/day';
import { EARNINGS_DESIGN, EARNINGS_TABLE, earningsIn, planEarnings, type EarningChange, type MonthEarned } from './earnings-table';
import { parseHalf } from '../../domain/calendar/half';
import { fundKey } from '../../domain/funds/fund';
import { fundNamed } from '../../rulebook/name-keys';
import { fundOf, FUNDS_DESIGN, FUNDS_TABLE, planFunds } from './funds-table';
import { updating } from '../tables/update-tables';
import { planRows, ROWS_TABLE } from './rows-table';
import type { EarningRow } from '../../domain/earnings/earning';
import { changed, isChange, type TableCells } from '../../records/table';
import type { Planned, Tables, TakeBack } from '../workbook';

/** What of a report goes into the workbook. */
export interface ReportToWrite {
  months: readonly MonthEarned[];
  /** Rows that could not be counted, by the fund they would belong to. */
  skipped: readonly { partnerId: string; program: string; /** FY25 H1 */ half: string; rows: number }[];
  /** Day of the latest calculation, null where the report does not say. */
  asOf: Day | null;
  /** The names of its files. */
  source: string;
  /** Its single rows, if they are to be kept. */
  rows?: readonly EarningRow[];
}

/** What a report changes, or has changed. */
export interface Written {
  changes: readonly EarningChange[];
  /** Whether the workbook held earnings before. */
  isFirst: boolean;
  /** How many single rows came and went, if they are kept. */
  rows?: { added: number; removed: number };
}

/** The tables a report is written to. */
const REPORT_TABLES = [EARNINGS_TABLE, FUNDS_TABLE] as const;

/** What a report would change in the workbook as it stands, without changing it. */
export async function previewReport(tables: Tables, report: ReportToWrite): Promise<Written> {
  return planReport(report)(await tables.read(REPORT_TABLES)).result;
}

/** Writes a report into the workbook, whole or not at all. Without a change, `takeBack` is null. */
export async function writeReport(tables: Tables, report: ReportToWrite): Promise<Written & { takeBack: TakeBack | null }> {
  const asked = report.rows ? [...REPORT_TABLES, ROWS_TABLE] : REPORT_TABLES;
  const plan = updating(
    asked,
    () => [EARNINGS_DESIGN, FUNDS_DESIGN],
    (now) => planReport(report)(asked.map((name) => now.get(name) ?? null)),
  );
  const { result, takeBack } = await tables.change(asked, plan);
  return { ...result, takeBack };
}

function planReport({ months, skipped, asOf, source, rows }: ReportToWrite): (now: readonly (TableCells | null)[]) => Planned<Written> {
  return (now) => {
    const [earningsNow = null, fundsNow = null, rowsNow = null] = now as (TableCells | null)[];
    const earnings = planEarnings(earningsNow, months);
    const merged = earningsIn(changed(earningsNow, earnings.change));
    const keysOf = (rows: readonly Pick<MonthEarned, 'month' | 'partnerId' | 'program'>[]) =>
      new Set(rows.map((row) => fundKey(fundOf(row))));
    const skippedBy = new Map<string, number>();
    for (const { partnerId, program, half, rows } of skipped) {
      const key = fundKey(fundNamed(partnerId, program, parseHalf(half)!));
      skippedBy.set(key, (skippedBy.get(key) ?? 0) + rows);
    }
    const reported = { covered: keysOf(months), changed: keysOf(earnings.changes), skipped: skippedBy };
    const funds = planFunds(fundsNow, merged, reported, { asOf, source });
    const singleRows = rows ? planRows(rowsNow, rows) : null;
    return {
      changes: [earnings.change, funds, ...(singleRows ? [singleRows.change] : [])].filter(isChange),
      result: {
        changes: earnings.changes,
        isFirst: earningsIn(earningsNow).length === 0,
        ...(singleRows && { rows: { added: singleRows.added, removed: singleRows.removed } }),
      },
    };
  };
}
