import { isCurrencyCode } from './currency';
import { centsOf, type Cents } from './money';
import { decimalOf, tidy, writtenAmount } from './written-amount';

/** A typed amount: its cents, null for a blank field, or a sentence that says why it can't be read. */
export type TypedAmount = { cents: Cents | null } | { problem: string };

/**
 * Reads one amount as people type it: $1,234.50, 1234.5, (30), 30-, 1 234.50. An ambiguous amount is refused, never
 * guessed. `given` is the three letters of its currency; null, or anything else, if only a bare number is accepted.
 * COOP functions have their own rules for text, in cells/parse.ts: there "5.400" is 5.40.
 */
export function readTypedAmount(typed: string, given: string | null = 'USD'): TypedAmount {
  const text = tidy(typed);
  const currency = given !== null && isCurrencyCode(given) ? given : null;
  if (text === '') return { cents: null };
  const refuse = (why: string): TypedAmount => ({ problem: `"${text.slice(0, 40)}" can't be read: ${why}` });
  const bare = withoutCurrency(text, currency);
  const dollars = currency === 'USD' ? null : /\$|USD/i.exec(bare);
  const named = currencyIn(bare) ?? dollars?.[0].toUpperCase();
  if (named)
    return refuse(
      currency === null ? 'it includes a currency. Enter the number only.' : `it's in ${named}. Enter an amount in ${currency}.`,
    );
  if (text.includes('%')) return refuse("it's a percentage.");
  if (/\d\s*[km]$/i.test(bare)) return refuse("it's rounded. Enter the amount to the cent.");
  const written = writtenAmount(bare);
  if (written === null) return refuse('enter an amount such as 1234.50.');
  if (written === 'signs') return refuse('enter an amount such as -1,234.50.');
  const { digits } = written;
  // A digit may be missing after the comma, and a column of a file, which would show that, isn't at hand.
  if (/^\d+,\d{1,2}$/.test(digits) || (/,\d{1,2}$/.test(digits) && decimalOf(digits) === null))
    return refuse('its comma could be a decimal or a thousands separator. Use a decimal point, such as 1234.50.');
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits))
    return refuse('its point could be a decimal or a thousands separator. Enter 1234.50 for one thousand and so on.');
  const decimal = US_THOUSAND.test(digits) ? digits.replace(/[,.]/g, '') : decimalOf(digits);
  if (/\.\d{3,}$/.test(decimal ?? digits))
    return refuse("it has parts of a cent, or its digits aren't in groups of three. Enter it to the cent, such as 1234.50.");
  if (decimal === null) return refuse("its digits aren't in groups of three. Enter it without separators, such as 1234.50.");
  const cents = centsOf(decimal)!;
  if (cents >= TOO_MUCH) return refuse("it's too large to be kept to the cent.");
  return { cents: written.sign === '-' ? 0 - cents : cents };
}

/** The amount's own currency, as letters or a sign, is redundant and is dropped. US dollars are left to the pattern. */
function withoutCurrency(text: string, currency: string | null): string {
  if (currency === null || currency === 'USD') return text;
  const sign = SIGNS[currency] ?? (DOLLARS.has(currency) ? '$' : '');
  return text.replace(new RegExp(currency, 'i'), '').replace(sign, '').trim();
}

/** The currency other than US dollars that a text names, in capitals; null if it names none. */
export function currencyIn(text: string): string | null {
  const match = OTHER_CURRENCY.exec(text);
  return match && (match.groups!['behind'] ?? match[0]).toUpperCase();
}

/** Any currency except US dollars. Only fields in that currency accept it. */
const OTHER_CURRENCY = /[€£¥₹₩₽₺₪₴₫]|\b(?!USD?\b)[A-Z]{2,3}\$|\b(?!USD)[A-Z]{3}(?=\s?-?\d)|\d\s?(?!USD)(?<behind>[A-Z]{3})\b/i;
const SIGNS: Readonly<Record<string, string>> = {
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: '¥',
  INR: '₹',
  KRW: '₩',
  TRY: '₺',
  ILS: '₪',
  UAH: '₴',
  VND: '₫',
};
const DOLLARS = new Set(['CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS']);
/** Typed by a person in the US, a comma before three digits separates thousands. */
const US_THOUSAND = /^[1-9]\d{0,2},\d{3}\.?$/;
/** A trillion, in cents: Excel keeps 15 digits. */
const TOO_MUCH = 1e14;
