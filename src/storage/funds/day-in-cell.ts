import { serialShift } from '../../cells/context';
import { dayOfSerial, type Day } from '../../domain/calendar/day';
import type { CellContent } from '../../records/table';

/** The day of a date in a cell, without its time; null for anything else. */
export const dayInCell = (cell: CellContent | undefined): Day | null =>
  typeof cell === 'number' && cell > 0 ? dayOfSerial(cell + serialShift()) : null;
