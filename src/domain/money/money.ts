/** US dollars as a whole number of cents. */
export type Cents = number;

/**
 * US dollars as a whole number of millionths. Earnings are stored and added in this unit, since parts of a cent count
 * together. A fund's figure is rounded to cents once, at the end. Up to nine billion dollars are exact.
 */
export type Micros = number;

/** A billion dollars, the maximum of one earning: up to there a cell's 15 digits include six decimals, and a sum is exact. */
export const MAX_MICROS = 1e15;

/** Whether an earning can be stored exactly; NaN can't. */
export const isExact = (micros: Micros | null): micros is Micros => micros !== null && Math.abs(micros) <= MAX_MICROS;

/** The cents of a plain decimal such as "-1234.505", half away from zero; null for anything else: a comma reads two ways. */
export const centsOf = (text: string): Cents | null => scaledOf(text, 2);

/** The millionths of a plain decimal, as `centsOf`. */
export const microsOf = (text: string): Micros | null => scaledOf(text, 6);

/** The cents of a number as it is written: 1.005 is 101, though the binary number is a little less. Not finite gives NaN. */
export const centsOfNumber = (n: number): Cents => scaledOfNumber(n, 2, 100);

/** The millionths of a number as it is written, as `centsOfNumber`. */
export const microsOfNumber = (n: number): Micros => scaledOfNumber(n, 6, 1e6);

/** The difference of two numbers as they are written: 0.3 less 0.1 is 0.2, not 0.19999999999999998. */
export function exactDifference(a: number, b: number): number {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  const scale = Math.max(x.scale, y.scale, 0);
  const scaled = (decimal: typeof x): bigint => BigInt(decimal.digits) * 10n ** BigInt(scale - decimal.scale);
  return Number(`${scaled(x) - scaled(y)}e-${scale}`);
}

/** A sum of millionths rounded once, half away from zero to the cent. */
export function centsOfMicros(micros: Micros): Cents {
  const rest = micros % MICROS_A_CENT;
  return (micros - rest) / MICROS_A_CENT + (Math.abs(rest) * 2 >= MICROS_A_CENT ? Math.sign(rest) : 0);
}

/** How many millionths of a dollar a cent is. */
export const MICROS_A_CENT = 10_000;

/** Amounts added up: cents, or whole units of any kind. */
export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The sum of a figure over items; an item without one counts as zero. */
export const sumOf = <T>(items: readonly T[], figure: (item: T) => number | null): number =>
  items.reduce((total, item) => total + (figure(item) ?? 0), 0);

/** An amount in dollars, for a cell. */
export const dollars = (cents: Cents): number => cents / 100;

/** An exact amount in dollars, for a cell. */
export const dollarsOfMicros = (micros: Micros): number => micros / 1e6;

/** A share of an amount, half away from zero to the cent; the share is read as it is written, 0.4 as exactly four tenths. */
export const shareOf = (cents: Cents, share: number): Cents => product(cents, share, 0);

/** The cents of an amount in dollars times a rate, rounded once and at the end. */
export const centsOfProduct = (amount: number, rate: number): Cents => product(amount, rate, 2);

/** The millionths of an amount times a rate, rounded once and at the end. */
export const microsOfProduct = (amount: number, rate: number): Micros => product(amount, rate, 6);

/** An amount times a part over its whole (not 0), half away from zero to the cent: exact even if the product isn't. */
export function inProportion(amount: Cents, part: Cents, whole: Cents): Cents {
  const [product, divisor] = [BigInt(amount) * BigInt(part), BigInt(whole)];
  return Number(divisor < 0n ? roundedQuotient(-product, -divisor) : roundedQuotient(product, divisor));
}

/** A note that the product of two decimals was rounded to a number of places; '' if it wasn't. */
export const describeRounding = (a: number, b: number, places: number): string =>
  product(a, b, places + 6) === product(a, b, places) * 1e6 ? '' : ', rounded half away from zero to cents';

/** An amount in another currency at a rate as it is written, half away from zero to the cent, rounded once. */
export const convertedAt = (amount: Cents, rate: number): Cents => product(amount, rate, 0);

/** An amount for reading, whatever its currency: 1,234.50 or -12.00. */
export const formatAmount = (cents: Cents): string => `${cents < 0 ? '-' : ''}${grouped(cents)}`;

/** An amount in US dollars for reading: $1,234.50 or -$12.00. */
export const formatUsd = (cents: Cents): string => `${cents < 0 ? '-' : ''}$${grouped(cents)}`;

/** The same, or a dash for an amount that isn't known. */
export const formatUsdOrDash = (cents: Cents | null): string => (cents === null ? '–' : formatUsd(cents));

/** An exact amount in US dollars for reading: $1,234.50, with as many more decimals as it has, -$0.0044. */
export function formatExactUsd(micros: Micros): string {
  const whole = Math.trunc(micros / MICROS_A_CENT);
  const parts = `${Math.abs(micros % MICROS_A_CENT)}`.padStart(4, '0').replace(/0+$/, '');
  return `${micros < 0 ? '-' : ''}$${grouped(whole)}${parts}`;
}

/** A note after a figure that it was rounded, and from what; '' if it wasn't. */
export const roundedFrom = (micros: Micros): string =>
  micros % MICROS_A_CENT === 0 ? '' : `, rounded once from ${dollarsOfMicros(micros)}`;

/** A share or rate for reading: 40% or 3.75%. */
export function formatShare(share: number): string {
  const { digits, scale } = decimalOf(share);
  return `${Number(`${digits}e${2 - scale}`)}%`;
}

function grouped(cents: Cents): string {
  const digits = `${Math.abs(cents)}`.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

function scaledOf(text: string, places: number): number | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const units = Number(`${whole}${fraction.slice(0, places).padEnd(places, '0')}`) + (fraction.charAt(places) >= '5' ? 1 : 0);
  return sign === '-' ? 0 - units : units;
}

function scaledOfNumber(n: number, places: number, unit: number): number {
  if (!Number.isFinite(n)) return NaN;
  const near = Math.round(n * unit);
  if (near / unit === n) return near + 0;
  return product(n, 1, places);
}

/** The exact product of two decimals, rounded half away from zero to a number of places, in units of the last place. */
function product(a: number, b: number, places: number): number {
  const x = decimalOf(a);
  const y = decimalOf(b);
  const scale = x.scale + y.scale - places;
  const exact = BigInt(x.digits) * BigInt(y.digits);
  return Number(scale > 0 ? roundedQuotient(exact, 10n ** BigInt(scale)) : exact * 10n ** BigInt(-scale));
}

/** Half away from zero. */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const half = (dividend < 0n ? -divisor : divisor) / 2n;
  return (dividend + half) / divisor;
}

/** A number as it is written in its shortest decimal form: digits times 10 to the power of minus scale. */
function decimalOf(n: number): { digits: string; scale: number } {
  const [mantissa, exponent = 0] = String(n).split('e');
  const [whole, fraction = ''] = mantissa!.split('.');
  return { digits: whole! + fraction, scale: fraction.length - Number(exponent) };
}
