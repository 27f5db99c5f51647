import { dayOfSerial, type Day } from '../domain/calendar/day';
import { serialShift } from './context';
import { memoize } from '../domain/memoize';

/** The day of a cell's serial number in the workbook's date system, without its time; null outside 2000 to 2099. */
export function dayOfCell(serial: number): Day | null {
  const whole = wholeSerial(serial);
  return whole === null ? null : dayOfWhole(whole);
}

/** The same day as a whole serial of the 1900 system, to avoid a million texts for a report's dates. */
export function wholeSerial(serial: number): number | null {
  const whole = Math.floor(serial) + serialShift();
  return whole >= SERIAL_OF_2000_01_01 && whole <= SERIAL_OF_2099_12_31 ? whole : null;
}

const SERIAL_OF_2000_01_01 = 36526;
const SERIAL_OF_2099_12_31 = 73050;

const dayOfWhole = memoize(dayOfSerial);
