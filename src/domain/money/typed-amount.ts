import { isCurrencyCode } from './currency';
import { centsOf, type Cents } from './money';

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
  const other = OTHER_CURRENCY.exec(bare);
  const dollars = currency === 'USD' ? null : /\$|USD/i.exec(bare);
  const named = other?.groups!['behind'] ?? other?.[0] ?? dollars?.[0];
  if (named)
    return refuse(
      currency === null
        ? 'it includes a currency. Enter the number only.'
        : `it's in ${named.toUpperCase()}. Enter an amount in ${currency}.`,
    );
  if (text.includes('%')) return refuse("it's a percentage.");
  if (/\d\s*[km]$/i.test(bare)) return refuse("it's rounded. Enter the amount to the cent.");
  const match = WRITTEN.exec(bare);
  if (!match) return refuse('enter an amount such as 1234.50.');
  const { open, close, before, after, behind, digits: typedDigits } = match.groups as Written;
  const digits = DECIMAL_COMMA.test(typedDigits) ? typedDigits.replaceAll('.', '').replace(',', '.') : typedDigits;
  if ((open === undefined) !== (close === undefined) || [open, before, after, behind].filter(Boolean).length > 1)
    return refuse('enter an amount such as -1,234.50.');
  if (/,\d{1,2}$/.test(digits))
    return refuse('its comma could be a decimal or a thousands separator. Use a decimal point, such as 1234.50.');
  if (/^[1-9]\d{0,2}\.\d{3}$|\..*\./.test(digits))
    return refuse('its point could be a decimal or a thousands separator. Enter 1234.50 for one thousand and so on.');
  if (/\.\d{3,}$/.test(digits))
    return refuse("it has parts of a cent, or its digits aren't in groups of three. Enter it to the cent, such as 1234.50.");
  if (!GROUPED.test(digits)) return refuse("its digits aren't in groups of three. Enter it without separators, such as 1234.50.");
  const cents = centsOf(`0${digits.replace(/[,'\s]|\.$/g, '')}`)!;
  if (cents >= TOO_MUCH) return refuse("it's too large to be kept to the cent.");
  return { cents: open !== undefined || before + after + behind === '-' ? 0 - cents : cents };
}

/** The text without the spaces and signs that web pages and keyboards put in: hard spaces, a true minus, marks of direction, wide digits. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u200B-\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\u2019/g, "'")
    .trim();

/** The amount's own currency, as letters or a sign, is redundant and is dropped. US dollars are left to the pattern. */
function withoutCurrency(text: string, currency: string | null): string {
  if (currency === null || currency === 'USD') return text;
  const sign = SIGNS[currency] ?? (DOLLARS.has(currency) ? '$' : '');
  return text.replace(new RegExp(currency, 'i'), '').replace(sign, '').trim();
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
const WRITTEN =
  /^(?<open>\()?\s?(?<before>[+-]?)\s?(?:USD?\s?)?\$?\s?(?<after>[+-]?)(?<digits>\.?\d[\d.,' ]*?)\s?(?<behind>-?)\s?(?:USD|\$)?(?<close>\))?$/i;
/** The groups that `WRITTEN` always finds; `open` and `close` may be missing. */
type Written = Record<'before' | 'after' | 'behind' | 'digits', string> & { open?: string; close?: string };
/** Digits alone, or in groups of three of one and the same separator; at most two after the point. */
const GROUPED = /^(?:\d*|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+))(?:\.\d{0,2})?$/;
/** Points before a comma can only separate thousands: 26.601,60. */
const DECIMAL_COMMA = /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}$/;
/** A trillion, in cents: Excel keeps 15 digits. */
const TOO_MUCH = 1e14;
