import { groupBy } from '../domain/group-by';
import { expectedFromExperience, experienceOf, type EarnedOn } from '../domain/earnings/experience';
import { project, type AccrualSoFar } from '../domain/earnings/forecast';
import type { Day } from '../domain/calendar/day';
import { centsOfMicros, sum, type Cents, type Micros } from '../domain/money/money';
import { compareHalves, lastDay, type Half } from '../domain/calendar/half';
import { ifCovered } from '../rulebook/if-covered';
import { firstCoopDay, programNamed } from '../rulebook/rules-on';
import { coopByMonth, endOfMonthIn, halfOfMonth, latestMonth, monthsOf } from './funds';
import { coopEarnedOn } from './experience';
import type { MonthRow } from './import/earnings-import';
import { fundNamed, programKey } from '../rulebook/name-keys';
import { comparableId } from '../domain/earnings/partner-id';
import { fundKey, type FundId } from '../domain/funds/fund';

/** What COOP.PROJECTION and experience would have expected of a past half after some of its months, and the actual result. */
export interface BackTest extends FundId {
  monthsKnown: number;
  expected: Cents;
  /** What the rates of the months known then would have expected; null if there were none. */
  byExperience: Cents | null;
  low: Cents | null;
  high: Cents | null;
  actual: Cents;
  /** Whether the actual is between low and high; null without them. */
  isWithin: boolean | null;
}

/**
 * Tests the projection after each of the first five months of every past half, if all its months are reported. The months
 * are as in today's report, so they include later adjustments, which makes the projection look slightly better.
 */
export function backTest(months: readonly MonthRow[], today: Day): BackTest[] {
  const last = latestMonth(months);
  const isOver = (half: Half): boolean => last !== null && lastDay(half) <= today && monthsOf(half).at(-1)! <= last.slice(0, 7);
  const over = months.filter((row) => isOver(halfOfMonth(row)));
  const funds = groupBy(over, (row) => fundKey(fundNamed(row.partnerId, row.program, halfOfMonth(row))));
  const earnedOn = new Map([...groupBy(months, ownerOf)].map(([owner, rows]) => [owner, coopEarnedOn(rows)]));
  const tests = [...funds.values()].flatMap((rows) => {
    const half = halfOfMonth(rows[0]!);
    const coop = coopByMonth(half, rows);
    const actual = centsOfMicros(sum(coop));
    if (actual === 0 || !isWhole(half, rows)) return [];
    const fund = fundNamed(rows[0]!.partnerId, rows[0]!.program, half);
    const earned = earnedOn.get(ownerOf(rows[0]!))!;
    return [1, 2, 3, 4, 5].flatMap((monthsKnown): BackTest[] => {
      const known = soFar(half, coop, fund.program, monthsKnown);
      const outcome = ifCovered(() => project(known));
      if (!outcome) return [];
      const { expected, low, high } = outcome;
      return [
        {
          ...fund,
          monthsKnown,
          expected,
          byExperience: byExperience(known, earned),
          low,
          high,
          actual,
          isWithin: low === null || high === null ? null : low <= actual && actual <= high,
        },
      ];
    });
  });
  return tests.sort((a, b) => compareHalves(a.half, b.half));
}

/** Whether each of the half's months since the program's first with co-op has earnings. */
function isWhole(half: Half, rows: readonly MonthRow[]): boolean {
  const known = programNamed(rows[0]!.program);
  const first = (known && firstCoopDay(known))?.slice(0, 7) ?? '';
  const reported = new Set<string>(rows.filter(({ counted }) => counted > 0).map(({ month }) => month));
  return monthsOf(half).every((month) => month < first || reported.has(month));
}

const ownerOf = ({ partnerId, program }: MonthRow): string => `${comparableId(partnerId)}\n${programKey(program)}`;

/** A half as it was at the end of one of its months. */
function soFar(half: Half, coop: readonly Micros[], program: string, monthsKnown: number): AccrualSoFar {
  const known = programNamed(program);
  const asOf = endOfMonthIn(half, monthsKnown - 1);
  return {
    half,
    asOf,
    lastEarning: asOf,
    firstCoopDay: known && firstCoopDay(known),
    coopByMonth: coop.map((micros, month) => (month < monthsKnown ? micros : 0)),
  };
}

function byExperience(known: AccrualSoFar, earned: readonly EarnedOn[]): Cents | null {
  const experience = experienceOf(earned, known);
  return experience && expectedFromExperience(known, experience);
}
