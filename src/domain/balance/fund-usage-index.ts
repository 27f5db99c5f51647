import type { FundUsage } from './fund-usage';
import type { Cents } from '../money/money';

/** What is counted in a fund, put in order once for the many activities that are looked at with it. */
interface CountedIndex {
  total: Cents;
  byActivity: ReadonlyMap<string, readonly FundUsage[]>;
  /** By the activity's name as it is written. */
  byName: ReadonlyMap<string, readonly FundUsage[]>;
}

/** What stands in a fund for one activity, by its ID. */
export const countedFor = (id: string, counted: readonly FundUsage[]): readonly FundUsage[] =>
  id === '' ? [] : (indexOf(counted).byActivity.get(id) ?? []);

/** What a fund counts for all but one activity. */
export const countedBeside = (id: string, counted: readonly FundUsage[]): Cents =>
  indexOf(counted).total - totalOf(countedFor(id, counted));

/** What stands in a fund under the names that are meant, but for one activity. */
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
    byActivity: grouped(counted, ({ activityId }) => activityId),
    byName: grouped(counted, ({ activity }) => activity),
  };
  indexes.set(counted, index);
  return index;
}

function grouped(counted: readonly FundUsage[], keyOf: (usage: FundUsage) => string): Map<string, FundUsage[]> {
  const groups = new Map<string, FundUsage[]>();
  for (const usage of counted) {
    const group = groups.get(keyOf(usage));
    if (group) group.push(usage);
    else groups.set(keyOf(usage), [usage]);
  }
  return groups;
}

const totalOf = (counted: readonly FundUsage[]): Cents => counted.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
