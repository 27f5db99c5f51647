import { formatDay, addMonths, endOfMonth, type Day } from '../calendar/day';
import { MICROS_A_CENT, roundedQuotient, type Cents, type Micros } from '../money/money';
import { firstDay, labelOf, lastDay, type Half } from '../calendar/half';
import { badInput, notCovered } from '../problem';
import { applyThreshold, type ThresholdRule } from './threshold';

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
  /** Exact co-op of the six months before the half, where its first months are still to come and the pace is theirs. */
  before?: readonly Micros[];
  /** What each open month grows by over the one before it, above -1: 0.05. The first one grows over the pace. */
  growth?: number;
  /** What the half's open months earn, in order, in place of the pace. */
  given?: readonly Micros[];
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
 * Projects a half's co-op from its complete months: each future month earns their mean, grown, and the current month that
 * or what it already has, if that is more. Throws "not covered" if there is no complete month.
 */
export function project({ half, asOf, coopByMonth, lastEarning, firstCoopDay, before = [], growth = 0, given }: AccrualSoFar): Projection {
  const label = labelOf(half);
  if (asOf < addMonths(firstDay(half), -before.length))
    throw notCovered(`${label} starts on ${formatDay(firstDay(half))}, after ${formatDay(asOf)}, so there's nothing to project from.`);
  const coopFrom = firstCoopDay ?? firstDay(half);
  if (coopFrom > lastDay(half)) {
    throw notCovered(`The program earns co-op from ${formatDay(coopFrom)}, after ${label}, so there's nothing to project.`);
  }

  const soFar = { half, asOf, coopByMonth, lastEarning, firstCoopDay, before };
  const { complete, open, remaining } = monthsSoFar(soFar);
  const earned = sum(coopByMonth);
  const actual = centsOf(earned, 1n);
  const months = {
    pace: centsOf(sum(complete), BigInt(complete.length || 1)),
    completeMonths: complete.length,
    remainingMonths: remaining,
  };
  if (given && given.length !== remaining) {
    throw badInput(`months: ${given.length} given, but ${label} has ${remaining} left on ${formatDay(asOf)}.`);
  }
  const inRange = (expected: Cents, low: Cents | null, high: Cents | null): Projection => ({ actual, expected, low, high, ...months });
  if (remaining === 0) return inRange(actual, actual, actual);
  if (given) {
    const expected = centsOf(earned + sum(open.map(({ running }, index) => Math.max(given[index]! - (running ?? 0), 0))), 1n);
    return inRange(expected, expected, expected);
  }
  if (complete.length === 0) {
    throw notCovered(
      `No month of ${label} is complete on ${formatDay(asOf)}. A month is complete when it's over and the report includes it.`,
    );
  }
  const single = complete.length === 1;
  return inRange(
    withMonthsOf(sum(complete), BigInt(complete.length)),
    single ? null : withMonthsOf(BigInt(Math.min(...complete)), 1n),
    single ? null : withMonthsOf(BigInt(Math.max(...complete)), 1n),
  );

  /** The half's co-op if every open month earns total ÷ count, and its growth; divided last, so that nothing is rounded twice. */
  function withMonthsOf(total: bigint, count: bigint): Cents {
    const last = open.at(-1)!.nth;
    const [scale, factor] = [MILLION ** BigInt(last), MILLION + BigInt(Math.round(growth * 1e6))];
    let whole = earned * count * scale;
    for (const { nth, running } of open) {
      const already = BigInt(running ?? 0) * count * scale;
      const grown = total * factor ** BigInt(nth) * MILLION ** BigInt(last - nth);
      whole += running !== null && already > grown ? 0n : grown - already;
    }
    return centsOf(whole, count * scale);
  }
}

/** What to give of a projection. */
export const PROJECTION_PARTS = ['expected', 'low', 'high', 'shortfall', 'needed per month', 'actual', 'pace'] as const;
export type ProjectionPart = (typeof PROJECTION_PARTS)[number];

/** A part of a projection. The rule is needed for what a threshold lacks. Throws "not covered" for a range that isn't known yet. */
export function partOf(outcome: Projection, part: ProjectionPart, rule: ThresholdRule | null): Cents {
  switch (part) {
    case 'expected':
    case 'actual':
    case 'pace':
      return outcome[part];
    case 'low':
    case 'high':
      if (outcome[part] === null) throw notCovered("Only one month is complete, so there's no range yet.");
      return outcome[part];
    case 'shortfall':
      return applyThreshold(outcome.expected, rule!).shortfall;
    case 'needed per month':
      return neededPerMonth(applyThreshold(outcome.actual, rule!).shortfall, outcome.remainingMonths);
  }
}

/** A half's months by a day: the co-op of complete ones, and those still to earn co-op. */
export interface MonthsSoFar {
  complete: Micros[];
  /** Each open month: which of all open months it is, and what it has earned already if it is the current one. */
  open: { nth: number; running: Micros | null }[];
  remaining: number;
}

/** Tells a half's complete months from its open ones. */
export function monthsSoFar({ half, asOf, coopByMonth, lastEarning, firstCoopDay, before = [] }: AccrualSoFar): MonthsSoFar {
  const complete: Micros[] = [];
  const open: MonthsSoFar['open'] = [];
  let openBefore = 0;
  [...before, ...coopByMonth].forEach((coop, index) => {
    const start = addMonths(firstDay(half), index - before.length);
    const end = endOfMonth(start);
    if (firstCoopDay !== null && end < firstCoopDay) return;
    if (end <= asOf && lastEarning !== null && start <= lastEarning) complete.push(coop);
    else if (index < before.length) openBefore++;
    else open.push({ nth: openBefore + open.length + 1, running: start <= asOf && asOf < end ? coop : null });
  });
  return { complete, open, remaining: open.length };
}

/** The co-op each remaining month must earn to make up a shortfall, rounded up to the cent; 0 if there is none. */
export function neededPerMonth(shortfall: Cents, remainingMonths: number): Cents {
  if (shortfall <= 0) return 0;
  if (remainingMonths === 0) throw notCovered("The threshold isn't reached, and no months are left.");
  return Math.ceil(shortfall / remainingMonths);
}

const sum = (amounts: readonly Micros[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** Millionths divided and rounded once. */
const centsOf = (dividend: bigint, count: bigint): Cents => Number(roundedQuotient(dividend, count * BigInt(MICROS_A_CENT)));

const MILLION = 1_000_000n;
