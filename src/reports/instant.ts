import { isErrorCell, plainValue } from '../cells/cell-value';
import { serialShift } from '../cells/context';
import { isDay, serialOf } from '../domain/day';

/** The instant of a cell in whole seconds, for telling which of two is later; null where there is none to read. */
export function instantOf(cell: unknown): number | null {
  const plain = plainValue(cell);
  if (plain === null || isErrorCell(plain) || typeof plain === 'boolean' || plain === 0) return null;
  if (typeof plain === 'number') return Math.round((plain + serialShift()) * SECONDS_A_DAY);
  const match = INSTANT.exec(plain.trim());
  if (!match || !isDay(match[1]!)) return null;
  const [, day, hours = '0', minutes = '0', seconds = '0', sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const offset = (Number(offsetHours) * 3600 + Number(offsetMinutes) * 60) * (sign === '-' ? -1 : 1);
  return serialOf(day) * SECONDS_A_DAY + clock - offset;
}

const SECONDS_A_DAY = 86_400;
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/i;
