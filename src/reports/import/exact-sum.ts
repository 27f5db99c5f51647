import type { Micros } from '../../domain/money/money';
import { outOfRange } from '../../domain/problem';

/** Adds an amount. Throws a Problem with the row's location if the sum is too large to be exact. */
export function plusExactly(sum: Micros, amount: Micros, place: () => string): Micros {
  const more = sum + amount;
  if (Number.isSafeInteger(more)) return more;
  throw outOfRange(`${place()}: with this row the amounts exceed $9,007,199,254.74, the most that can be kept exactly.`);
}
