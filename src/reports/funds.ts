import { addMonths, daysBetween, endOfMonth, type Day } from '../domain/calendar/day';
import { project, type Projection } from '../domain/earnings/forecast';
import { centsOfMicros, sumOf, type Cents, type Micros } from '../domain/money/money';
import { compareHalves, firstDay, halfOf, lastDay, parseHalf, type Half } from '../domain/calendar/half';
import { deadline, stageOn, type DeadlineRule, type Stage } from '../domain/calendar/deadlines';
import { applyThreshold, type ThresholdOutcome, type ThresholdRule } from '../domain/earnings/threshold';
import { ifCovered } from '../rulebook/if-covered';
import { firstCoopDay, programNamed, type RulesOn } from '../rulebook/rules-on';
import type { EarningsImport, MonthRow } from './import/earnings-import';
import { comparableId, compareIds } from '../domain/earnings/partner-id';
import { compareNames } from '../domain/text/compare';
import { thresholdOrNull } from './range/question';
import { fundNamed } from '../rulebook/name-keys';
import { fundKey, type FundId } from '../domain/funds/fund';

/** The status of a fund, in words. The report doesn't show what was claimed. */
export type FundStatus =
  | 'no co-op'
  | 'no threshold known'
  | 'building up'
  | 'will convert'
  | 'incomplete'
  | 'converted'
  | 'usable'
  | 'lapsing'
  | 'lapsed'
  | 'closed';

/** What a Partner ID earned from a program in a half, and how long it can be used. */
export interface FundRow extends FundId {
  rebate: Cents;
  coop: Cents;
  /** Rebates with the reason "Co-op rollover": co-op that was moved or converted. They're in neither `rebate` nor `coop`. */
  rollover: Cents;
  /** The threshold in force on the half's last day; null if unknown. */
  threshold: Cents | null;
  /** What can be claimed of it in all: the co-op above the threshold. */
  usable: Cents | null;
  /** The part of it for activities on this day: all in its usage period, nothing before or after. */
  usableNow: Cents | null;
  /** What is paid as rebate; null while that isn't known. */
  converted: Cents | null;
  /** The amount missing for the co-op to become usable. */
  shortfall: Cents | null;
  stage: Stage;
  status: FundStatus;
  /** Months of a past half that no report covers yet, as yyyy-mm. With them, the threshold may still be reached. */
  missing: readonly string[];
  /** The projected co-op while months are missing or still to come; null if it can't be projected. */
  expected: Cents | null;
  usageStart: Day;
  usageEnd: Day;
  claimOpens: Day;
  claimDeadline: Day;
  resolutionDeadline: Day;
  counted: number;
  repeats: number;
  /** The fund's quarantined rows. If there are any, the amounts are incomplete. */
  skipped: number;
}

/** The source of funds: an import, or the rows of the table CoopEarnings. */
export interface FundSource extends Pick<EarningsImport, 'months' | 'skipped'> {
  /** The keys of funds entered as totals for the half, which have no missing months and no pace. */
  whole?: ReadonlySet<string>;
}

/**
 * The funds of a report: one row for each Partner ID, program and half, in the order of COOP.LEDGER. Threshold and deadlines
 * are those in force on the half's last day; `today` only affects the status. A half without deadlines, which only someone
 * can have entered in CoopFunds, makes no fund.
 */
export function fundsOf({ months, skipped, whole }: FundSource, rules: (day: Day) => RulesOn, today: Day): FundRow[] {
  const groups = new Map<string, Group>();
  const groupOf = (partnerId: string, program: string, half: Half): Group => {
    const fund = fundNamed(partnerId, program, half);
    const key = fundKey(fund);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { ...fund, months: [], skipped: 0 }));
    return group;
  };
  for (const row of months) if (row.kind !== 'claim') groupOf(row.partnerId, row.program, halfOfMonth(row)).months.push(row);
  for (const { partnerId, program, half, rows } of skipped) groupOf(partnerId, program, parseHalf(half)!).skipped += rows;
  const lastMonth = latestMonth(months);
  const lastBegun = latestMonth(monthsUpTo(months, today));
  return [...groups.values()].sort(inOrder).flatMap((group) => {
    const rulesInForce = rules(lastDay(group.half));
    const deadlines = ifCovered(() => rulesInForce.deadlines().value);
    return deadlines ? [fundOf(group, rulesInForce, deadlines, whole?.has(fundKey(group)) ? 'whole' : lastMonth, lastBegun, today)] : [];
  });
}

/** The unrounded co-op of a half's six months, from rows of one Partner ID and program. */
export function coopByMonth(half: Half, rows: readonly MonthRow[]): Micros[] {
  const months = monthsOf(half);
  const coop = months.map(() => 0);
  for (const { kind, month, micros } of rows) {
    if (kind !== 'co-op') continue;
    const index = months.indexOf(month);
    if (index >= 0) coop[index]! += micros;
  }
  return coop;
}

/** The sum of a fund's earnings, rounded once at the end. */
export const figureOf = (rows: readonly Pick<MonthRow, 'micros'>[]): Cents => centsOfMicros(sumOf(rows, ({ micros }) => micros));

