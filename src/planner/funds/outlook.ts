import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import { neededPerMonth, project, type AccrualSoFar, type Projection } from '../../domain/earnings/forecast';
import type { Cents } from '../../domain/money/money';
import { fundKey } from '../../domain/funds/fund';
import { lastDay } from '../../domain/calendar/half';
import { Problem } from '../../domain/problem';
import { applyThreshold, type ThresholdRule } from '../../domain/earnings/threshold';
import type { BackTest } from '../../reports/back-test';
import { coopByMonth, figureOf, latestMonth, monthsUpTo, type FundRow } from '../../reports/funds';
import type { MonthRow } from '../../reports/import/earnings-import';
import { firstCoopDay, programNamed } from '../../rulebook/rules-on';
import type { ProgramId } from '../../rulebook/rules/programs';
import { plural } from '../../domain/text/plural';

/** The projection of a half still being earned, as COOP.PROJECTION calculates it; or why there is none. */
export type Outlook =
  | {
      kind: 'projected';
      projection: Projection;
      shortfall: Cents;
      expectedShortfall: Cents;
      neededPerMonth: Cents;
      /** The threshold that applies to its half. */
      threshold: ThresholdRule;
      /** Co-op of months after the as-of day's, which is left out. */ later: Cents;
    }
  | { kind: 'too little'; why: string };

/** A fund's outcome if the remaining months are like the complete ones. Months after the as-of day's are left out. */
export function outlookOf(
  fund: FundRow & { months: readonly MonthRow[] },
  everything: readonly MonthRow[],
  book: WorkbookRules,
  asOf: Day,
): Outlook {
  try {
    const known = programNamed(fund.program);
    if (known === null) return { kind: 'too little', why: `No threshold is known for ${fund.program}.` };
    const projection = project(accrualOf(fund, everything, known, asOf));
    const threshold = book.rulesOn(lastDay(fund.half)).threshold(known).value;
    const { shortfall } = applyThreshold(projection.actual, threshold);
    return {
      kind: 'projected',
      later: coopOf(fund.months) - coopOf(monthsUpTo(fund.months, asOf)),
      projection,
      shortfall,
      threshold,
      expectedShortfall: applyThreshold(projection.expected, threshold).shortfall,
      neededPerMonth: projection.remainingMonths === 0 ? 0 : neededPerMonth(shortfall, projection.remainingMonths),
    };
  } catch (thrown) {
    if (thrown instanceof Problem) return { kind: 'too little', why: thrown.message };
    throw thrown;
  }
}

/** What a fund has earned of its half by a day. */
export const accrualOf = (
  fund: FundRow & { months: readonly MonthRow[] },
  everything: readonly MonthRow[],
  program: ProgramId,
  asOf: Day,
): AccrualSoFar => ({
  half: fund.half,
  asOf,
  coopByMonth: coopByMonth(fund.half, monthsUpTo(fund.months, asOf)),
  lastEarning: latestMonth(monthsUpTo(everything, asOf)),
  firstCoopDay: firstCoopDay(program),
});

const coopOf = (months: readonly MonthRow[]): Cents => figureOf(months.filter(({ kind }) => kind === 'co-op'));

/** How accurate the projection would have been for past halves, in a sentence. */
export function describeBackTest(tests: readonly BackTest[]): string {
  if (tests.length === 0)
    return "The workbook has no half that has ended with all six months reported, so this projection couldn't be tested.";
  const ranged = tests.filter(({ isWithin }) => isWithin !== null);
  const halves = new Set(tests.map(fundKey)).size;
  return (
    `Tested on ${plural(halves, 'past half', 'past halves')}, after each of the first five months (${plural(tests.length, 'test')}): expected co-op was off by ${middleOff(tests)}% (median). ` +
    `${ranged.length === 0 ? 'None' : `${ranged.length}`} of them had a low and a high case; the half ended between them in ${ranged.filter(({ isWithin }) => isWithin).length}.`
  );
}

/** The median difference from what was earned, in percent. */
export function middleOff(tests: readonly Pick<BackTest, 'expected' | 'actual'>[]): number {
  const off = tests.map(({ expected, actual }) => Math.abs(expected - actual) / Math.max(1, Math.abs(actual))).sort((a, b) => a - b);
  return Math.round(off[Math.floor(off.length / 2)]! * 100);
}
