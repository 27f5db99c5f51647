import { isErrorCell, plainValue } from '../../cells/cell-value';
import { dayOfCell } from '../../cells/serial';
import { serialOf, utcDayOf } from '../../domain/day';
import { centsOf, centsOfNumber, type Cents } from '../../domain/money';
import { isBlank } from '../columns';
import type { Directory } from '../directory';
import { outOfRange } from '../../domain/problem';
import { instantOf } from '../instant';

/** A text of its own. What a parser cuts from a file keeps alive the whole piece of text it was cut from. */
export const copyOf = (text: string): string => text.split('').join('');

/** Excel's way to keep zeros in a CSV, ="0012", without its wrapping; and without spaces around. */
export function bareText(cell: string): string {
  const text = cell.trim();
  return text.charCodeAt(0) === EQUALS && text.length > 2 && text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1).trim() : text;
}

/** Numbers the names of a column, like the directory it fills, but quickly, and without holding on to the file's text. */
export class NameColumn<E> {
  private readonly known = new Map<string, number>();
  private last = '';
  private lastAt: number;

  constructor(
    readonly directory: Directory<E>,
    private readonly called: string,
  ) {
    this.lastAt = directory.at('');
  }

  /** The number of a cell's entry, or BLANK or UNREADABLE; a cell the row does not have is blank. */
  at(cell: unknown): number {
    if (cell === this.last) return this.lastAt;
    if (typeof cell !== 'string') return this.directory.at(cell);
    let at = this.known.get(cell);
    if (at === undefined) {
      if (this.known.size >= MOST_NAMES) {
        throw outOfRange(`There are more than ${MOST_NAMES.toLocaleString('en-US')} different names of ${this.called}. Is that column the right one?`);
      }
      const own = copyOf(cell);
      at = this.directory.at(bareText(own));
      this.known.set(own, at);
    }
    this.last = cell;
    this.lastAt = at;
    return at;
  }
}

const EQUALS = 61;
const MOST_NAMES = 50_000;

/** No day: the cell is blank, or cannot be read. */
export const NO_DAY = { blank: -1, unreadable: 0 } as const;

/** Reads earning dates as serials of the 1900 system. The texts of a column repeat, so each is taken apart once. */
export function dayReader(): (cell: unknown) => number {
  let known = new Map<string, number>();
  let last = '';
  let lastDay: number = NO_DAY.blank;
  return (cell) => {
    if (cell === last) return lastDay;
    if (typeof cell !== 'string') return dayOfValue(cell);
    let day = known.get(cell);
    if (day === undefined) {
      day = dayOfText(bareText(cell));
      if (known.size >= MOST_DAYS) known = new Map();
      known.set(copyOf(cell), day);
    }
    last = cell;
    lastDay = day;
    return day;
  };
}

const MOST_DAYS = 20_000;

function dayOfText(text: string): number {
  if (text === '') return NO_DAY.blank;
  const day = utcDayOf(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  return day !== null && day >= '2000-01-01' && day <= '2099-12-31' ? serialOf(day) : NO_DAY.unreadable;
}

function dayOfValue(cell: unknown): number {
  const plain = plainValue(cell);
  if (typeof plain === 'string') return dayOfText(plain.trim());
  if (isBlank(plain)) return NO_DAY.blank;
  const day = typeof plain === 'number' ? dayOfCell(plain) : null;
  return day === null ? NO_DAY.unreadable : serialOf(day);
}

/** An amount's cents; NaN where it cannot be read, null where the cell is blank. */
export function centsAt(cell: unknown): Cents | null {
  const plain = typeof cell === 'string' ? cell : plainValue(cell);
  if (plain === null) return null;
  if (typeof plain === 'number') return safe(centsOfNumber(plain));
  if (typeof plain !== 'string') return NaN;
  const cents = centsOf(plain);
  if (cents !== null) return safe(cents);
  const text = bareText(plain);
  return text === '' ? null : safe(centsOf(text) ?? centsOfWritten(text));
}

/**
 * Amounts as people and spreadsheets write them, where they can be read one way only: $1,234.50 and 1.234,50 and 12,5,
 * -(30.00), 1E-05. A single comma or point before three digits, as in 1,234, is not: a decimal comma would look the same.
 */
function centsOfWritten(text: string): Cents {
  const match = /^(\()?([+-]?)(?:US)?\$?([+-]?)([\d.,'\s]+)(\))?$/i.exec(text.replace(/\u2212/g, '-'));
  if (!match) return EXPONENT.test(text) ? centsOfNumber(Number(text)) : NaN;
  const [, open, before = '', after = '', written = '', close] = match;
  if ((open === undefined) !== (close === undefined) || (before !== '' && after !== '') || (open && before + after !== '')) return NaN;
  const digits = plainDecimal(written.replace(/['\s]/g, ''));
  const cents = digits === null ? null : centsOf(digits);
  if (cents === null) return NaN;
  return open !== undefined || before + after === '-' ? 0 - cents : cents;
}

function plainDecimal(text: string): string | null {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) return text.replace(/,/g, '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replace(/\./g, '').replace(',', '.');
  if (/^\d+,(\d{1,2}|\d{4,})$/.test(text)) return text.replace(',', '.');
  return null;
}

const EXPONENT = /^[+-]?\d+(\.\d+)?E[+-]?\d{1,3}$/i;
const safe = (cents: number): number => (Number.isSafeInteger(cents) ? cents : NaN);

/** The instant of a calculation in seconds since 2000, or 0. The report's own form is read without taking the text apart by pattern. */
export function calculatedAt(cell: unknown): number {
  if (typeof cell === 'string' && (cell.length === 24 || cell.length === 20) && cell.endsWith('Z')) {
    const day = cell.slice(0, 10);
    let start = DAY_STARTS.get(day);
    if (start === undefined) {
      if (DAY_STARTS.size >= MOST_DAYS) DAY_STARTS.clear();
      start = sinceYear2000(instantOf(day));
      DAY_STARTS.set(copyOf(day), start);
    }
    const clock = twoDigits(cell, 11) * 3600 + twoDigits(cell, 14) * 60 + twoDigits(cell, 17);
    if (start > 0 && clock >= 0 && cell.charCodeAt(13) === COLON && cell.charCodeAt(16) === COLON) return start + clock;
  }
  return sinceYear2000(instantOf(cell));
}

const DAY_STARTS = new Map<string, number>();
const COLON = 58;
const SECONDS_TO_2000 = 36_526 * 86_400;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1e9;
}

function sinceYear2000(instant: number | null): number {
  const seconds = instant === null ? 0 : Math.floor(instant) - SECONDS_TO_2000;
  return seconds > 0 && seconds < 2 ** 32 ? seconds : 0;
}

/** Whether a cell holds an Excel error. */
export const isError = (cell: unknown): boolean => typeof cell === 'object' && isErrorCell(plainValue(cell));
