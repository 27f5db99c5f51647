import { isErrorCell, plainValue, type PlainValue } from '../cells/cell-value';
import { serialShift } from '../cells/context';
import { isErrorText } from '../cells/error-text';
import { dayOfSerial } from '../domain/calendar/day';
import type { Problem, ProblemKind } from '../domain/problem';

/** An error as a value, in the shape a COOP function gets it from Excel. */
export interface ErrorValue {
  type: 'Error';
  basicType: 'Error';
  basicValue: string;
}

/** What part of a formula comes to: a value or a matrix of values, or the reason why that cannot be known here. */
export type Reading = { value: unknown } | { unknown: string };

/** An error as a value. */
export const errorValue = (code: string): ErrorValue => ({ type: 'Error', basicType: 'Error', basicValue: code });

/** The error a cell shows for a problem. An argument's own error cell passes through under its own name, which only the sentence tells. */
export function errorCodeOf(problem: Problem): string {
  const passed = /\bis (#(?:N\/A|NAME\?|[A-Z0-9/]+!))\.$/.exec(problem.message)?.[1];
  return passed ?? ERROR_CODES[problem.kind];
}

const ERROR_CODES: Record<ProblemKind, string> = { 'bad input': '#VALUE!', 'not covered': '#N/A', 'out of range': '#NUM!' };

/** Cells as Excel.js gives them, with their error texts made into errors again. */
export const cellValues = (values: readonly (readonly unknown[])[]): unknown[][] =>
  values.map((row) => row.map((value) => (isErrorText(value) ? errorValue(value) : value)));

/** The value in the upper left corner, Excel's wrappings off. */
export function firstValue(value: unknown): PlainValue {
  return plainValue(Array.isArray(value) ? (Array.isArray(value[0]) ? value[0][0] : value[0]) : value);
}

/** How a value reads: dates as yyyy-mm-dd, a range by its size or, when small, its cells. */
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
