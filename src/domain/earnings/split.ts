import { centsOfProduct, shareOf, type Cents } from '../money/money';

/** The two parts of an earning; they always add up to it. */
export interface Split {
  rebate: Cents;
  coop: Cents;
}

/** What cells ask of a split, the first for a blank. */
export const SPLIT_PARTS = ['both', 'rebate', 'co-op'] as const;

/** Splits an earning: its co-op is rounded to the cent, half away from zero, and the rebate is the rest. */
export function splitEarning(earning: Cents, coopShare: number): Split {
  const coop = shareOf(earning, coopShare);
  return { rebate: earning - coop, coop };
}

/**
 * The least revenue whose co-op comes to an amount, at a rate and a co-op share above zero, rounded as `earnedOn` and
 * `splitEarning` round: a cent less falls short. NaN or too large to be exact if there is no such amount in cents.
 */
export const revenueFor = (coop: Cents, rate: number, coopShare: number): Cents => leastFor(leastFor(coop, coopShare), rate);

/** The least amount whose share, rounded half away from zero, comes to a target. Floats come near it; the last cents are tried. */
function leastFor(target: Cents, share: number): Cents {
  if (target === 0) return 0;
  let least = Math.ceil((target - 0.5) / share);
  if (!Number.isSafeInteger(least)) return NaN;
  while (shareOf(least, share) < target) least++;
  while (shareOf(least - 1, share) >= target) least--;
  return least;
}

/** What revenue in dollars earns at a rate. */
export const earnedOn = (revenue: number, rate: number): Cents => centsOfProduct(revenue, rate);
