import type { ExchangeRate, RateInForce } from '../../domain/activities/rate-in-force';
import { formatDay, isDay, type Day } from '../../domain/calendar/day';
import { isCurrencyCode, isUsd } from '../../domain/money/currency';
import { describeNoRate, readTypedRate } from '../../domain/money/typed-rate';

/** An exchange rate while it is edited: every field is text. */
export interface RateForm {
  currency: string;
  from: string;
  rate: string;
  source: string;
}

/** An exchange rate as text to edit. */
export const rateFormOf = ({ currency, from, rate, source }: Omit<ExchangeRate, 'id'>): RateForm => ({
  currency,
  from: from ?? '',
  rate: rate === null ? '' : String(rate),
  source,
});

/** A blank form for a rate that begins on a day. */
export const blankRate = (from: Day): RateForm => ({ currency: '', from, rate: '', source: '' });

/** The rate in a form, and what is wrong with each field. `others` are the workbook's other rates. */
export function readRateForm(
  form: RateForm,
  id: string,
  others: readonly ExchangeRate[],
): { value: ExchangeRate; mistakes: ReadonlyMap<keyof RateForm, string> } {
  const mistakes = new Map<keyof RateForm, string>();
  const currency = form.currency.trim().toUpperCase();
  const from = isDay(form.from) ? form.from : null;
  const rate = readTypedRate(form.rate);
  if (!isCurrencyCode(currency)) mistakes.set('currency', 'Enter a three-letter currency code, such as EUR.');
  else if (isUsd({ currency, rate: null })) mistakes.set('currency', 'US dollars need no rate.');
  if (rate === null) mistakes.set('rate', describeNoRate(form.rate, currency || 'unit'));
  if (from === null) mistakes.set('from', 'Enter the first day of the rate.');
  const same = others.find((other) => other.id !== id && other.currency === currency && from !== null && other.from === from);
  if (same)
    mistakes.set(
      'from',
      `${currency} already has a rate from ${formatDay(from!)}${same.rate === null ? '' : `, ${same.rate}`}. Change that one instead.`,
    );
  return { value: { id, currency, from, rate, source: form.source.trim() }, mistakes };
}

/** A rate in a sentence: the GBP rate from Oct 1, 2026. */
export const describeRate = ({ currency, from }: Pick<ExchangeRate, 'currency' | 'from'>): string =>
  `the ${currency || 'unnamed'} rate${from === null ? '' : ` from ${formatDay(from)}`}`;

/** A rate next to the amount it gives: 1.31 from CoopRates, from Oct 1, 2026. */
export const describeRateInForce = ({ rate, from }: RateInForce): string => `${rate} from CoopRates, from ${formatDay(from)}`;
