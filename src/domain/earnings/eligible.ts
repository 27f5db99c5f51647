import { isExact, type Micros } from '../money/money';

/** US dollars that earnings are a share of; null if a report doesn't have them. */
export type Eligible = Micros | null;

/** Adds eligible amounts: with one that isn't known, or too large to be kept exactly, the sum isn't known. */
export function plusEligible(a: Eligible, b: Eligible): Eligible {
  const total = a === null || b === null ? null : a + b;
  return isExact(total) ? total : null;
}
