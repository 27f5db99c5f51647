import { dayFrom } from '../../cells/parse';
import { said } from '../../cells/scalar';
import { firstOfMonth, isDay, type Day } from '../../domain/calendar/day';
import { monthNamed } from '../../domain/calendar/month-named';
import { badInput } from '../../domain/problem';
import type { Cents } from '../../domain/money/money';
import { readTypedAmount } from '../../domain/money/typed-amount';
import { day, money, type Kind } from '../../records/cell-types';

/** A month, in the sheet as its first day. Text is read if it names a month and a year: 2026-03, Mar 2026, March 2026. */
export const month: Kind<Day | null> = {
  ...day,
  format: 'mmm yyyy',
  read(cell, column) {
    const named = typeof cell === 'string' ? monthIn(cell) : null;
    if (named !== null) return named;
    try {
      return firstOfMonth(dayFrom(cell, column));
    } catch {
      throw badInput(`${column}: ${said(cell)} isn't a month. Write one such as 2026-03 or Mar 2026.`);
    }
  },
  show: (value) => (value === null ? '' : value.slice(0, 7)),
};

function monthIn(text: string): Day | null {
  const [, year, number] = /^(\d{4})-(\d{1,2})$/.exec(text.trim()) ?? [];
  const [, name, ofYear] = /^([a-z]{3,})\.?[ -](\d{4})$/i.exec(text.trim()) ?? [];
  const first = number ? `${year}-${number.padStart(2, '0')}-01` : name ? `${ofYear}-${String(monthNamed(name)).padStart(2, '0')}-01` : '';
  return isDay(first) ? first : null;
}

/** Capability points: 0 to 100. */
export const points: Kind<number | null> = {
  blank: null,
  format: 'General',
  read(cell, column) {
    const value = typeof cell === 'number' ? cell : typeof cell === 'string' && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
    if (value === null || value < 0 || value > 100) throw badInput(`${column}: ${said(cell)} isn't a number of points from 0 to 100.`);
    return value;
  },
  write: (value) => value ?? '',
  show: (value) => (value === null ? '' : String(value)),
};

/** An amount in US dollars; text may have the sign. */
export const usd: Kind<Cents | null> = {
  ...money,
  read(cell, column) {
    if (typeof cell !== 'string') return money.read(cell, column);
    const typed = readTypedAmount(cell);
    if ('problem' in typed) throw badInput(`${column}: ${typed.problem}`);
    return typed.cents;
  },
};
