import { rateInForce, type ExchangeRate } from '../../domain/activities/rate-in-force';
import { formatDay, type Day } from '../../domain/calendar/day';
import { MICROS_A_CENT, sumOf, type Cents } from '../../domain/money/money';
import type { FundEvidence } from './evidence';

/** A fund's co-op in another currency, at the workbook's rates. */
export interface AtWorkbookRates {
  /** In hundredths of the currency, if all of the fund's rows are in it. */
  cents: Cents;
  /** The rates in a sentence: the GBP rate of 1.3 from Oct 1, 2024. */
  rates: string;
}

/**
 * Converts a fund's co-op into a currency, each month at the workbook's rate on its first day. It isn't rounded by row as a
 * report is. If a month has no rate, the result is that month's first day; null in a fund without months.
 */
export function atWorkbookRates(
  currency: string,
  { months }: Pick<FundEvidence, 'months'>,
  rates: readonly ExchangeRate[],
): AtWorkbookRates | Day | null {
  const converted: { inCurrency: number; rate: number; from: Day }[] = [];
  for (const { month, micros } of months) {
    const day = `${month}-01` as Day;
    const known = rateInForce(currency, day, rates);
    if (known === null) return day;
    converted.push({ inCurrency: micros / known.rate, rate: known.rate, from: known.from });
  }
  const [first] = converted;
  if (first === undefined) return null;
  const used = converted.map(({ rate }) => rate);
  const [low, high] = [Math.min(...used), Math.max(...used)];
  return {
    cents: Math.round(sumOf(converted, ({ inCurrency }) => inCurrency) / MICROS_A_CENT),
    rates: low === high ? `the ${currency} rate of ${low} from ${formatDay(first.from)}` : `the ${currency} rates of ${low} to ${high}`,
  };
}

/** Whether two amounts differ by no more than the rounding of rows and of rates may make. */
export const isNearly = (a: Cents, b: Cents): boolean => Math.abs(a - b) <= Math.max(1, Math.abs(b) * NEARLY);

const NEARLY = 0.001;
