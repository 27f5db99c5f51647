import type { Micros } from '../../domain/money/money';
import { outOfRange } from '../../domain/problem';

/** Adds an amount. A sum too large to be exact is refused, with the location of the row. */
export function plusExactly(sum: Micros, amount: Micros, place: () => string): Micros {
  const more = sum + amount;
  if (Number.isSafeInteger(more)) return more;
  throw outOfRange(`${place()}: with this row the amounts exceed $9,007,199,254.74, the most that can be kept exactly.`);
}
