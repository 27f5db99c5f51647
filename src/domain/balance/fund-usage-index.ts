import type { CountedMoney } from './fund-usage';
import type { Cents } from '../money/money';

/** What is counted in a fund, put in order once for the many activities that are looked at with it. */
interface CountedIndex {
  total: Cents;
  byActivity: ReadonlyMap<string, readonly CountedMoney[]>;
  /** By the activity's name as it is written. */
  byName: ReadonlyMap<string, readonly CountedMoney[]>;
}

/** What stands in a fund for one activity, by its ID. */
export const countedFor = (id: string, counted: readonly CountedMoney[]): readonly CountedMoney[] =>
  id === '' ? [] : (indexOf(counted).byActivity.get(id) ?? []);

/** What a fund counts for all but one activity. */
export const countedBeside = (id: string, counted: readonly CountedMoney[]): Cents =>
  indexOf(counted).total - totalOf(countedFor(id, counted));

/** What stands in a fund under the names that are meant, but for one activity. */
export function countedNamed(isMeant: (name: string) => boolean, id: string, counted: readonly CountedMoney[]): CountedMoney[] {
  const found: CountedMoney[] = [];
  for (const [name, those] of indexOf(counted).byName) {
    if (isMeant(name)) found.push(...those.filter(({ activityId }) => id === '' || activityId !== id));
  }
  return found;
}

const indexes = new WeakMap<readonly CountedMoney[], CountedIndex>();

function indexOf(counted: readonly CountedMoney[]): CountedIndex {
  const held = indexes.get(counted);
  if (held) return held;
  const index = {
    total: totalOf(counted),
    byActivity: grouped(counted, ({ activityId }) => activityId),
    byName: grouped(counted, ({ activity }) => activity),
  };
  indexes.set(counted, index);
  return index;
}

function grouped(counted: readonly CountedMoney[], keyOf: (one: CountedMoney) => string): Map<string, CountedMoney[]> {
  const groups = new Map<string, CountedMoney[]>();
  for (const one of counted) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const totalOf = (counted: readonly CountedMoney[]): Cents => counted.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
