import type { Day } from '../../domain/calendar/day';
import { allEarningsIn, EARNINGS_TABLE, earningsIn, type MonthEarned } from './earnings-table';
import { EARNINGS_DESIGN, planEarnings, withARow, type EarningChange, type StayingEarnings } from './plan-earnings';
import type { SettledRow, UncountedRow } from '../../domain/earnings/uncounted-row';
import { fundKey } from '../../domain/funds/fund';
import {
  addingUp,
  besideEarnings,
  enteredFunds,
  fundOf,
  fundRows,
  FUNDS_TABLE,
  fundsBeside,
  isKeyed,
  originAt,
  planFunds,
  type EnteredFund,
  type SkippedOfFund,
} from './funds-table';
import { planSkipped } from './plan-skipped';
import { fundOfUncounted, isOpen, SKIPPED_TABLE, uncountedIn, type StoredUncounted } from './skipped-table';
import { updating } from '../tables/update-tables';
import { planRows, ROWS_TABLE } from './rows-table';
import type { EarningRow } from '../../domain/earnings/earning';
import { compareById, compareMonths, unexplainedPlaces, type PlacedEarning, type Restatement } from '../../domain/earnings/restatements';
import { placedMonths, placedRows, rowsIn } from './placed-earnings';
import { planRestatements, RESTATEMENTS_TABLE, type ComparedBy, type FoundRestatement } from './restatements-table';
import { missingLater } from '../../records/later-columns';
import { changed, isChange, nameOf, withColumns, type TableCells, type TableDesign, type TableQuery } from '../../records/table';
import type { LeftOut, Planned, Tables, TakeBack } from '../workbook';

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
  /** Its individual rows, kept or not, to compare them with those of the workbook by earning ID. */
  compared?: readonly EarningRow[];
  /** The day it's brought in. Omitted: not known. */
  on?: Day;
}

/** What a report changes of the past. */
export interface Restated {
  list: readonly FoundRestatement[];
  /** When the report before was calculated, by the key of the fund. */
  since: ReadonlyMap<string, Day>;
  /** All monthly amounts of the funds it changes. */
  months: { before: readonly MonthEarned[]; after: readonly MonthEarned[] };
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
  restated: Restated;
  /** Earlier earnings in its months that it says nothing of, so they still count. */
  staying: readonly StayingEarnings[];
  /** Funds whose co-op someone had entered; the report's earnings take its place. */
  replaced: readonly EnteredFund[];
  /** What protection keeps its restatements out of their table; null if they go there, or there are none. */
  unlisted: Unlisted | null;
  /** How many individual rows were added and removed, if they are kept. */
  rows?: { added: number; removed: number };
}

/** A report that was written. */
export interface WrittenReport extends Written {
  takeBack: TakeBack | null;
}

/** What protection kept restatements out of their table. */
export type Unlisted = NonNullable<ReturnType<LeftOut['get']>>;

/** The tables a report is written to. */
const REPORT_TABLES = [EARNINGS_TABLE, FUNDS_TABLE, SKIPPED_TABLE, RESTATEMENTS_TABLE] as const;

/** What a report would change in the workbook, without changing it. */
export async function previewReport(tables: Tables, report: ReportToWrite): Promise<Written> {
  const { result, leftOut } = await tables.plan(tablesFor(report), planReport(report));
  return { ...result, unlisted: unlistedIn(leftOut) };
}

/** Writes a report to the workbook, completely or not at all. If nothing changes, `takeBack` is null. */
export async function writeReport(tables: Tables, report: ReportToWrite): Promise<WrittenReport> {
  const asked = tablesFor(report);
  const plan = updating(
    asked,
    (now) => designsOf(now.get(EARNINGS_TABLE) ?? null, now.get(FUNDS_TABLE) ?? null),
    (now) => planReport(report)(asked.map((query) => now.get(nameOf(query)) ?? null)),
  );
  const { result, takeBack, leftOut } = await tables.change(asked, plan);
  return { ...result, takeBack, unlisted: unlistedIn(leftOut) };
}

const unlistedIn = (leftOut: LeftOut): Unlisted | null => leftOut.get(RESTATEMENTS_TABLE) ?? null;

/** The individual rows are only changed where they are kept. */
const tablesFor = ({ rows, compared }: ReportToWrite): readonly TableQuery[] =>
  rows ? [...REPORT_TABLES, ROWS_TABLE] : compared ? [...REPORT_TABLES, { name: ROWS_TABLE, formulasIn: [] }] : REPORT_TABLES;

