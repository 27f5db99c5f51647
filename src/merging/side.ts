import type { CellContent } from '../records/table';
import { BLANK, valueIn, type MergedColumn, type SideCell } from './cell-value';

/** A table of one side as it was read: that of the workbook, of the copy, or of the base. */
export interface SideTable {
  header: readonly string[];
  /** The IDs that Excel gives columns and keeps when they're renamed; empty where a file has none. */
  columnIds: readonly string[];
  rows: readonly SourceRow[];
}

/** A row of a side's table, with its number in the sheet. */
export interface SourceRow {
  row: number;
  cells: readonly { value: CellContent; formula: string | null }[];
}

/** Where a side's columns are, by their names in the base or in our design. */
export type ColumnPlaces = ReadonlyMap<string, number>;

/** A row of a side, with its cells by the names of columns. */
export interface SideRow {
  id: string;
  row: number;
  cells: ReadonlyMap<string, SideCell>;
}

/** The rows of a side by their folded IDs. */
export interface SideRows {
  byId: ReadonlyMap<string, SideRow>;
  /** Rows without an ID. */
  unnamed: readonly SideRow[];
  /** Rows whose ID another row has, too. */
  doubled: ReadonlyMap<string, readonly SideRow[]>;
}

export const foldId = (id: string): string => id.trim().toUpperCase();

export const cellOf = (row: SideRow | null | undefined, column: string): SideCell => row?.cells.get(column) ?? BLANK;

/** The rows of a table that aren't blank. */
export function rowsOf(side: SideTable, key: string, places: ColumnPlaces, columns: readonly MergedColumn[], daysLater: number): SideRows {
  const found = new Map<string, SideRow[]>();
  const unnamed: SideRow[] = [];
  for (const { row, cells: source } of side.rows) {
    const id = idIn(source[places.get(key)!]?.value ?? '');
    const cells = new Map<string, SideCell>();
    for (const { name, kind } of columns) {
      const place = places.get(name);
      if (place === undefined) continue;
      const { value = '', formula = null } = source[place] ?? {};
      const cell = { value: valueIn(kind, value, daysLater), formula };
      if (cell.value !== null || formula !== null) cells.set(name, cell);
    }
    const read = { id, row, cells };
    if (id !== '') found.set(foldId(id), [...(found.get(foldId(id)) ?? []), read]);
    else if ([...cells.values()].some(({ formula }) => formula === null)) unnamed.push(read);
  }
  return {
    byId: new Map([...found].flatMap(([id, rows]) => (rows.length === 1 ? [[id, rows[0]!] as const] : []))),
    unnamed,
    doubled: new Map([...found].filter(([, rows]) => rows.length > 1)),
  };
}

export const idIn = (value: CellContent): string => String(value).trim();
