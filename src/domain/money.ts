/** US dollars as a whole number of cents. */
export type Cents = number;

/** The cents of a plain decimal such as "-1234.505", half away from zero; null for anything else: a comma reads two ways. */
export function centsOf(text: string): Cents | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const cents = Number(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`) + (fraction.charAt(2) >= '5' ? 1 : 0);
  return sign === '-' ? 0 - cents : cents;
}

/** The cents of a number as it is written: 1.005 is 101, though the binary number is a little less. Not finite gives NaN. */
export function centsOfNumber(n: number): Cents {
  if (!Number.isFinite(n)) return NaN;
  const near = Math.round(n * 100);
  if (near / 100 === n) return near + 0;
  return product(n, 1, 2);
}

/** An amount in dollars, for a cell. */
export const dollars = (cents: Cents): number => cents / 100;

/** A share of an amount, half away from zero to the cent; the share is read as it is written, 0.4 as exactly four tenths. */
export const shareOf = (cents: Cents, share: number): Cents => product(cents, share, 0);

/** The cents of an amount in dollars times a rate, rounded once and at the end. */
export const centsOfProduct = (amount: number, rate: number): Cents => product(amount, rate, 2);

/** What is said of two decimals multiplied, to so many decimal places: that it was rounded, where it was. */
export const roundingSaid = (a: number, b: number, places: number): string =>
  product(a, b, places + 6) === product(a, b, places) * 1e6 ? '' : ', rounded half away from zero to cents';

/** An amount in another currency at a rate as it is written, half away from zero to the cent, rounded once. */
export const convertedAt = (amount: Cents, rate: number): Cents => product(amount, rate, 0);

/** An amount for reading, whatever its currency: 1,234.50 or -12.00. */
export const formatAmount = (cents: Cents): string => `${cents < 0 ? '-' : ''}${grouped(cents)}`;

/** An amount in US dollars for reading: $1,234.50 or -$12.00. */
export const formatUsd = (cents: Cents): string => `${cents < 0 ? '-' : ''}$${grouped(cents)}`;

/** A share or rate for reading: 40% or 3.75%. */
export function formatShare(share: number): string {
  const { digits, scale } = decimalOf(share);
  return `${Number(`${digits}e${2 - scale}`)}%`;
}

function grouped(cents: Cents): string {
  const digits = `${Math.abs(cents)}`.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

/** Two decimals multiplied exactly, rounded half away from zero to so many decimal places, in units of the last place. */
function product(a: number, b: number, places: number): number {
  const x = decimalOf(a);
  const y = decimalOf(b);
  const scale = x.scale + y.scale - places;
  const exact = Number(x.digits) * Number(y.digits);
  if (scale <= 0) return exact * 10 ** -scale + 0;
  const unit = 10 ** scale;
  if (!Number.isSafeInteger(exact) || !Number.isSafeInteger(unit)) {
    return Number(roundedQuotient(BigInt(x.digits) * BigInt(y.digits), 10n ** BigInt(scale)));
  }
  const rest = exact % unit;
  return (exact - rest) / unit + (Math.abs(rest) * 2 >= unit ? Math.sign(rest) : 0) + 0;
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const half = (dividend < 0n ? -divisor : divisor) / 2n;
  return (dividend + half) / divisor;
}

/**
 * A number as it is written in its shortest decimal form: digits times 10 to the power of minus scale. Up to four
 * decimals, as shares and rates have, no text is needed: 15 digits name a number without doubt.
 */
function decimalOf(n: number): { digits: number | string; scale: number } {
  const tenThousandths = Math.round(n * 10_000);
  if (Math.abs(tenThousandths) < 1e15 && tenThousandths / 10_000 === n) return { digits: tenThousandths, scale: 4 };
  const [mantissa = '', exponent = '0'] = String(n).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: whole + fraction, scale: fraction.length - Number(exponent) };
}
