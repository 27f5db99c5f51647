/** A formula taken apart. `text` is the part of the formula it stands for, as written. */
export type Formula = { text: string } & (
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

/** Every call in a formula, the inner ones first and those before it to the left. */
export function callsIn(formula: Formula): Extract<Formula, { kind: 'call' }>[] {
  const inner = partsOf(formula).flatMap(callsIn);
  return formula.kind === 'call' ? [...inner, formula] : inner;
}

/** Every reference in a formula. */
export function referencesIn(formula: Formula): Reference[] {
  return formula.kind === 'cells' ? [formula.cells] : partsOf(formula).flatMap(referencesIn);
}

/** What a formula is made of, from left to right. */
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
