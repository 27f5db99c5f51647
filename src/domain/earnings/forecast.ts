import { formatDay, addMonths, endOfMonth, type Day } from '../calendar/day';
import { MICROS_A_CENT, roundedQuotient, type Cents, type Micros } from '../money/money';
import { firstDay, labelOf, lastDay, type Half } from '../calendar/half';
import { notCovered } from '../problem';

/** What one Partner ID and program have earned in a half so far. */
export interface AccrualSoFar {
  half: Half;
  /** The as-of date. Later earnings don't count. */
  asOf: Day;
  /** Exact co-op of the half's six months, in order; results are rounded to cents. */
  coopByMonth: readonly Micros[];
  /** The day of the report's last earning of any kind: months after it are not reported yet, however long ago they ended. */
  lastEarning: Day | null;
  /** The program's first day of co-op; earlier months don't count for the pace. Null if unknown. */
  firstCoopDay: Day | null;
}

/** Where a half's co-op is heading. */
export interface Projection {
  /** What has been earned so far. */
  actual: Cents;
  expected: Cents;
  /** As if every open month were the smallest, or the largest, complete one; null with a single complete month. */
  low: Cents | null;
  high: Cents | null;
  /** The average of the complete months; 0 if there are none. */
  pace: Cents;
  /** Months that are over and reported, and months still to earn co-op. */
  completeMonths: number;
  remainingMonths: number;
}

/**
 * Projects a half's co-op from its complete months: each future month earns their mean, and the current month the mean
 * or what it already has, if that is more. Throws "not covered" if there is no complete month.
 */
export function project({ half, asOf, coopByMonth, lastEarning, firstCoopDay }: AccrualSoFar): Projection {
  const label = labelOf(half);
  if (asOf < firstDay(half))
    throw notCovered(`${label} starts on ${formatDay(firstDay(half))}, after ${formatDay(asOf)}, so there's nothing to project from.`);
  const coopFrom = firstCoopDay ?? firstDay(half);
  if (coopFrom > lastDay(half)) {
    throw notCovered(`The program earns co-op from ${formatDay(coopFrom)}, after ${label}, so there's nothing to project.`);
  }

  const { complete, remaining, running } = monthsSoFar({ half, asOf, coopByMonth, lastEarning, firstCoopDay: coopFrom });
  const earned = sum(coopByMonth);
  const actual = centsOf(earned, 1);
  const months = { pace: centsOf(sum(complete), complete.length || 1), completeMonths: complete.length, remainingMonths: remaining };
  if (remaining === 0) return { actual, expected: actual, low: actual, high: actual, ...months };
  if (complete.length === 0) {
    throw notCovered(
      `No month of ${label} is complete on ${formatDay(asOf)}. A month is complete when it's over and the report includes it.`,
    );
  }
  const single = complete.length === 1;
  return {
    actual,
    expected: withMonthsOf(sum(complete), complete.length),
    low: single ? null : withMonthsOf(BigInt(Math.min(...complete)), 1),
    high: single ? null : withMonthsOf(BigInt(Math.max(...complete)), 1),
    ...months,
  };

  /** The half's co-op if every open month earns total ÷ count; divided last, so that nothing is rounded twice. */
  function withMonthsOf(total: bigint, count: number): Cents {
    const already = BigInt(running ?? 0) * BigInt(count);
    const open = total * BigInt(remaining) + (running !== null && already > total ? already - total : 0n);
    return centsOf(earned * BigInt(count) - already + open, count);
  }
}

/** The co-op of a half's complete months, how many months are still to earn co-op, and what the current one has so far. */
export function monthsSoFar({ half, asOf, coopByMonth, lastEarning, firstCoopDay }: AccrualSoFar): {
  complete: Micros[];
  remaining: number;
  running: Micros | null;
} {
  const complete: Micros[] = [];
  let remaining = 0;
  let running: Micros | null = null;
  coopByMonth.forEach((coop, n) => {
    const start = addMonths(firstDay(half), n);
    const end = endOfMonth(start);
    if (firstCoopDay !== null && end < firstCoopDay) return;
    if (end <= asOf && lastEarning !== null && start <= lastEarning) {
      complete.push(coop);
      return;
    }
    remaining++;
    if (start <= asOf && asOf < end) running = coop;
  });
  return { complete, remaining, running };
}

/** The co-op each remaining month must earn to make up a shortfall, rounded up to the cent; 0 if there is none. */
export function neededPerMonth(shortfall: Cents, remainingMonths: number): Cents {
  if (shortfall <= 0) return 0;
  if (remainingMonths === 0) throw notCovered("The threshold isn't reached, and no months are left.");
  return Math.ceil(shortfall / remainingMonths);
}

const sum = (amounts: readonly Micros[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** Millionths divided and rounded once. */
const centsOf = (dividend: bigint, count: number): Cents => Number(roundedQuotient(dividend, BigInt(count * MICROS_A_CENT)));
