import { isErrorCell, plainValue, type PlainValue } from '../cells/cell-value';
import { serialShift } from '../cells/context';
import { isErrorText } from '../cells/error-text';
import { dayOfSerial } from '../domain/calendar/day';
import type { Problem, ProblemKind } from '../domain/problem';

/** An error as Excel passes it to a COOP function. */
export interface ErrorValue {
  type: 'Error';
  basicType: 'Error';
  basicValue: string;
}

/** The result of a part of a formula: a value or a matrix of values, or why it can't be known here. */
export type Reading = { value: unknown } | { unknown: string };

/** The error value for a code such as #N/A. */
export const errorValue = (code: string): ErrorValue => ({ type: 'Error', basicType: 'Error', basicValue: code });

/** The error a cell shows for a problem. If an argument was an error cell, that's its error, which only the sentence names. */
export function errorCodeOf(problem: Problem): string {
  const passed = /\bis (#(?:N\/A|NAME\?|[A-Z0-9/]+!))\.$/.exec(problem.message)?.[1];
  return passed ?? ERROR_CODES[problem.kind];
}

const ERROR_CODES: Record<ProblemKind, string> = { 'bad input': '#VALUE!', 'not covered': '#N/A', 'out of range': '#NUM!' };

/** Cells as Office.js returns them, with error texts turned into error values. */
export const cellValues = (values: readonly (readonly unknown[])[]): unknown[][] =>
  values.map((row) => row.map((value) => (isErrorText(value) ? errorValue(value) : value)));

/** The top-left value, as a plain value. */
export function firstValue(value: unknown): PlainValue {
  return plainValue(Array.isArray(value) ? (Array.isArray(value[0]) ? value[0][0] : value[0]) : value);
}

/** A value as text: dates as yyyy-mm-dd, a small range as its cells, a larger one as its size. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) {
    const rows = value as unknown[][];
    const columns = rows[0]?.length ?? 0;
    if (rows.length === 1 && columns === 1) return shown(rows[0]![0]);
    if (rows.length * columns <= SHOWN_CELLS) return rows.map((row) => row.map(shown).join(', ')).join('; ');
    return `${rows.length.toLocaleString('en-US')} rows × ${columns} columns`;
  }
  const format = (value as { numberFormat?: unknown } | null)?.numberFormat;
  const plain = plainValue(value);
  if (isErrorCell(plain)) return plain.error;
  if (plain === null || plain === '') return 'blank';
  if (typeof plain === 'number') {
    return typeof format === 'string' && /y/.test(format)
      ? dayOfSerial(Math.floor(plain) + serialShift())
      : String(Number(plain.toPrecision(15)));
  }
  return typeof plain === 'boolean' ? String(plain).toUpperCase() : plain;
}

/** A result's cells as text. */
export const cellTexts = (value: unknown): string[][] =>
  (Array.isArray(value) ? (value as unknown[][]) : [[value]]).map((row) => row.map((cell) => (cell === '' ? '' : shown(cell))));

const SHOWN_CELLS = 4;
