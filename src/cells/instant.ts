import { isErrorCell, plainValue } from './cell-value';
import { serialShift } from './context';
import { SECONDS_A_DAY, utcSecondsOf } from '../domain/calendar/day';

/**
 * A cell's instant in whole seconds, to compare which is later; null if it can't be read. In the 1904 date system, a serial
 * is shifted like any other day; text isn't.
 */
export function instantOf(cell: unknown): number | null {
  const plain = plainValue(cell);
  if (plain === null || isErrorCell(plain) || typeof plain === 'boolean' || plain === 0) return null;
  return typeof plain === 'number' ? Math.round((plain + serialShift()) * SECONDS_A_DAY) : utcSecondsOf(plain);
}
