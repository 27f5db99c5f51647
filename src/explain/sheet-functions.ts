import { sum } from '../domain/money/money';
import { isErrorCell, plainValue, rangeOf, type PlainValue } from '../cells/cell-value';
import { serialShift } from '../cells/context';
import {
  addDays,
  addMonths,
  dayOfMonthOf,
  dayOfSerial,
  endOfMonth,
  makeDay,
  monthOf,
  serialOf,
  yearOf,
  type Day,
} from '../domain/calendar/day';
import { Problem } from '../domain/problem';
import { errorValue, firstValue, type ErrorValue } from './values';

/** Ends a function with an error value. */
class SheetError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** The few Excel functions that people use around or inside COOP functions. Each takes values or matrices of them. */
export const SHEET_FUNCTIONS: Record<string, ((...values: unknown[]) => unknown) | undefined> = {
  ABS: (x) => Math.abs(number(x)),
  AND: (...values) => values.flatMap(cells).every(truth),
  AVERAGE: (...values) => {
    const all = numbersIn(values);
    if (all.length === 0) throw new SheetError('#DIV/0!');
    return sum(all) / all.length;
  },
  CONCAT: (...values) => values.flatMap(cells).map(text).join(''),
  CONCATENATE: (...values) => values.map(text).join(''),
  COUNT: (...values) => numbersIn(values).length,
  DATE: (year, month, day) => serial(dated(Math.trunc(number(year)), Math.trunc(number(month)), Math.trunc(number(day)))),
  DAY: (x) => dayOfMonthOf(day(x)),
  EDATE: (x, months) => serial(addMonths(day(x), Math.trunc(number(months)))),
  EOMONTH: (x, months) => serial(endOfMonth(addMonths(day(x), Math.trunc(number(months))))),
  EXACT: (a, b) => text(a) === text(b),
  FALSE: () => false,
  INDEX: (range, row, column) => indexed(rangeOf(range), row === undefined ? 0 : number(row), column === undefined ? null : number(column)),
  INT: (x) => Math.floor(number(x)),
  ISBLANK: (x) => firstValue(x) === null || firstValue(x) === '',
  ISERROR: (x) => isErrorCell(firstValue(x)),
  ISNUMBER: (x) => typeof firstValue(x) === 'number',
  ISTEXT: (x) => typeof firstValue(x) === 'string' && firstValue(x) !== '',
  LEFT: (x, n) => text(x).slice(0, n === undefined ? 1 : countOf(n)),
  LEN: (x) => text(x).length,
  LOWER: (x) => text(x).toLowerCase(),
  MAX: (...values) => most(numbersIn(values), Math.max),
  MID: (x, from, n) => {
    const start = countOf(from, 1) - 1;
    return text(x).slice(start, start + countOf(n));
  },
  MIN: (...values) => most(numbersIn(values), Math.min),
  MOD: (a, b) => {
    if (number(b) === 0) throw new SheetError('#DIV/0!');
    return number(a) - number(b) * Math.floor(number(a) / number(b));
  },
  MONTH: (x) => monthOf(day(x)),
  NA: () => errorValue('#N/A'),
  NOT: (x) => !truth(plainOf(x)),
  OR: (...values) => values.flatMap(cells).some(truth),
  RIGHT: (x, n) => {
    const whole = text(x);
    return whole.slice(Math.max(0, whole.length - (n === undefined ? 1 : countOf(n))));
  },
  ROUND: (x, digits) => rounded(number(x), number(digits ?? 0), Math.round),
  ROUNDDOWN: (x, digits) => rounded(number(x), number(digits ?? 0), Math.floor),
  ROUNDUP: (x, digits) => rounded(number(x), number(digits ?? 0), Math.ceil),
  ROWS: (range) => rangeOf(range).length,
  COLUMNS: (range) => rangeOf(range)[0]!.length,
  SINGLE: (x) => (Array.isArray(x) && rangeOf(x).flat().length > 1 ? undefined : firstValue(x)),
  SUM: (...values) => sum(numbersIn(values)),
  TRIM: (x) => text(x).trim().replace(/ +/g, ' '),
  TRUE: () => true,
  UPPER: (x) => text(x).toUpperCase(),
  YEAR: (x) => yearOf(day(x)),
};

