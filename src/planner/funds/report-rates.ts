import type { ExchangeRate } from '../../domain/activities/rate-in-force';
import type { Day } from '../../domain/calendar/day';
import { formatMonth } from '../../domain/calendar/month-text';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import type { ReportRate } from '../../reports/import/earnings-import';
import { Observable } from '../observable';
import { newId, type Change } from '../store/planning-store';

/** The exchange rates of the report that was read last. They are only offered: nothing writes them but a click. */
export class ReportRates extends Observable<readonly ReportRate[]> {
  constructor() {
    super([]);
  }

  readonly found = (rates: readonly ReportRate[]): void => this.set(rates);
}

/** The one list of a pane, which `planner.session` keeps: the import fills it, and the exchange rates offer it. */
export const reportRatesOf = (): ReportRates => new ReportRates();

/** A rate of a report as the workbook would keep it: from the first day of its month. */
export const asExchangeRate = ({ currency, month, rate, file }: ReportRate, id: string): ExchangeRate => ({
  id,
  currency,
  from: firstOf(month),
  rate,
  source: `Partner Center report, ${file}`,
});

/** The rates to offer: those of months for which the workbook has no rate of the currency yet. */
export const ratesToOffer = (found: readonly ReportRate[], known: readonly ExchangeRate[]): ReportRate[] =>
  found.filter(({ currency, month }) => !known.some((other) => other.currency === currency && other.from === firstOf(month)));

/** What saves all of these rates at once, and the sentence that names it. */
export const keepingAll = (offered: readonly ReportRate[]): { changes: Change<ExchangeRate>[]; said: string } => ({
  changes: offered.map((rate) => ({ value: asExchangeRate(rate, newId('R')), base: null })),
  said: `Kept ${plural(offered.length, 'exchange rate')} for ${currenciesOf(offered)} in CoopRates.`,
});

/** The currencies of rates in a sentence: EUR and GBP. */
export const currenciesOf = (rates: readonly ReportRate[]): string => list([...new Set(rates.map(({ currency }) => currency))], 'and');

/** A rate of a report in a sentence: EUR 1.0843, Nov 2024. */
export const describeReportRate = ({ currency, month, rate }: ReportRate): string => `${currency} ${rate}, ${formatMonth(month)}`;

const firstOf = (month: ReportRate['month']): Day => `${month}-01` as Day;
