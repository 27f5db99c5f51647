import { isErrorCell, plainValue } from '../../cells/cell-value';
import { wholeSerial } from '../../cells/serial';
import { memoize } from '../../domain/memoize';
import { serialOf, utcDayOf } from '../../domain/calendar/day';
import { isExact, microsOf, microsOfNumber, type Micros } from '../../domain/money/money';
import { isBlank } from './columns';
import { BLANK } from './dictionary';

/** Reads earning dates as serials of the 1900 system; BLANK if blank, 0 if unreadable. A column's texts repeat, so each is parsed once. */
export function dayReader(): (cell: unknown) => number {
  const dayOf = memoize((text: string) => dayOfText(text.trim()), Infinity);
  return function dayAt(cell: unknown): number {
    if (typeof cell === 'number') return cell === 0 ? BLANK : (wholeSerial(cell) ?? 0);
    if (typeof cell !== 'string') {
      const plain = plainValue(cell);
      return plain === null ? BLANK : isErrorCell(plain) || typeof plain === 'boolean' ? 0 : dayAt(plain);
    }
    return dayOf(cell);
  };
}

/** CoopEarnings may have months as text; "2024-10" is October's first day. */
function dayOfText(text: string): number {
  if (text === '') return BLANK;
  const day = utcDayOf(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  return day !== null && day >= '2000-01-01' && day <= '2099-12-31' ? serialOf(day) : 0;
}

/** A cell's own text, and an error's code; '' if blank. */
export function textAt(cell: unknown): string {
  const plain = plainValue(cell);
  return isErrorCell(plain) ? plain.error : isBlank(plain) ? '' : String(plain);
}

/** The amount in a cell; null if unreadable. A blank cell is 0, since Excel may pass it as such. */
export function microsAt(cell: unknown): Micros | null {
  const plain = typeof cell === 'number' ? cell : plainValue(cell);
  if (isBlank(plain)) return 0;
  const micros = typeof plain === 'number' ? microsOfNumber(plain) : typeof plain === 'string' ? microsOf(plain.trim()) : null;
  return isExact(micros) ? micros : null;
}
