import { groupBy } from '../group-by';
import type { FundUsage } from './fund-usage';
import { sumOf, type Cents } from '../money/money';

/** Amounts used in a fund, indexed once for checking many activities. */
interface CountedIndex {
  total: Cents;
  byActivity: ReadonlyMap<string, readonly FundUsage[]>;
  /** By the activity's name as written. */
  byName: ReadonlyMap<string, readonly FundUsage[]>;
}

/** Amounts used in a fund by one activity, by its ID. */
export const countedFor = (id: string, counted: readonly FundUsage[]): readonly FundUsage[] =>
  id === '' ? [] : (indexOf(counted).byActivity.get(id) ?? []);

/** Amounts used in a fund by all other activities. */
export const countedBeside = (id: string, counted: readonly FundUsage[]): Cents =>
  indexOf(counted).total - totalOf(countedFor(id, counted));

/** Amounts used in a fund under certain names, except by one activity. */
export function countedNamed(isMeant: (name: string) => boolean, id: string, counted: readonly FundUsage[]): FundUsage[] {
  const found: FundUsage[] = [];
  for (const [name, those] of indexOf(counted).byName) {
    if (isMeant(name)) found.push(...those.filter(({ activityId }) => id === '' || activityId !== id));
  }
  return found;
}

const indexes = new WeakMap<readonly FundUsage[], CountedIndex>();

function indexOf(counted: readonly FundUsage[]): CountedIndex {
  const held = indexes.get(counted);
  if (held) return held;
  const index = {
    total: totalOf(counted),
    byActivity: groupBy(counted, ({ activityId }) => activityId),
    byName: groupBy(counted, ({ activity }) => activity),
  };
  indexes.set(counted, index);
  return index;
}

const totalOf = (counted: readonly FundUsage[]): Cents => sumOf(counted, ({ amount }) => amount);
