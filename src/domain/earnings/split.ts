import { centsOfProduct, shareOf, type Cents } from '../money/money';

/** The two parts of an earning; they always add up to it. */
export interface Split {
  rebate: Cents;
  coop: Cents;
}

/** Splits an earning: its co-op is rounded to the cent, half away from zero, and the rebate is the rest. */
export function splitEarning(earning: Cents, coopShare: number): Split {
  const coop = shareOf(earning, coopShare);
  return { rebate: earning - coop, coop };
}

/** What revenue in dollars earns at a rate. */
export const earnedOn = (revenue: number, rate: number): Cents => centsOfProduct(revenue, rate);
