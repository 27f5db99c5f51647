import { convertedAt, formatAmount, formatUsd, type Cents } from './money';

/** The currency of an amount, and its rate to US dollars. */
export interface InCurrency {
  /** Three letters; blank is US dollars. */
  currency: string;
  /** The rate that people entered for it. */
  rate: number | null;
  /** The workbook's rate, which is used if it has no rate of its own. */
  rateInForce?: { rate: number } | null;
}

/** Whether an amount is in US dollars, and needs no rate. */
export const isUsd = ({ currency }: InCurrency): boolean => ['', 'USD'].includes(currency.trim().toUpperCase());

/** Whether a text is written as a currency: three capital letters. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** The rate that an amount counts at: its own before the workbook's. */
export const rateOf = ({ rate, rateInForce }: InCurrency): number | null => rate ?? rateInForce?.rate ?? null;

/** An amount in US dollars at its rate; null if it is in another currency and has no rate above 0. */
export function inUsd(amount: Cents, currency: InCurrency): Cents | null {
  if (isUsd(currency)) return amount;
  const rate = rateOf(currency) ?? 0;
  return rate > 0 && Number.isFinite(rate) ? convertedAt(amount, rate) : null;
}

/** The largest amount in a currency that is worth no more than an amount in US dollars, which is 0 or more. */
export function fromUsd(usd: Cents, currency: InCurrency): Cents {
  const rate = rateOf(currency);
  if (isUsd(currency) || !rate) return usd;
  let amount = Math.ceil(usd / rate) + 1;
  while (amount > 0 && inUsd(amount, currency)! > usd) amount--;
  return amount;
}

/** An amount for reading in its currency: $1,234.50 or EUR 1,234.50. */
export const formatIn = (cents: Cents, currency: string): string =>
  isUsd({ currency, rate: null }) ? formatUsd(cents) : `${currency} ${formatAmount(cents)}`;
