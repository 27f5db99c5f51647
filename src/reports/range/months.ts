import { addMonths, dayOfSerial, type Day } from '../../domain/calendar/day';
import type { Micros } from '../../domain/money/money';
import { firstDay, type Half } from '../../domain/calendar/half';
import { memoize } from '../../domain/memoize';
import { TROUBLE, type ReportRows } from './rows';
import { plus } from './select';

/** Amounts by calendar month, as yyyy-mm. */
export type MonthlyAmounts = ReadonlyMap<string, Micros>;

/** The sums of rows by month, for each Partner ID by its index. */
export function sumsByMonth(rows: ReportRows, positions: Int32Array): ReadonlyMap<number, MonthlyAmounts> {
  const monthOfSerial = memoize((serial: number) => dayOfSerial(serial).slice(0, 7), Infinity);
  const sums = new Map<number, Map<string, Micros>>();
  for (const row of positions) {
    const month = monthOfSerial(rows.day[row]!);
    let ofPartner = sums.get(rows.partner[row]!);
    if (!ofPartner) sums.set(rows.partner[row]!, (ofPartner = new Map<string, Micros>()));
    ofPartner.set(month, plus(ofPartner.get(month) ?? 0, rows.micros[row]!));
  }
  return sums;
}

/** The amounts of a half's six months, in order. */
export function monthsOf(half: Half, amounts: MonthlyAmounts = new Map()): Micros[] {
  return Array.from({ length: 6 }, (_, n) => amounts.get(addMonths(firstDay(half), n).slice(0, 7)) ?? 0);
}

/** The latest day up to `upTo` with an earning of any Partner ID, program and type; null if there is none. */
export function latestEarning(rows: ReportRows, upTo: number): Day | null {
  let latest = 0;
  for (let row = 0; row < rows.count; row++) {
    const day = rows.day[row]!;
    if (day > latest && day <= upTo && !(rows.trouble[row]! & TROUBLE.later) && rows.types[rows.type[row]!]?.kind !== 'claim') latest = day;
  }
  return latest === 0 ? null : dayOfSerial(latest);
}
