import { cleanText } from '../text/clean-text';

/** An amount without its currency and brackets: its sign and its digits, which may have separators. */
export interface WrittenAmount {
  sign: '' | '-';
  digits: string;
}

/**
 * Takes apart an amount in US dollars as people, spreadsheets and accounting systems write it: $1,234.50, (30.00),
 * $ (30.00), 30.00-, 1 234,50 USD. Null if the text isn't an amount, 'signs' if its signs or brackets don't match.
 */
export function writtenAmount(written: string): WrittenAmount | 'signs' | null {
  const text = tidy(written);
  if (isZeroDash(written)) return { sign: '', digits: '0' };
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const { open, close, inner, innerClose, before, after, behind, digits } = match.groups as Groups;
  const marks = [open, inner, before, after, behind].filter(Boolean);
  const isBracketed = Boolean(open ?? inner);
  if (marks.length > 1 || isBracketed !== Boolean(close ?? innerClose) || (close && innerClose)) return 'signs';
  return { sign: isBracketed || marks[0] === '-' ? '-' : '', digits };
}

/** The one decimal that digits with separators can mean, such as 1234.50; null if they could mean two, or none. */
export function decimalOf(digits: string): string | null {
  const text = /^[1-9]\d{0,2}(?:([' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.test(digits)
    ? digits.replace(/[' ]/g, '').replace(',', '.')
    : digits.replace(/^\./, '0.').replace(/(\d)\.$/, '$1');
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  if (BY_COMMAS.test(text) || LAKH.test(text)) return text.replace(/,/g, '');
  if (BY_POINTS.test(text)) return text.replace(/\./g, '').replace(',', '.');
  if (/^\d+,(\d{1,2}|\d{4,})$/.test(text)) return text.replace(',', '.');
  return null;
}

/** The text without what web pages, keyboards and spreadsheets put in: invisible marks, kinds of spaces, dashes, wide and Arabic digits. */
export const tidy = (text: string): string =>
  cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\u066B/g, '.')
    .replace(/\u066C/g, ',')
    .trim();

/** Excel's accounting formats show zero as a dash, next to the currency or with room for decimals behind it. */
const isZeroDash = (text: string): boolean => /^\s*(?:(?:US)?\$\s*-\s*|-\s{2,})$/i.test(text);

/** With one mark at the most for what is below zero. The apostrophe in front makes a number text in Excel. */
const WRITTEN =
  /^'?(?<open>\()?\s?(?<before>[+-]?)\s?(?:USD?\s?)?\$?\s?(?<after>[+-]?)\s?(?<inner>\()?\s?(?<digits>\.?\d[\d.,' ]*?)\s?(?<innerClose>\))?\s?(?<behind>-?)\s?(?:USD|\$)?\s?(?<close>\))?$/i;

/** The groups that `WRITTEN` always finds; brackets may be missing. */
type Groups = Record<'before' | 'after' | 'behind' | 'digits', string> & Partial<Record<'open' | 'inner' | 'innerClose' | 'close', string>>;

/** Groups of three that can't be decimals: there are two of them, or a decimal after them. */
const BY_COMMAS = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
const BY_POINTS = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
/** India's groups: 1,23,456.78. */
const LAKH = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
