import { compareText } from '../text/compare';
import { sum, type Cents } from './money';

/** The amount for one category or activity, and its share of the total. */
export interface Share {
  name: string;
  amount: Cents;
  /** 0 to 1 */
  share: number;
}

/** Totals by name, largest first, without unknown amounts and zeros. The amounts add up to the whole. */
export function sharesOf<T extends { amount: Cents | null }>(items: readonly T[], nameOf: (item: T) => string): Share[] {
  const sums = new Map<string, Cents>();
  for (const item of items) if (item.amount) sums.set(nameOf(item), (sums.get(nameOf(item)) ?? 0) + item.amount);
  const total = sum([...sums.values()]);
  return [...sums]
    .map(([name, amount]) => ({ name, amount, share: total > 0 ? amount / total : 0 }))
    .sort((a, b) => b.amount - a.amount || compareText(a.name, b.name));
}
