import { SECONDS_A_DAY } from '../../domain/calendar/day';
import { isExact, type Micros } from '../../domain/money/money';
import { LineCells, type Cells } from './line-cells';
import { hashBytes, type TextHash } from './text-hash';

/**
 * Reads cells by their bytes where they are spelled as in the download, as nearly all are, so that they don't become text.
 * What is spelled in any other way is null or false here, and read as text.
 */

/**
 * The millionths of a plain decimal; null for other spellings, and for three decimals, since their point could separate
 * thousands.
 */
export function plainMicros(cells: Cells, column: number): Micros | null {
  if (!(cells instanceof LineCells) || column >= cells.length) return null;
  const { bytes } = cells;
  const begin = cells.begins[column]!;
  const end = cells.ends[column]!;
  const first = bytes[begin] === MINUS ? begin + 1 : begin;
  if (end === first || end - first > MOST_DIGITS) return null;
  let digits = 0;
  let point = end;
  for (let position = first; position < end; position++) {
    const digit = bytes[position]! - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === POINT && point === end && position > first) point = position;
    else return null;
  }
  const unit = point === end ? 1e6 : UNITS[end - point - 1];
  if (unit === undefined) return null;
  const micros = first > begin ? 0 - digits * unit : digits * unit;
  return isExact(micros) ? micros : NaN;
}

/** The seconds since 2000 of an instant of this century such as 2024-11-16T02:10:11.000Z; null for other spellings. */
export function plainSeconds(cells: Cells, column: number): number | null {
  if (!(cells instanceof LineCells) || column >= cells.length) return null;
  const { bytes } = cells;
  const begin = cells.begins[column]!;
  const end = cells.ends[column]!;
  const isPlain =
    (end - begin === 24 || end - begin === 20) &&
    bytes[begin + 4] === MINUS &&
    bytes[begin + 7] === MINUS &&
    bytes[begin + 10] === T &&
    bytes[begin + 13] === COLON &&
    bytes[begin + 16] === COLON &&
    bytes[end - 1] === Z;
  if (!isPlain || twoDigits(bytes, begin) !== 20) return null;
  const year = twoDigits(bytes, begin + 2);
  const month = twoDigits(bytes, begin + 5);
  const day = twoDigits(bytes, begin + 8);
  const hours = twoDigits(bytes, begin + 11);
  const minutes = twoDigits(bytes, begin + 14);
  const seconds = twoDigits(bytes, begin + 17);
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]! && hours < 24 && minutes < 60 && seconds < 60;
  return isReal && year >= 0 ? daysSince2000(year, month, day) * SECONDS_A_DAY + hours * 3600 + minutes * 60 + seconds : null;
}

/** The days from 2000-01-01 to a day of this century, in which every fourth year is a leap year. */
function daysSince2000(year: number, month: number, day: number): number {
  const leapDays = Math.ceil(year / 4) + (year % 4 === 0 && month > 2 ? 1 : 0);
  return year * 365 + leapDays + DAYS_BEFORE[month - 1]! + day - 1;
}

/** Whether a cell is a GUID in small letters, other than that of zeros: `comparableEarningId` then leaves it as it is. Hashes it as `hashText` does. */
export function hashPlainId(cells: Cells, column: number, { a, b }: TextHash, into: TextHash): boolean {
  if (!(cells instanceof LineCells) || column >= cells.length) return false;
  const { bytes } = cells;
  const begin = cells.begins[column]!;
  if (cells.ends[column]! - begin !== GUID_LENGTH) return false;
  let isZero = true;
  for (let place = 0; place < GUID_LENGTH; place++) {
    const byte = bytes[begin + place]!;
    if (place === 8 || place === 13 || place === 18 || place === 23) {
      if (byte !== MINUS) return false;
      continue;
    }
    const digit = byte - ZERO;
    if (!((digit >= 0 && digit <= 9) || (byte >= SMALL_A && byte <= SMALL_F))) return false;
    if (digit !== 0) isZero = false;
  }
  if (isZero) return false;
  hashBytes(bytes, begin, begin + GUID_LENGTH, a, b, into);
  return true;
}

const MINUS = 45;
const ZERO = 48;
/** A point less a zero. */
const POINT = -2;
const COLON = 58;
const T = 84;
const Z = 90;
const SMALL_A = 97;
const SMALL_F = 102;
/** The days of each month. February 29 is read as text. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const GUID_LENGTH = 36;
/** A whole number of so many digits is exact. */
const MOST_DIGITS = 15;
/** Millionths of the last digit, by number of decimals. */
const UNITS = [undefined, 1e5, 1e4, undefined, 1e2, 10, 1];

function twoDigits(bytes: Uint8Array, position: number): number {
  const tens = bytes[position]! - ZERO;
  const ones = bytes[position + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
