import { tidy } from './written-amount';

/** Reads an exchange rate as people type it: 1.31. Null if it isn't a number above 0, or has a comma, which can be read two ways. */
export function readTypedRate(typed: string): number | null {
  const text = tidy(typed);
  const rate = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(rate) && rate > 0 ? rate : null;
}

/** What is wrong with a text that isn't a rate. */
export const describeNoRate = (typed: string, currency: string): string =>
  /^-?[\d.]+$/.test(tidy(typed)) && Number(tidy(typed)) <= 0
    ? 'A rate must be above 0.'
    : `Enter the exchange rate (USD per ${currency}), such as 1.0832.`;