/** A value as a number, converted as Excel's operators do. */
export function number(value: unknown): number {
  const plain = plainOf(value);
  if (typeof plain === 'number') return plain;
  if (plain === null || plain === '') return plain === '' && typeof value === 'string' ? fail('#VALUE!') : 0;
  if (typeof plain === 'boolean') return Number(plain);
  const trimmed = plain.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i.test(trimmed)
    ? trimmed.endsWith('%')
      ? Number(trimmed.slice(0, -1)) / 100
      : Number(trimmed)
    : fail('#VALUE!');
}

/** A value as text, converted as & does. */
export function text(value: unknown): string {
  const plain = plainOf(value);
  if (plain === null) return '';
  return typeof plain === 'boolean' ? String(plain).toUpperCase() : String(plain);
}

/** A value as a condition. */
export function truth(value: unknown): boolean {
  const plain = plainOf(value);
  if (typeof plain === 'string' && plain !== '') {
    const upper = plain.toUpperCase();
    return upper === 'TRUE' ? true : upper === 'FALSE' ? false : fail('#VALUE!');
  }
  return Boolean(plain);
}

/** The plain value; throws if it's an error. */
function plainOf(value: unknown): Exclude<PlainValue, { error: string }> {
  const plain = Array.isArray(value) ? firstValue(value) : plainValue(value);
  return isErrorCell(plain) ? fail(plain.error) : plain;
}

/** The error value for what a function threw. */
export function errorOf(thrown: unknown): ErrorValue {
  if (thrown instanceof SheetError) return errorValue(thrown.code);
  if (thrown instanceof Problem || thrown instanceof RangeError) return errorValue('#NUM!');
  throw thrown;
}

function fail(code: string): never {
  throw new SheetError(code);
}

const cells = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? rangeOf(value)
        .flat()
        .filter((cell) => cell !== '' && cell !== null)
    : [value];

/** The numbers among values. Text and TRUE or FALSE count only if written in the formula itself, not in cells. */
function numbersIn(values: unknown[]): number[] {
  return values.flatMap((value) => {
    if (!Array.isArray(value)) return [number(value)];
    return cells(value)
      .map(plainOf)
      .filter((cell) => typeof cell === 'number');
  });
}

/** Math.max can't take a hundred thousand arguments. */
const most = (all: number[], pick: (a: number, b: number) => number): number => (all.length === 0 ? 0 : all.reduce((a, b) => pick(a, b)));

/** Undefined for more digits than a number can have, where Excel's answer isn't documented. */
function rounded(x: number, digits: number, round: (magnitude: number) => number): number | undefined {
  const places = Math.trunc(digits);
  const scaled = shifted(Math.abs(x), places);
  return Number.isFinite(scaled) ? Math.sign(x) * shifted(round(scaled), -places) : undefined;
}

/** A number with its decimal point moved, without the error of a multiplication. */
function shifted(x: number, places: number): number {
  const [digits, exponent = '0'] = String(x).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** A number of characters, or a position, as text functions take it. */
function countOf(value: unknown, least = 0): number {
  const count = Math.trunc(number(value));
  return count < least ? fail('#VALUE!') : count;
}

function indexed(range: unknown[][], row: number, column: number | null): unknown {
  const [down, across] = column === null && range.length === 1 ? [1, row] : [row, column ?? (range[0]!.length === 1 ? 1 : 0)];
  if (down < 0 || across < 0 || down > range.length || across > range[0]!.length) fail('#REF!');
  if (down === 0 && across === 0) return range;
  if (down === 0) return range.map((cellsOfRow) => [cellsOfRow[across - 1]]);
  if (across === 0) return [range[down - 1]!];
  return range[down - 1]![across - 1];
}

const day = (value: unknown): Day => dayOfSerial(checkedSerial(Math.floor(number(value))) + serialShift());
const serial = (date: Day): number => checkedSerial(serialOf(date) - serialShift());

/** Excel has days from 1900 through 9999. */
const checkedSerial = (days: number): number => (days >= 0 && days <= LAST_SERIAL ? days : fail('#NUM!'));
const LAST_SERIAL = 2_958_465;

/** Months and days out of range roll over, as in Excel's DATE. */
function dated(year: number, month: number, dayOfMonth: number): Day {
  return addDays(addMonths(makeDay(year < 1900 ? year + 1900 : year, 1, 1), month - 1), dayOfMonth - 1);
}
