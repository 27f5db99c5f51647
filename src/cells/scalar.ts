import { errorOfCell } from './cell-error';
import { isErrorCell, plainValue } from './cell-value';

/** A value from a formula or a cell. */
export type Given = number | string | boolean;

/** A single value, unwrapped and trimmed; null if omitted. Throws a cell error for an error cell, so that the result has the same error. */
export function scalarOf(value: unknown, name: string): Given | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const plain = plainValue(value);
  if (isErrorCell(plain)) {
    const what = Array.isArray(value) ? 'this takes one cell, not a range' : `the value given is ${plain.error}`;
    throw errorOfCell(plain.error, `${name}: ${what}.`);
  }
  return typeof plain === 'string' ? plain.trim() : plain;
}

/** Whether a value is blank. Depending on its version, Excel passes a blank cell as 0, null or ''. */
export const isBlank = (given: Given | null): given is null => given === null || given === '' || given === 0;

/** A value for a sentence. */
export function said(given: Given): string {
  if (typeof given !== 'string') return String(given).toUpperCase();
  return given.length > LONGEST_SHOWN ? `"${given.slice(0, LONGEST_SHOWN)}…"` : `"${given}"`;
}

const LONGEST_SHOWN = 60;
