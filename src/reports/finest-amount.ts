import { centsOfMicros, MICROS_A_CENT, type Micros } from '../domain/money/money';

/**
 * Which of some amounts of one earning all others are, rounded to the cent: a sheet saved as it shows has lost the parts
 * of a cent that another download still has. -1 where they differ in any other way.
 */
export function finestOf(amounts: readonly Micros[]): number {
  const finest = amounts.findIndex((micros) => micros % MICROS_A_CENT !== 0);
  const rounded = centsOfMicros(amounts[finest]!) * MICROS_A_CENT;
  return amounts.every((micros, index) => index === finest || micros === rounded) ? finest : -1;
}
