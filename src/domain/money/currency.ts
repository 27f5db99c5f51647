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

/** The largest amount in a currency that is worth no more than an amount in US dollars, which is 0 or more. */
export function fromUsd(usd: Cents, currency: InCurrency): Cents {
  if (isUsd(currency) || !currency.rate) return usd;
  let amount = Math.ceil(usd / currency.rate) + 1;
  while (amount > 0 && inUsd(amount, currency)! > usd) amount--;
  return amount;
}

/** An amount for reading in its currency: $1,234.50 or EUR 1,234.50. */
export const formatIn = (cents: Cents, currency: string): string =>
  isUsd({ currency, rate: null }) ? formatUsd(cents) : `${currency} ${formatAmount(cents)}`;
