import { isErrorCell, plainValue } from '../../cells/cell-value';
import { dayOfCell } from '../../cells/serial';
import { SECONDS_A_DAY, serialOf, utcDayOf } from '../../domain/calendar/day';
import { centsOf, centsOfNumber, isExact, microsOf, microsOfNumber, type Cents, type Micros } from '../../domain/money/money';
import { decimalOf, writtenAmount, type WrittenAmount } from '../../domain/money/written-amount';
import { bareText } from '../bare-text';
import { isBlank } from '../range/columns';
import type { Dictionary } from '../range/dictionary';
import { outOfRange } from '../../domain/problem';
import { instantOf } from '../../cells/instant';
import type { DateMarks } from './date-marks';
import { KnownCells } from './known-cells';
import { LineCells, type Cells } from './line-cells';
import { plainSeconds } from './plain-cells';
import { RecentTexts } from './recent-texts';
import { NOT_IN_CELLS } from './shown-text';

/** Numbers the names of a column, like the dictionary it fills, but fast and without keeping the file's text in memory. */
export class NameColumn<E> {
  private readonly texts: RecentTexts;
  private readonly known = new KnownCells((cell) => this.at(cell), MAX_NAMES);

  constructor(
    readonly dictionary: Dictionary<E>,
    called: string,
  ) {
    this.texts = new RecentTexts(
      (text) => dictionary.at(bareText(nameText(text))),
      MAX_NAMES,
      () => {
        throw outOfRange(
          `There are more than ${MAX_NAMES.toLocaleString('en-US')} different names for ${called}. Is that the right column?`,
        );
      },
    );
  }

  /** The number of the entry in a row's cell, or BLANK or UNREADABLE; a missing cell is blank. */
  in(cells: Cells, column: number): number {
    return this.known.at(cells, column);
  }

  private at(cell: unknown): number {
    return typeof cell === 'string' ? this.texts.at(cell) : this.dictionary.at(cell);
  }
}

/** Excel accepts neither control characters nor longer texts, and would refuse the whole write. */
const nameText = (text: string): string => text.slice(0, LONGEST_NAME).replace(NOT_IN_CELLS, ' ').trim();

const LONGEST_NAME = 1000;
const MAX_NAMES = 50_000;

/** No day: the cell is blank or can't be read. */
export const NO_DAY = { blank: -1, unreadable: 0 } as const;

/**
 * Reads earning dates as serials of the 1900 system. Texts repeat within a column, so each is parsed once; what a date that
 * isn't written as in the download means depends on its column.
 */
export function dayReader(): (cells: Cells, column: number, marks: DateMarks) => number {
  const texts = new RecentTexts((text) => dayOfText(bareText(text)), MAX_DAYS);
  const known = new KnownCells((cell) => (typeof cell === 'string' ? texts.at(cell) : dayOfValue(cell)), MAX_DAYS);
  return (cells, column, marks) => {
    const day = known.at(cells, column);
    const cell = day === NO_DAY.unreadable ? cells.at(column) : null;
    return typeof cell === 'string' ? dayInColumn(cell, marks) : day;
  };
}

function dayInColumn(cell: string, column: DateMarks): number {
  const seconds = column.secondsAt(cell);
  const serial = seconds === null ? NO_DAY.unreadable : Math.floor(seconds / SECONDS_A_DAY);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : NO_DAY.unreadable;
}

const FIRST_SERIAL = serialOf('2000-01-01');
const LAST_SERIAL = serialOf('2099-12-31');

const MAX_DAYS = 20_000;

