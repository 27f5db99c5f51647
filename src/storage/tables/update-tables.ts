import { isOutdated, joined, updateOf } from '../../records/later-columns';
import { afterwards, isChange, nameOf, tablesByName, type TableDesign, type TableQuery, type TablesByName } from '../../records/table';
import type { Plan, Planned } from '../workbook';

/** The designs that tables are to have, for what a workbook has. */
type Designs = (now: TablesByName) => readonly TableDesign[];

/**
 * A plan that also updates tables of an earlier version, but only if it writes: such a workbook is read as it is, and the
 * next save changes it. Formulas refer to other tables, so all of them are updated together.
 */
export function updating<T>(asked: readonly TableQuery[], designsBeside: Designs, plan: (now: TablesByName) => Planned<T>): Plan<T> {
  return (found) => {
    const now = tablesByName(asked, found);
    const designs = outdatedIn(now, designsBeside);
    if (designs.length === 0) return plan(now);
    const unread = designs.filter(({ name }) => (now.get(name)!.unread?.length ?? 0) > 0);
    if (unread.length > 0 && asked.some((query) => typeof query !== 'string' && isOf(unread, query)))
      return { again: asWhole(asked, unread) };
    const updates = designs.map((design) => updateOf(now.get(design.name)!, design)).filter(isChange);
    const { changes, result } = plan(afterwards(now, updates));
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
export const askedOnce = (asked: readonly TableQuery[], known: TablesByName, designsBeside: Designs): TableQuery[] =>
  asWhole(asked, outdatedIn(known, designsBeside));

const outdatedIn = (now: TablesByName, designsBeside: Designs): TableDesign[] =>
  designsBeside(now).filter((design) => {
    const cells = now.get(design.name);
    return cells != null && isOutdated(cells, design);
  });

/** Queries that ask for some tables with all their formulas. */
const asWhole = (asked: readonly TableQuery[], designs: readonly TableDesign[]): TableQuery[] =>
  asked.map((query) => (isOf(designs, query) ? nameOf(query) : query));

const isOf = (designs: readonly TableDesign[], query: TableQuery): boolean => designs.some(({ name }) => name === nameOf(query));
