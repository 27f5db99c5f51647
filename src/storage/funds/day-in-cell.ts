import { serialShift } from '../../cells/context';
import { dayOfSerial, serialOf, type Day } from '../../domain/calendar/day';
import type { CellContent } from '../../records/table';

/** The day of a date in a cell, without its time; null for anything else, such as a number that no date of Excel has. */
export function dayInCell(cell: CellContent | undefined): Day | null {
  if (typeof cell !== 'number' || cell <= 0) return null;
  const serial = cell + serialShift();
  return serial >= FIRST_SERIAL && serial < AFTER_LAST_DAY ? dayOfSerial(serial) : null;
}

/** Before it, Excel counts a day that never existed. */
const FIRST_SERIAL = serialOf('1900-03-01');
/** Excel has no dates after the year 9999. */
const AFTER_LAST_DAY = serialOf('9999-12-31') + 1;