/** The first day of the latest month with earnings; null if there is none. */
export function latestMonth(months: readonly MonthRow[]): Day | null {
  const latest = months.reduce((last, { month, kind, counted }) => (kind !== 'claim' && counted > 0 && month > last ? month : last), '');
  return latest === '' ? null : (`${latest}-01` as Day);
}

/** The months that count on a day. The table holds whole months: each counts on its first day, as in the functions. */
export const monthsUpTo = (rows: readonly MonthRow[], asOf: Day): MonthRow[] => rows.filter(({ month }) => `${month}-01` <= asOf);

/** The half of a row's month. */
export const halfOfMonth = ({ month }: MonthRow): Half => halfOf(`${month}-01` as Day);

interface Group extends FundId {
  months: MonthRow[];
  skipped: number;
}

function fundOf(
  { partnerId, program, programKey, half, months, skipped }: Group,
  rules: RulesOn,
  deadlines: DeadlineRule,
  reported: Day | 'whole' | null,
  lastBegun: Day | null,
  today: Day,
): FundRow {
  const known = programNamed(program);
  const threshold = thresholdOrNull(rules, known);
  const figureOfKind = (kind: MonthRow['kind']): Cents => figureOf(months.filter((row) => row.kind === kind));
  const coop = figureOfKind('co-op');
  const outcome = threshold && applyThreshold(coop, threshold);
  const stage = stageOn(half, today, deadlines);
  const usageEnd = deadline(half, 'usage end', deadlines);
  const claimDeadline = deadline(half, 'claim', deadlines);
  const missing = stage === 'not begun' || stage === 'earning' ? [] : monthsAfter(reported, half);
  const isOpen = stage === 'not begun' || stage === 'earning' || missing.length > 0;
  const expected =
    isOpen && stage !== 'not begun' && known !== null && reported !== 'whole'
      ? ifCovered(() =>
          // seen from an earlier day, later months haven't been earned yet
          project({
            half,
            asOf: today,
            coopByMonth: coopByMonth(half, monthsUpTo(months, today)),
            lastEarning: lastBegun,
            firstCoopDay: firstCoopDay(known),
          }),
        )
      : null;
  return {
    partnerId,
    program,
    programKey,
    half,
    coop,
    stage,
    usageEnd,
    claimDeadline,
    skipped,
    rebate: figureOfKind('rebate'),
    rollover: figureOfKind('rollover'),
    threshold: threshold && threshold.amount,
    usable: outcome && outcome.usable,
    usableNow: outcome && (stage === 'usage' ? outcome.usable : 0),
    converted: outcome && (isOpen && outcome.usable === 0 && coop !== 0 ? null : outcome.converted),
    shortfall: outcome && outcome.shortfall,
    missing,
    expected: expected && expected.expected,
    status: statusOf({ stage, coop, threshold, outcome, expected, missing, isUsageEnding: daysBetween(today, usageEnd) < DAYS_OF_LAPSING }),
    usageStart: deadline(half, 'usage start', deadlines),
    claimOpens: deadline(half, 'claim opens', deadlines),
    resolutionDeadline: deadline(half, 'resolution', deadlines),
    counted: sumOf(months, (row) => row.counted),
    repeats: sumOf(months, (row) => row.repeats),
  };
}

interface Standing {
  stage: Stage;
  coop: Cents;
  threshold: ThresholdRule | null;
  outcome: ThresholdOutcome | null;
  expected: Projection | null;
  missing: readonly string[];
  isUsageEnding: boolean;
}

function statusOf({ stage, coop, threshold, outcome, expected, missing, isUsageEnding }: Standing): FundStatus {
  if (coop === 0) return 'no co-op';
  if (!threshold || !outcome) return 'no threshold known';
  if (missing.length > 0 && outcome.usable === 0) return 'incomplete';
  switch (stage) {
    case 'not begun':
      return 'building up';
    case 'earning':
      return expected && applyThreshold(expected.expected, threshold).usable === 0 ? 'will convert' : 'building up';
    case 'usage':
      return outcome.usable === 0 ? 'converted' : isUsageEnding ? 'lapsing' : 'usable';
    case 'claim only':
      return outcome.usable === 0 ? 'converted' : 'lapsing';
    case 'resolution only':
      return outcome.usable === 0 ? 'converted' : 'lapsed';
    case 'closed':
      return 'closed';
  }
}

/** Money lapses after its usage period. Time is short in its last month, and while only claims can still be made. */
const DAYS_OF_LAPSING = 31;

/** A half's months after the latest one with earnings. */
const monthsAfter = (reported: Day | 'whole' | null, half: Half): string[] =>
  reported === 'whole' || reported === null ? [] : monthsOf(half).filter((month) => `${month}-01` > reported);

/** A half's six months, as yyyy-mm. */
export const monthsOf = (half: Half): string[] => Array.from({ length: 6 }, (_, n) => addMonths(firstDay(half), n).slice(0, 7));

/** The last day of one of a half's months; `index` is counted from 0. */
export const endOfMonthIn = (half: Half, index: number): Day => endOfMonth(addMonths(firstDay(half), index));

function inOrder(a: Group, b: Group): number {
  return (
    compareIds(comparableId(a.partnerId), comparableId(b.partnerId)) || compareNames(a.program, b.program) || compareHalves(a.half, b.half)
  );
}
