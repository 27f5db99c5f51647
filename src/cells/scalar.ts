import { errorOfCell } from './cell-error';
import { isErrorCell, plainValue } from './cell-value';

/** One value a person gave: typed into a formula or standing in a cell. */
export type Given = number | string | boolean;

/** One value: rich values opened, text trimmed, an error cell passed on as the answer's own error; null if omitted. */
export function scalarOf(value: unknown, name: string): Given | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const plain = plainValue(value);
  if (isErrorCell(plain)) {
    const what = Array.isArray(value) ? 'this takes one cell, not a range' : `the value given is ${plain.error}`;
    throw errorOfCell(plain.error, `${name}: ${what}.`);
  }
  return typeof plain === 'string' ? plain.trim() : plain;
}

/** Whether nothing was given. Depending on its version, Excel sends a blank cell as 0, nothing or an empty text. */
export const isBlank = (given: Given | null): given is null => given === null || given === '' || given === 0;

/** What was found, as a sentence shows it. */
export function said(given: Given): string {
  if (typeof given !== 'string') return String(given).toUpperCase();
  return given.length > LONGEST_SHOWN ? `"${given.slice(0, LONGEST_SHOWN)}…"` : `"${given}"`;
}

const LONGEST_SHOWN = 60;
