import { isErrorCell, plainValue } from '../../cells/cell-value';
import { serialShift } from '../../cells/context';
import { utcSecondsOf } from '../../domain/calendar/day';

/**
 * The instant of a cell in whole seconds, for telling which of two is later; null where there is none to read. In a
 * workbook of the 1904 system a serial is shifted like any other day; a text is not.
 */
export function instantOf(cell: unknown): number | null {
  const plain = plainValue(cell);
  if (plain === null || isErrorCell(plain) || typeof plain === 'boolean' || plain === 0) return null;
  return typeof plain === 'number' ? Math.round((plain + serialShift()) * SECONDS_A_DAY) : utcSecondsOf(plain);
}

const SECONDS_A_DAY = 86_400;
