import { serialOf, type Day } from '../domain/calendar/day';
import { dollars, type Cents } from '../domain/money/money';
import { notCovered, outOfRange } from '../domain/problem';
import { dateForm, serialShift } from './context';
import { isTracing } from './trace';

/** A day as Excel shows it: a serial with a date format. */
export interface DateCell {
  type: 'Double' | 'FormattedNumber';
  basicType?: 'Double';
  basicValue: number;
  numberFormat: string;
}

/** What a function may return for a cell. */
export type Cell = number | string | boolean | DateCell;

/** A day for a cell: formatted if the host supports it, otherwise the serial number in the workbook's date system. */
export const dayCell = (day: Day): DateCell | number => serialCell(serialOf(day) - serialShift());

/** A serial number of the workbook's date system, shown as its day. */
export function serialCell(basicValue: number): DateCell | number {
  // An explanation shows days as days on every host.
  switch (isTracing() ? 'Double' : dateForm()) {
    case 'Double':
      return { type: 'Double', basicType: 'Double', basicValue, numberFormat: DATE_FORMAT };
    case 'FormattedNumber':
      return { type: 'FormattedNumber', basicValue, numberFormat: DATE_FORMAT };
    case 'serial':
      return basicValue;
  }
}

/** An amount for a cell, in dollars. */
export const moneyCell = (cents: Cents): number => dollars(cents);

/** Rows as Excel requires them: of the same length, with at least one cell, and without values it would show as 0. */
export function layOut(rows: Cell[][]): Cell[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) throw notCovered('No matches.');
  return rows.map((row) => Array.from({ length: width }, (_, column) => presentable(row[column])));
}

/** A cell as Excel requires it. NaN, Infinity and undefined would become null in JSON, which Excel shows as 0. */
export function presentable(cell: Cell | null | undefined): Cell {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'number') return cell;
  if (!Number.isFinite(cell)) throw outOfRange('The result is too large for a cell.');
  return cell === 0 ? 0 : cell;
}

const DATE_FORMAT = 'yyyy-mm-dd';
