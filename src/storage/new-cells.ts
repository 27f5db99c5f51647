import { sumOf } from '../domain/money/money';
import { isSameFormula } from '../records/formula-spelling';
import type { NewCell, NewRow, CellContent } from '../records/table';

/** A cell as written to Excel. A leading apostrophe keeps text as text, whatever it looks like. */
export function written(cell: NewCell | null): CellContent | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell === 'object') return cell.formula;
  return cell === '' ? '' : `'${cell}`;
}

/** Whether a cell reads back as it was written. */
export function stands(found: CellContent, cell: NewCell | null): boolean {
  if (cell === null) return true;
  if (typeof cell === 'object') return typeof found === 'string' && isSameFormula(found, cell.formula);
  // The apostrophe isn't part of the text. In a cell formatted as text it would be, so that format is removed first.
  if (typeof cell === 'string' && found === `'${cell}`) return true;
  return typeof cell === 'number' ? typeof found === 'number' && Math.abs(found - cell) <= Math.abs(cell) * 1e-12 : found === cell;
}

/** The approximate size of rows in a request, in bytes. */
export const bytesOf = (rows: readonly NewRow[]): number => sumOf(rows, sizeOf);
/** The approximate size of a row, in bytes. */
export const sizeOf = (row: NewRow): number =>
  row.reduce<number>(
    (sum, cell) =>
      sum + (typeof cell === 'string' ? cell.length * 1.5 + 4 : typeof cell === 'object' && cell ? cell.formula.length * 1.3 + 4 : 12),
    8,
  );

/** Whether a cell is non-blank text. */
export const isWords = (cell: NewCell | null): boolean => typeof cell === 'string' && cell !== '';

/** A row with one filled cell, as a placeholder for ours. */
export function placeholderOf(row: NewRow): (CellContent | null)[] {
  const first = row.findIndex((cell) => cell !== null && cell !== '');
  return row.map((_, index) => (index === first ? 0 : null));
}

/** Groups positions into runs of consecutive ones. */
export function runsOf(positions: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === position - 1) last.push(position);
    else runs.push([position]);
  }
  return runs;
}
