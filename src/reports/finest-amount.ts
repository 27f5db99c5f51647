import { centsOfMicros, MICROS_A_CENT, type Micros } from '../domain/money/money';

/**
 * The index of the amount that equals all others when rounded to cents: a sheet saved as displayed has lost fractions of a
 * cent that another download of the same earning still has. -1 if the amounts differ in any other way.
 */
export function finestOf(amounts: readonly Micros[]): number {
  const finest = amounts.findIndex((micros) => micros % MICROS_A_CENT !== 0);
  const rounded = centsOfMicros(amounts[finest]!) * MICROS_A_CENT;
  return amounts.every((micros, index) => index === finest || micros === rounded) ? finest : -1;
}
