import type { Cents } from '../../domain/money/money';

/** What a rate does to an amount to make it US dollars. Microsoft doesn't document which one; the rows of a report show it. */
export type Direction = 'times' | 'over';

/** An amount in another currency, in hundredths, in US dollars: cents, unrounded. */
export const converted = (direction: Direction, amount: Cents, rate: number): number =>
  direction === 'times' ? amount * rate : amount / rate;

/** Whether a row's US dollars, in cents, are its amount converted in a direction. A row that allows both proves neither. */
export const allows = (direction: Direction, amount: Cents, rate: number, usd: number): boolean =>
  Math.abs(usd) < LEAST || Math.abs(converted(direction, amount, rate) - usd) <= A_CENT + Math.abs(usd) * errorOf(rate);

/** Cents: in smaller amounts, the rounding to cents could hide the difference. */
const LEAST = 100;
/** Both amounts are rounded to the cent. */
const A_CENT = 1;

/**
 * How far a rate can be from the one that was used, as a share of it: one unit of its last digit, since it may be rounded or cut
 * off. That is 0.01% for 1.0843, and 1.5% for 0.0067, where a tolerance for all rates would be too small; and it proves more
 * about the rate than one that fits them all. The limit keeps a rate of few digits from fitting what was converted at another one.
 */
const errorOf = (rate: number): number => Math.min(10 ** -decimalsOf(rate) / rate, MAX_ERROR);

const MAX_ERROR = 0.02;

function decimalsOf(rate: number): number {
  const [digits, exponent = '0'] = String(rate).split('e') as [string, string?];
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}
