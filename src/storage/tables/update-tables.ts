import { isOutdated, joined, updateOf } from '../../records/later-columns';
import { changed, isChange, nameOf, type TableCells, type TableDesign, type TableQuery } from '../../records/table';
import type { Plan, Planned } from '../workbook';

/** The current tables, by name. */
type TablesByName = ReadonlyMap<string, TableCells | null>;

/**
 * A plan that also updates tables of an earlier version, but only if it writes: such a workbook is read as it is, and the
 * next save changes it. Formulas refer to other tables, so all of them are updated together.
 */
export function updating<T>(
  asked: readonly TableQuery[],
  designsBeside: (now: TablesByName) => readonly TableDesign[],
  plan: (now: TablesByName) => Planned<T>,
): Plan<T> {
  return (found) => {
    const now = new Map(asked.map((query, index) => [nameOf(query), found[index] ?? null]));
    const designs = designsBeside(now).filter((design) => {
      const cells = now.get(design.name);
      return cells != null && isOutdated(cells, design);
    });
    if (designs.length === 0) return plan(now);
    const isUnread = (query: TableQuery): boolean =>
      designs.some(({ name }) => name === nameOf(query)) && (now.get(nameOf(query))?.unread?.length ?? 0) > 0;
    if (asked.some((query) => typeof query !== 'string' && isUnread(query)))
      return { again: asked.map((query) => (isUnread(query) ? nameOf(query) : query)) };
    const updates = designs.map((design) => updateOf(now.get(design.name)!, design)).filter(isChange);
    const updated = new Map([
      ...now,
      ...updates.map((update) => [update.design.name, changed(now.get(update.design.name)!, update)] as const),
    ]);
    const { changes, result } = plan(updated);
    if (changes.length === 0) return { changes, result };
    const planned = changes.map((change) => {
      const update = updates.find(({ design }) => design.name === change.design.name);
      return update ? joined(update, change) : change;
    });
    const others = updates.filter(({ design }) => !changes.some((change) => change.design.name === design.name));
    return { changes: [...others, ...planned], result };
  };
}

/** The queries to use, based on an earlier read, so that tables that need an update aren't read twice. */
export function askedOnce(
  asked: readonly TableQuery[],
  known: TablesByName,
  designsBeside: (now: TablesByName) => readonly TableDesign[],
): TableQuery[] {
  const outdated = designsBeside(known).filter((design) => {
    const cells = known.get(design.name);
    return cells != null && isOutdated(cells, design);
  });
  return asked.map((query) => (outdated.some(({ name }) => name === nameOf(query)) ? nameOf(query) : query));
}
