/** A parsed formula or a part of one. `text` is that part as written, and `start` its position in the formula. */
export type Formula = Unplaced & { start: number };

/** A part of a formula before its position is known. */
export type Unplaced = { text: string } & (
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'error'; code: string }
  | { kind: 'omitted' }
  | { kind: 'cells'; cells: Reference }
  | { kind: 'call'; name: string; arguments: Formula[] }
  | { kind: 'array'; rows: Formula[][] }
  | { kind: 'unary'; operator: string; operand: Formula }
  | { kind: 'binary'; operator: string; left: Formula; right: Formula }
  | { kind: 'unreadable'; why: string }
);

/**
 * Cells that a formula refers to, as written. Without `sheet` they're on the formula's own sheet. A table of null is the
 * table that the formula is in.
 */
export type Reference =
  | { kind: 'range'; sheet?: string; address: string; spill?: boolean }
  | { kind: 'name'; name: string }
  | { kind: 'table'; table: string | null; part: TablePart; columns: readonly [] | readonly [string] | readonly [string, string] };

/** Rows of a table; `this row` is the formula's row. */
export type TablePart = 'all' | 'data' | 'headers' | 'totals' | 'this row';

/** The values of requested cells, or why they couldn't be read. */
export type CellsFound = { values: (string | number | boolean)[][] } | { missing: string };

/** Every call in a formula, inner calls first, from left to right. */
export function callsIn(formula: Formula): Extract<Formula, { kind: 'call' }>[] {
  const inner = partsOf(formula).flatMap(callsIn);
  return formula.kind === 'call' ? [...inner, formula] : inner;
}

/** Every reference in a formula. */
export function referencesIn(formula: Formula): Reference[] {
  return formula.kind === 'cells' ? [formula.cells] : partsOf(formula).flatMap(referencesIn);
}

/** A formula's direct parts, from left to right. */
export function partsOf(formula: Formula): Formula[] {
  switch (formula.kind) {
    case 'call':
      return formula.arguments;
    case 'array':
      return formula.rows.flat();
    case 'unary':
      return [formula.operand];
    case 'binary':
      return [formula.left, formula.right];
    default:
      return [];
  }
}
