import { groupBy } from '../../domain/group-by';
import { isCurrencyCode } from '../../domain/money/currency';
import { MICROS_A_CENT, type Micros } from '../../domain/money/money';
import { compareText } from '../../domain/text/compare';
import { hundredthsAt } from './cell-reading';
import type { ReportRate } from './earnings-import';
import { KnownCells } from './known-cells';
import type { Cells } from './line-cells';
import { copyOf } from './recent-texts';
import type { ReportColumns } from './report-columns';
import { allows } from './rate-direction';
import { rateAt } from './row-amount';
import { textOf } from './row-text';

/** A rate in a month, and which of its two directions the rows leave possible. */
interface Candidate {
  currency: string;
  month: number;
  written: number;
  file: string;
  times: boolean;
  over: boolean;
  rows: number;
}

/** Collects the exchange rates of reports whose rows have US dollars too, which prove the direction of a rate. */
export class RateCollector {
  private readonly found = new Map<string, Candidate>();
  private readonly texts = new KnownCells((cell) => (typeof cell === 'string' ? copyOf(cell) : cell), MAX_RATES * 2);
  /** The previous row's cells and month, since nearly every row repeats them. */
  private last: { currency: unknown; rate: unknown; month: number; candidate: Candidate | null } = NONE_YET;

  /** Takes a row that counts, with its month as the number of months since year 0. */
  take(cells: Cells, { foreign }: ReportColumns, month: number, micros: Micros, file: string): void {
    if (foreign === null) return;
    const currency = this.texts.at(cells, foreign.currency);
    if (currency === 'USD') return;
    const rate = this.texts.at(cells, foreign.rate);
    if (this.last.currency !== currency || this.last.rate !== rate || this.last.month !== month) {
      const candidate = this.candidateOf(textOf([currency]).trim().toUpperCase(), rateAt(rate), month, file);
      this.last = { currency, rate, month, candidate };
    }
    const { candidate } = this.last;
    if (candidate === null || candidate.rows >= MAX_PROOF) return;
    const amount = hundredthsAt(cells.at(foreign.amount));
    if (amount === null || Number.isNaN(amount)) return;
    candidate.rows++;
    const usd = micros / MICROS_A_CENT;
    candidate.times &&= allows('times', amount, candidate.written, usd);
    candidate.over &&= allows('over', amount, candidate.written, usd);
  }

  /** The rate of each currency in each month, where there is one and the rows show its direction; by currency, the newest first. */
  rates(): ReportRate[] {
    const byMonth = groupBy(this.found.values(), ({ currency, month }) => `${currency} ${month}`);
    return [...byMonth.values()]
      .flatMap((candidates) => (candidates.length === 1 ? candidates : []))
      .filter((candidate) => candidate.times !== candidate.over)
      .sort((a, b) => compareText(a.currency, b.currency) || b.month - a.month)
      .map(({ currency, month, written, file, times: isTimes }) => ({
        currency,
        month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` as ReportRate['month'],
        rate: isTimes ? written : Number((1 / written).toPrecision(6)),
        perDollar: isTimes ? null : written,
        file,
      }));
  }

  private candidateOf(currency: string, written: number | null, month: number, file: string): Candidate | null {
    if (!isCurrencyCode(currency) || currency === 'USD' || written === null || Number.isNaN(written)) return null;
    const key = `${currency} ${month} ${written}`;
    const known = this.found.get(key);
    if (known) return known;
    if (this.found.size >= MAX_RATES) return null;
    const candidate: Candidate = { currency, month, written, file, times: true, over: true, rows: 0 };
    this.found.set(key, candidate);
    return candidate;
  }
}

const NONE_YET = { currency: null, rate: null, month: 0, candidate: null } as const;

/** Enough rows to prove a direction; more would slow down a large report. */
const MAX_PROOF = 100;
/** Enough for monthly rates of many currencies. If there are more, they aren't rates of months. */
const MAX_RATES = 2_000;
