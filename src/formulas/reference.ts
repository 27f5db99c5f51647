/**
 * Cells a formula points at, as it writes them. `sheet` is where they stand; left out, the formula's own sheet.
 * A table of null is the one the formula stands in.
 */
export type Reference =
  | { kind: 'range'; sheet?: string; address: string; spill?: boolean }
  | { kind: 'name'; name: string }
  | { kind: 'table'; table: string | null; part: TablePart; columns: readonly [] | readonly [string] | readonly [string, string] };

/** Which rows of a table: `this row` is the row of the formula. */
export type TablePart = 'all' | 'data' | 'headers' | 'totals' | 'this row';

/** What stands in cells that were asked for, or why it could not be had. */
export type CellsFound = { values: (string | number | boolean)[][] } | { missing: string };
