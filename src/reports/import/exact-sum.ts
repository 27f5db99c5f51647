import type { Micros } from '../../domain/money/money';
import { outOfRange } from '../../domain/problem';

/** One more amount. What is too large to stay exact is refused with the place of the row that makes it so. */
export function plusExactly(sum: Micros, amount: Micros, place: () => string): Micros {
  const more = sum + amount;
  if (Number.isSafeInteger(more)) return more;
  throw outOfRange(`${place()}: with this row the amounts exceed $9,007,199,254.74, the most that can be kept exactly.`);
}
