import { isSameCell, valueIn, type MergedColumn } from './cell-value';
import { cellOf, foldId, idIn, type ColumnPlaces, type SideRow, type SideTable } from './side';

/** What columns are recognized by: their order and their cells where they have their names. */
export interface Reference {
  /** Names of the columns in their order there. */
  order: readonly string[];
  /** Excel's IDs of the columns. */
  columnIds: ReadonlyMap<string, string>;
  rows: ReadonlyMap<string, SideRow>;
}

/** What is looked for in a table: its ID column, the columns that are merged, and those that it calculates. */
export interface Sought {
  key: string;
  columns: readonly MergedColumn[];
  computed: readonly string[];
}

/**
 * Finds the columns of a table whose headers people may have renamed, moved, or parted by new ones: by its name, else by
 * the ID that Excel keeps, else by the cells that it has in the same rows, else by its neighbors. What isn't found isn't
 * guessed, so it's missing from the result.
 */
export function findColumns(
  side: SideTable,
  { key, columns, computed }: Sought,
  reference: Reference | null,
  daysLater: number,
): ColumnPlaces {
  const folded = side.header.map((name) => foldId(name));
  const places = new Map<string, number>();
  const taken = new Set<number>();
  const take = (name: string, place: number): void => {
    places.set(name, place);
    taken.add(place);
  };
  for (const name of [key, ...columns.map((column) => column.name), ...computed]) {
    const place = folded.indexOf(foldId(name));
    if (place >= 0 && !taken.has(place)) take(name, place);
  }
  if (!reference) return places;
  const free = (): number[] => [...side.header.keys()].filter((place) => !taken.has(place));
  const missing = (): MergedColumn[] => columns.filter(({ name }) => !places.has(name));

  if (!places.has(key)) {
    const place = best(free().map((candidate) => [candidate, countOfIds(side, candidate, reference)] as const));
    if (place === null) return places;
    take(key, place);
  }
  const agree = (place: number, column: MergedColumn): ReturnType<typeof agreement> =>
    agreement(side, places.get(key)!, place, column, reference, daysLater);
  if (keepsIds(side, places, reference))
    for (const column of missing()) {
      const id = reference.columnIds.get(column.name);
      const place = id ? side.columnIds.indexOf(id) : -1;
      // another program may have numbered a new column as one that is gone
      if (place >= 0 && !taken.has(place) && agree(place, column).score >= 0) take(column.name, place);
    }
  const pairs = missing().flatMap((column) =>
    free().map((place) => {
      const { score, added } = agree(place, column);
      return { column, place, score: score - added };
    }),
  );
  for (const { column, place, score } of pairs.sort((a, b) => b.score - a.score || nearness(a) - nearness(b)))
    if (score > 0 && !places.has(column.name) && !taken.has(place)) take(column.name, place);
  for (const column of missing()) {
    const place = between(column.name, reference.order, places, taken, side.header.length);
    if (place !== null && agree(place, column).score >= 0) take(column.name, place);
  }
  return places;

  /** How far a place is from that of the column before it in the reference. */
  function nearness({ column, place }: { column: MergedColumn; place: number }): number {
    const before = reference!.order
      .slice(0, reference!.order.indexOf(column.name))
      .filter((name) => places.has(name))
      .at(-1);
    return before === undefined ? place : Math.abs(place - places.get(before)! - 1);
  }
}

/** Whether a file keeps Excel's IDs of columns: others number them anew in their order. */
function keepsIds(side: SideTable, places: ColumnPlaces, { columnIds }: Reference): boolean {
  const named = [...places].filter(([name]) => columnIds.has(name));
  return named.length >= 3 && named.every(([name, place]) => side.columnIds[place] === columnIds.get(name));
}

function countOfIds(side: SideTable, place: number, { rows }: Reference): number {
  return side.rows.filter(({ cells }) => rows.has(foldId(idIn(cells[place]?.value ?? '')))).length;
}

function best(scored: readonly (readonly [number, number])[]): number | null {
  const [first] = [...scored].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 0 ? first[0] : null;
}

/** How many cells of a column agree with the reference, less those that don't, and how many hold something where it has none. */
function agreement(
  side: SideTable,
  keyPlace: number,
  place: number,
  column: MergedColumn,
  { rows }: Reference,
  daysLater: number,
): { score: number; added: number } {
  let score = 0;
  let added = 0;
  for (const { cells } of side.rows) {
    const known = rows.get(foldId(idIn(cells[keyPlace]?.value ?? '')));
    if (!known) continue;
    const cell = cells[place];
    const here = { value: valueIn(column.kind, cell?.value ?? '', daysLater), formula: cell?.formula ?? null };
    const there = cellOf(known, column.name);
    if (there.value === null) added += here.value === null ? 0 : 1;
    else score += isSameCell(column, here, there) ? 1 : -1;
  }
  return { score, added };
}

/** The one free place next to a column's neighbors in the reference. */
function between(name: string, order: readonly string[], places: ColumnPlaces, taken: ReadonlySet<number>, width: number): number | null {
  const index = order.indexOf(name);
  if (index < 0) return null;
  const before = order
    .slice(0, index)
    .filter((other) => places.has(other))
    .at(-1);
  const after = order.slice(index + 1).find((other) => places.has(other));
  const from = before === undefined ? -1 : places.get(before)!;
  const to = after === undefined ? width : places.get(after)!;
  return to - from === 2 && !taken.has(from + 1) ? from + 1 : null;
}
