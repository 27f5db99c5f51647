import { dayOfSerial } from '../../domain/calendar/day';
import { centsOfMicros, convertedAt, MICROS_A_CENT, sumOf, type Cents } from '../../domain/money/money';
import { allows, converted, type Direction } from '../import/rate-direction';
import { rateAt } from '../import/row-amount';
import { textOf } from '../import/row-text';
import type { Conversion, RowDetail } from './evidence';

/** The exchange rates in a report's rows, by currency, with the days of their earnings. */
export class ReportRates {
  private readonly byCurrency = new Map<string, Map<number, Set<number>>>();
  /** The previous row's currency and rate, since nearly every row repeats them. */
  private last: { currency: unknown; rate: unknown; days: Set<number> | null } = { currency: null, rate: null, days: null };

  /** Adds a row that counts. */
  take(currencyCell: unknown, rateCell: unknown, day: number): void {
    if (this.last.currency !== currencyCell || this.last.rate !== rateCell) {
      this.last = {
        currency: currencyCell,
        rate: rateCell,
        days: this.daysOf(textOf([currencyCell]).trim().toUpperCase(), rateAt(rateCell)),
      };
    }
    this.last.days?.add(day);
  }

  /** A currency's rates, each with its months in order, as yyyy-mm. */
  of(currency: string): { rate: number; months: string[] }[] {
    return [...(this.byCurrency.get(currency) ?? [])].map(([rate, days]) => ({
      rate,
      months: [...new Set([...days].map((day) => dayOfSerial(day).slice(0, 7)))].sort(),
    }));
  }

  private daysOf(currency: string, rate: number | null): Set<number> | null {
    if (currency === '' || currency === 'USD' || rate === null || Number.isNaN(rate)) return null;
    const rates = this.byCurrency.get(currency) ?? new Map<number, Set<number>>();
    this.byCurrency.set(currency, rates);
    let days = rates.get(rate);
    if (!days && rates.size < MAX_RATES) rates.set(rate, (days = new Set()));
    return days ?? null;
  }
}

/** Enough for daily rates over some years. If there are more, they aren't rates of a report. */
const MAX_RATES = 2_000;

/**
 * The US dollars of rows in one currency if converted differently from the report: all at one of its own rates, at the
 * transaction rates, or as one sum. Microsoft doesn't document the direction of rates; if the rows don't show it, the
 * result is empty.
 */
export function conversionsOf(rows: readonly RowDetail[], rates: readonly { rate: number; months: readonly string[] }[]): Conversion[] {
  const direction = directionOf(rows);
  if (!direction) return [];
  const convert = (amount: Cents, rate: number): number => converted(direction, amount, rate);
  const each = (rateOf: (row: RowDetail) => number): Cents => sumOf(rows, (row) => rounded(convert(row.ownAmount!, rateOf(row))));
  const once = (rateOf: (row: RowDetail) => number): Cents => rounded(sumOf(rows, (row) => convert(row.ownAmount!, rateOf(row))));
  const reportRate = (row: RowDetail): number => row.rate!;
  const transaction = (row: RowDetail): number => row.transactionRate!;
  const found: Conversion[] = [{ cents: once(reportRate), how: { at: 'one rounding' } }];
  found.push(
    ...rates.flatMap(({ rate, months }) =>
      [each(() => rate), once(() => rate)].map((cents) => ({ cents, how: { at: 'one rate' as const, rate, months } })),
    ),
  );
  if (rows.every(({ transactionRate }) => isRate(transactionRate))) {
    found.push(...[each(transaction), once(transaction)].map((cents) => ({ cents, how: { at: 'transaction rates' as const } })));
  }
  const known = new Set([centsOfMicros(sumOf(rows, ({ micros }) => micros))]);
  return found.filter(({ cents }) => !known.has(cents) && known.add(cents));
}

/** Whether the report's amounts times or divided by its rates are its US dollars in every row; null if neither. */
function directionOf(rows: readonly RowDetail[]): Direction | null {
  if (rows.length === 0 || !rows.every(({ rate }) => isRate(rate))) return null;
  const holds = (direction: Direction): boolean =>
    rows.every(({ ownAmount, rate, micros }) => allows(direction, ownAmount!, rate!, micros / MICROS_A_CENT));
  return DIRECTIONS.find(holds) ?? null;
}

const DIRECTIONS: readonly Direction[] = ['times', 'over'];

const isRate = (rate: number | null): rate is number => rate !== null && rate > 0;

/** Rounds half away from zero, ignoring binary rounding errors. */
const rounded = (cents: number): Cents => convertedAt(Number(cents.toFixed(6)), 1);