function dayOfText(text: string): number {
  if (text === '') return NO_DAY.blank;
  const day = utcDayOf(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  const serial = day === null ? NO_DAY.unreadable : serialOf(day);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : NO_DAY.unreadable;
}

function dayOfValue(cell: unknown): number {
  const plain = plainValue(cell);
  if (typeof plain === 'string') return dayOfText(plain.trim());
  if (isBlank(plain)) return NO_DAY.blank;
  const day = typeof plain === 'number' ? dayOfCell(plain) : null;
  return day === null ? NO_DAY.unreadable : serialOf(day);
}

/** An amount's millionths of a dollar; NaN if it can't be read or is too large for one earning, null if the cell is blank. */
export function microsAt(cell: unknown): Micros | null {
  const micros = amountAt(cell, microsOf, microsOfNumber);
  return micros === null || isExact(micros) ? micros : NaN;
}

/** An amount in another currency, in hundredths; NaN and null as above. Its numbers may be larger than dollars are. */
export const hundredthsAt = (cell: unknown): Cents | null => amountAt(cell, centsOf, centsOfNumber);

function amountAt(cell: unknown, ofText: (text: string) => number | null, ofNumber: (n: number) => number): number | null {
  const plain = plainValue(cell);
  if (plain === null) return null;
  if (typeof plain === 'number') return ofNumber(plain);
  if (typeof plain !== 'string') return NaN;
  const text = bareText(plain);
  if (text === '') return null;
  const decimal = decimalIn(plain);
  return decimal === null ? ofNumber(scientific(text)) : ofText(decimal)!;
}

/** The one decimal that a text can mean, such as -1234.50 for (1.234,50); null if it could mean two, or none. */
function decimalIn(text: string): string | null {
  if (PLAIN.test(text)) return text;
  const written = writtenAmount(unwrapped(text));
  const decimal = written === null || written === 'signs' ? null : decimalOf(written.digits);
  return decimal === null ? null : (written as WrittenAmount).sign + decimal;
}

/** An amount as its sign and digits, to look at its separators; a text that isn't one stays as it is. */
export function signAndDigits(cell: string): string {
  if (ONLY_DIGITS.test(cell)) return cell;
  const written = writtenAmount(unwrapped(cell));
  return written === null || written === 'signs' ? cell : written.sign + written.digits;
}

/** Spaces are part of an accounting format, so a text without Excel's wrapping keeps them. */
const unwrapped = (text: string): string => (text.includes('="') ? bareText(text) : text);

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const ONLY_DIGITS = /^-?[\d.]+$/;

/** 1E-05 is a number; in 1.23E+06 a spreadsheet has dropped the digits down to the cent. */
function scientific(text: string): number {
  const match = /^[+-]?\d+(?:\.(\d+))?E([+-]?\d{1,3})$/i.exec(text);
  return match && (match[1] ?? '').length >= Number(match[2]) + 2 ? Number(text) : NaN;
}

/** Whether a spreadsheet has rounded an ID: shown as 1.23E+15, or with more digits than Excel stores. */
export function isRoundedId(cell: unknown): boolean {
  if (typeof cell === 'string') return cell.charCodeAt(cell.length - 3) === PLUS && /^\d(?:[.,]\d+)?E\+\d\d$/i.test(cell);
  return isRoundedNumber(cell);
}

/** Whether a cell has a number with more digits than Excel stores. */
function isRoundedNumber(cell: unknown): boolean {
  const plain = typeof cell === 'string' ? null : plainValue(cell);
  return typeof plain === 'number' && Math.abs(plain) >= FIRST_ROUNDED;
}

const PLUS = 43;
const FIRST_ROUNDED = 1e15;

/** The instant of a calculation in seconds since 2000, or 0. */
export function calculatedAt(cells: Cells, column: number, marks: DateMarks): number {
  const plain = plainSeconds(cells, column);
  if (plain !== null) return plain;
  const cell = cells.at(column);
  return sinceYear2000(instantOf(cell) ?? (typeof cell === 'string' && cell !== '' ? marks.secondsAt(cell) : null));
}

const SECONDS_TO_2000 = 36_526 * 86_400;

function sinceYear2000(instant: number | null): number {
  const seconds = instant === null ? 0 : Math.floor(instant) - SECONDS_TO_2000;
  return seconds > 0 && seconds < 2 ** 32 ? seconds : 0;
}

/** Whether a row's cell has an error, also as text. */
export const isErrorTextIn = (cells: Cells, column: number): boolean =>
  !(cells instanceof LineCells && cells.byteAt(column, 0) !== NUMBER_SIGN) && isErrorText(cells.at(column));

/** Whether a spreadsheet has rounded the ID in a row's cell. */
export const isRoundedIdIn = (cells: Cells, column: number): boolean =>
  !(cells instanceof LineCells && cells.byteAt(column, -3) !== PLUS) && isRoundedId(cells.at(column));

/** Whether a row's cell is a number with more digits than Excel stores. Those of a file are texts. */
export const isRoundedNumberIn = (cells: Cells, column: number): boolean => !(cells instanceof LineCells) && isRoundedNumber(cells[column]);

/** Whether a row's cell is an Excel error. */
export const isErrorIn = (cells: Cells, column: number): boolean => !(cells instanceof LineCells) && isError(cells[column]);

const isError = (cell: unknown): boolean => typeof cell === 'object' && isErrorCell(plainValue(cell));

/** Whether a cell has an Excel error, also as text in a file, such as #REF!. #N/A doesn't end in a mark: it only means "no value". */
export const isErrorText = (cell: unknown): boolean =>
  isError(cell) || (typeof cell === 'string' && cell.charCodeAt(0) === NUMBER_SIGN && /^#[\p{L}\d/]+[!?]$/u.test(bareText(cell)));

const NUMBER_SIGN = 35;
