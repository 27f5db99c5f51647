import type { ICellData, numfmt as univerNumfmt } from '@univerjs/core';

/** A cell's value as Excel returns it: a number, text, TRUE or FALSE; '' if blank, text such as '#N/A' for an error. */
export type CellValue = string | number | boolean;

/** The number formatting library inside Univer. */
export type Numfmt = typeof univerNumfmt;

/** Excel's 1900 or 1904 date system. */
export type DateSystem = 1900 | 1904;

/** Days between the two date systems. */
export const DAYS_1904 = 1462;

const ERRORS = new Set([
  '#VALUE!',
  '#N/A',
  '#NUM!',
  '#DIV/0!',
  '#NAME?',
  '#REF!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#FIELD!',
  '#CYCLE!',
  '#ERROR!',
  '#CONNECT!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#PYTHON!',
]);

/** Whether a value is one of Excel's error values. */
export function isError(value: unknown): value is string {
  return typeof value === 'string' && value.charCodeAt(0) === 35 && ERRORS.has(value);
}

/** Univer's cell types. Its enum can't be imported here. */
const TEXT: number = 1;
const NUMBER: number = 2;
const BOOLEAN: number = 3;
const FORCED_TEXT: number = 4;

/** The parts of a Univer cell to replace; null clears a part. */
export interface CellWrite {
  v?: string | number | null;
  t?: number;
  f?: string | null;
  si?: null;
  p?: null;
  s?: Record<string, unknown> | null;
}

const EMPTY: CellWrite = { v: null, f: null, si: null, p: null };
const typed = (value: string | number, type: number): CellWrite => ({ v: value, t: type, f: null, si: null, p: null });

const MONTH_OR_BOOLEAN = /^(true$|false$|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** What Excel stores when a value is written to a cell with that number format. */
export function cellFor(value: CellValue, format: string, numfmt: Numfmt, dateSystem: DateSystem): CellWrite {
  if (value === '') return EMPTY;
  if (format === '@') return typed(typeof value === 'boolean' ? String(value).toUpperCase() : String(value), FORCED_TEXT);
  if (typeof value === 'number') return typed(value, NUMBER);
  if (typeof value === 'boolean') return typed(value ? 1 : 0, BOOLEAN);
  if (value.startsWith("'")) return typed(value.slice(1), FORCED_TEXT);
  if (value.startsWith('=') && value.length > 1) return { f: value, v: null, si: null, p: null };
  // Parsing 20,000 plain words took 300 ms, so they return early.
  const first = value.charCodeAt(0);
  if (first > 57 && first < 128 && !MONTH_OR_BOOLEAN.test(value)) return typed(value, TEXT);
  const parsed = numfmt.parseValue(value);
  if (!parsed) return typed(value, TEXT);
  if (typeof parsed.v === 'boolean') return typed(parsed.v ? 1 : 0, BOOLEAN);
  const isDate = parsed.z !== undefined && numfmt.isDateFormat(parsed.z);
  const cell = typed(isDate && dateSystem === 1904 ? parsed.v - DAYS_1904 : parsed.v, NUMBER);
  if (parsed.z && (!format || format === 'General')) cell.s = { n: { pattern: parsed.z } };
  return cell;
}

/** The value Excel returns for a Univer cell. */
export function valueOf(cell: ICellData | null | undefined | void): CellValue {
  if (!cell) return '';
  const { v: value } = cell;
  const type = cell.t as number | null | undefined;
  if (value === null || value === undefined) return cell.p?.body?.dataStream.replace(/\r\n$/, '') ?? '';
  if (type === BOOLEAN) return value === true || Number(value) === 1 || value === 'TRUE';
  if (type === NUMBER && typeof value === 'string' && value !== '' && !Number.isNaN(Number(value))) return Number(value);
  return value;
}

/** The Excel.RangeValueType of a value. */
export function typeOf(value: CellValue): 'Empty' | 'Double' | 'Boolean' | 'Error' | 'String' {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isError(value) ? 'Error' : 'String';
}

/** The General format: at most 11 characters, otherwise an exponent. */
function general(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e11) return String(value);
  if (size >= 1e11 || size < 1e-9) {
    const [digits = '', exponent = ''] = value.toExponential(5).split('e');
    const [, sign, power = ''] = /^([+-])(\d+)$/.exec(exponent) ?? [];
    return `${String(Number(digits))}E${sign}${power.padStart(2, '0')}`;
  }
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1);
  const [integer, fraction = ''] = value.toFixed(Math.max(0, 10 - whole)).split('.');
  const decimals = fraction.replace(/0+$/, '');
  return decimals ? `${integer}.${decimals}` : integer!;
}

/** The text that the cell shows. */
export function textOf(value: CellValue, format: string, numfmt: Numfmt, dateSystem: DateSystem): string {
  if (value === '') return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isError(value)) return value;
  if (!format || format === 'General') return typeof value === 'number' ? general(value) : value;
  try {
    const shifted = dateSystem === 1904 && typeof value === 'number' && numfmt.isDateFormat(format) ? value + DAYS_1904 : value;
    return numfmt.format(format, shifted, { throws: true });
  } catch {
    return '#####';
  }
}
