import type { Day } from '../calendar/day';
import { isUsd, type InCurrency } from '../money/currency';

/** An exchange rate of the workbook, in force from its first day until the next one of its currency. */
export interface ExchangeRate {
  id: string;
  /** Three capital letters, or what people wrote instead. */
  currency: string;
  /** Its first day; null if unknown. */
  from: Day | null;
  /** US dollars per unit of the currency, above 0; null if unknown. */
  rate: number | null;
  /** Where it is from, such as a bank; '' if not entered. */
  source: string;
}

/** The workbook's rate for an activity. */
export interface RateInForce {
  rate: number;
  from: Day;
  source: string;
}

/**
 * The newest rate of a currency that has begun by a day. Null if there is none, or if the newest can't be read or is there
 * twice with different rates: an older one would be wrong.
 */
export function rateInForce(currency: string, day: Day | null, rates: readonly ExchangeRate[]): RateInForce | null {
  if (day === null) return null;
  const begun = rates.flatMap((known) =>
    known.currency === currency && known.from !== null && known.from <= day ? [{ ...known, from: known.from }] : [],
  );
  const from = begun.reduce<Day | ''>((newest, known) => (known.from > newest ? known.from : newest), '');
  const [newest, ...others] = begun.filter((known) => known.from === from);
  if (newest === undefined || newest.rate === null || others.some(({ rate }) => rate !== newest.rate)) return null;
  return { rate: newest.rate, from: newest.from, source: newest.source };
}

/** An activity with the rate that was in force on its start day, unless it has its own or needs none. */
export const withRateInForce = <T extends InCurrency & { start: Day | null }>(
  activity: T,
  rates: readonly ExchangeRate[],
): T & { rateInForce: RateInForce | null } => ({
  ...activity,
  rateInForce: isUsd(activity) || activity.rate !== null ? null : rateInForce(activity.currency, activity.start, rates),
});
