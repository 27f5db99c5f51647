import { convertedAt, formatAmount, formatUsd, type Cents } from './money';

/** The currency of an amount, and the user's rate to US dollars. */
export interface InCurrency {
  /** Three letters; blank is US dollars. */
  currency: string;
  rate: number | null;
}

/** Whether an amount is in US dollars, and needs no rate. */
export const isUsd = ({ currency }: InCurrency): boolean => ['', 'USD'].includes(currency.trim().toUpperCase());

/** An amount in US dollars at its rate; null if it is in another currency and has no rate above 0. */
export function inUsd(amount: Cents, currency: InCurrency): Cents | null {
  if (isUsd(currency)) return amount;
  const rate = currency.rate ?? 0;
  return rate > 0 && Number.isFinite(rate) ? convertedAt(amount, rate) : null;
}

/** An amount for reading in its currency: $1,234.50 or EUR 1,234.50. */
export const formatIn = (cents: Cents, currency: string): string =>
  isUsd({ currency, rate: null }) ? formatUsd(cents) : `${currency} ${formatAmount(cents)}`;
