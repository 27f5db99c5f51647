import { groupBy } from '../domain/group-by';
import { project, type Projection } from '../domain/earnings/forecast';
import type { Day } from '../domain/calendar/day';
import { centsOfMicros, sum, type Cents, type Micros } from '../domain/money/money';
import { compareHalves, lastDay, type Half } from '../domain/calendar/half';
import { Problem } from '../domain/problem';
import { firstCoopDay, programNamed } from '../rulebook/rules-on';
import { coopByMonth, endOfMonthIn, halfOfMonth, latestMonth, monthsOf } from './funds';
import type { MonthRow } from './import/earnings-import';
import { fundNamed } from '../rulebook/name-keys';
import { fundKey, type FundId } from '../domain/funds/fund';

/** What COOP.PROJECTION would have projected for a past half after some of its months, and the actual result. */
export interface BackTest extends FundId {
  monthsKnown: number;
  expected: Cents;
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
  const tests = [...funds.values()].flatMap((rows) => {
    const half = halfOfMonth(rows[0]!);
    const coop = coopByMonth(half, rows);
    const actual = centsOfMicros(sum(coop));
    if (actual === 0 || !isWhole(half, rows)) return [];
    const fund = fundNamed(rows[0]!.partnerId, rows[0]!.program, half);
    return [1, 2, 3, 4, 5].flatMap((monthsKnown): BackTest[] => {
      const outcome = projected(half, coop, fund.program, monthsKnown);
      if (!outcome) return [];
      const { expected, low, high } = outcome;
      return [
        {
          ...fund,
          monthsKnown,
          expected,
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

function projected(half: Half, coop: readonly Micros[], program: string, monthsKnown: number): Projection | null {
  const known = programNamed(program);
  const asOf = endOfMonthIn(half, monthsKnown - 1);
  try {
    return project({
      half,
      asOf,
      lastEarning: asOf,
      firstCoopDay: known && firstCoopDay(known),
      coopByMonth: coop.map((micros, month) => (month < monthsKnown ? micros : 0)),
    });
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'not covered') return null;
    throw thrown;
  }
}