/** What a report changes in the current tables of earnings, funds, uncounted rows, restatements, and individual rows. */
export function planReport({
  months,
  skipped,
  settled = [],
  asOf,
  source,
  rows,
  compared,
  on,
}: ReportToWrite): (now: readonly (TableCells | null)[]) => Planned<Omit<Written, 'unlisted'>> {
  return (now) => {
    const [earningsNow = null, fundsNow = null, skippedNow = null, restatementsNow = null, rowsNow = null] = now as (TableCells | null)[];
    const earnings = planEarnings(earningsNow, months);
    const earningsAfter = changed(earningsNow, earnings.change);
    const [before, merged] = [earningsIn(earningsNow), earningsIn(earningsAfter)];
    const keysOf = (rows: readonly Pick<MonthEarned, 'month' | 'partnerId' | 'program'>[]) =>
      new Set(rows.map((row) => fundKey(fundOf(row))));
    const earnedBefore = keysOf(allEarningsIn(earningsNow));
    const covered = keysOf(months);
    const replaced = enteredFunds(fundsNow).filter(({ fund }) => covered.has(fundKey(fund)) && !earnedBefore.has(fundKey(fund)));
    const uncounted = planSkipped(skippedNow, { skipped, settled });
    const reported = {
      covered,
      replaced: new Set(replaced.map(({ fund }) => fundKey(fund))),
      changed: keysOf(earnings.changes),
      skipped: skippedByFund(uncountedIn(changed(skippedNow, uncounted.change))),
    };
    const funds = planFunds(fundsNow, merged, reported, { asOf, source }, earningsAfter);
    const restated = restatedBy(before, merged, rowsNow, compared, fundsNow);
    const restatements = planRestatements(restatementsNow, {
      ...restated,
      on: on ?? null,
      source,
      sinceOf: (earning) => restated.since.get(fundKey(fundOf(earning))) ?? null,
    });
    const singleRows = rows ? planRows(rowsNow, rows) : null;
    return {
      changes: [
        // the formulas of a fund refer to the table of earnings, even if all its rows were left out
        funds.add.length > 0 ? withARow(earnings.change, earningsNow) : earnings.change,
        funds,
        uncounted.change,
        restatements,
        ...(singleRows ? [singleRows.change] : []),
      ].filter(isChange),
      result: {
        changes: earnings.changes,
        isFirst: before.length === 0,
        settled: uncounted.settled,
        skipped: uncounted.added,
        restated,
        staying: earnings.staying,
        replaced,
        ...(singleRows && { rows: { added: singleRows.added, removed: singleRows.removed } }),
      },
    };
  };
}

/** What a report changes of another one, as if the workbook held nothing but that one. */
export function compareReports(earlier: ReportToWrite, later: ReportToWrite): Omit<Written, 'unlisted'> {
  const first = planReport(earlier)([]);
  const tables = [...REPORT_TABLES, ROWS_TABLE].map((name) => {
    const change = first.changes.find(({ design }) => design.name === name);
    return change ? changed(null, change) : null;
  });
  return planReport(later)(tables).result;
}

/**
 * What changes of the past. The earnings of a fund are compared by their IDs where the rows of both sides account for every
 * change of its monthly amounts; otherwise, its monthly amounts are compared.
 */
function restatedBy(
  before: readonly MonthEarned[],
  after: readonly MonthEarned[],
  rowsNow: TableCells | null,
  report: readonly EarningRow[] | undefined,
  fundsNow: TableCells | null,
): Restated {
  const [earlier, later] = [placedMonths(before), placedMonths(after)];
  const { restatements, isKnown } = rowsNow && report ? comparedById(rowsIn(rowsNow) ?? [], report, earlier, later) : NOT_BY_ID;
  const found = (comparedBy: ComparedBy) => (restatement: Restatement) => ({ ...restatement, comparedBy });
  const list = [
    ...restatements.map(found('earning ID')),
    ...compareMonths(earlier, later, (place) => !isKnown(place)).restatements.map(found('month and lever')),
  ];
  const funds = new Set(list.flatMap(fundsOf));
  const ofThem = (months: readonly MonthEarned[]): MonthEarned[] => months.filter((month) => funds.has(fundKey(fundOf(month))));
  return {
    list,
    months: { before: ofThem(before), after: ofThem(after) },
    since: new Map(
      [...fundRows(fundsNow)].flatMap(([row, fund]) => {
        const { asOf } = originAt(fundsNow!, row);
        return asOf ? [[fundKey(fund), asOf] as const] : [];
      }),
    ),
  };
}

/** Restatements by earning ID, and the places of funds whose rows account for all of their changes. */
interface KnownById {
  restatements: Restatement[];
  isKnown: (place: PlacedEarning) => boolean;
}

const NOT_BY_ID: KnownById = { restatements: [], isKnown: () => false };

function comparedById(
  rows: Parameters<typeof placedRows>[0],
  report: readonly EarningRow[],
  earlier: readonly PlacedEarning[],
  later: readonly PlacedEarning[],
): KnownById {
  const [before, after] = [placedRows(rows), placedRows(report)];
  if (before.earnings.length === 0) return NOT_BY_ID;
  const found = compareById(before.earnings, after.earnings);
  const unknown = new Set(
    [...before.unidentified, ...after.unidentified, ...unexplainedPlaces(found, earlier, later)].map((place) => fundKey(fundOf(place))),
  );
  const touched = found.restatements.map((restatement) => ({ restatement, funds: fundsOf(restatement) }));
  const isUnknown = (funds: readonly string[]): boolean => funds.some((fund) => unknown.has(fund));
  // an amount that moved to another fund is known in both of them, or in neither
  for (let size = -1; size !== unknown.size;) {
    size = unknown.size;
    for (const { funds } of touched) if (isUnknown(funds)) funds.forEach((fund) => unknown.add(fund));
  }
  return {
    restatements: touched.filter(({ funds }) => !isUnknown(funds)).map(({ restatement }) => restatement),
    isKnown: (place) => !unknown.has(fundKey(fundOf(place))),
  };
}

/** The keys of the funds that a restatement is about: two if an amount moved from one to the other. */
const fundsOf = ({ before, after }: Restatement): string[] => [before, after].flatMap((place) => (place ? [fundKey(fundOf(place))] : []));

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
