import { exactDifference } from '../money/money';

/** What revenue grew by over its baseline, in dollars; never below 0, since a decline earns nothing and takes nothing back. */
export const growthOver = (revenue: number, baseline: number): number => Math.max(0, exactDifference(revenue, baseline));
