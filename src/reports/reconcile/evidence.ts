import type { Day } from '../../domain/calendar/day';
import type { Cents, Micros } from '../../domain/money/money';
import { compareHalves, type Half } from '../../domain/calendar/half';
import { halfOfMonth } from '../funds';
import type { MonthRow } from '../import/earnings-import';
import { comparableId } from '../../domain/earnings/partner-id';
import { programKey, typeKey } from '../../rulebook/name-keys';

/** Which fund a comparison is about. */
export interface FundQuery {
  partnerId: string;
  program: string;
  half: Half;
}

/** Some rows and their co-op. */
export interface RowCount {
  rows: number;
  /** Exactly: a figure is rounded once, whatever it adds up. */
  micros: Micros;
}

/** Co-op that adjusts earlier earnings, of one reason and one day of calculation. */
interface Adjustments extends RowCount {
  /** '' where only the earning type tells. */
  reason: string;
  calculated: Day | null;
}

/** Rows that many seconds after the first instant of the half, or of the next one; below zero before it. */
export interface EdgeRows extends RowCount {
  edge: 'start' | 'end';
  seconds: number;
}

/** The fund's rows in one other currency than US dollars. */
export interface CurrencyRows extends RowCount {
  currency: string;
  /** Their amounts in that currency, in hundredths. */
  ownAmount: Cents;
  /** What they come to in US dollars when converted otherwise, as far as the report's own rates tell. */
  otherwise: readonly Conversion[];
}

/** Another way to convert some rows' amounts, and the US dollars it gives. */
export interface Conversion {
  cents: Cents;
  how:
    | { at: 'one rate'; rate: number; /** The months of that rate, yyyy-mm. */ months: readonly string[] }
    | { at: 'transaction rates' }
    | { at: 'one rounding' };
}

/** What the single rows of a report tell about a fund. */
export interface RowEvidence {
  repeats: RowCount;
  adjustments: readonly Adjustments[];
  edges: readonly EdgeRows[];
  /** The fund's rows by the way its Partner ID is written, the most frequent first. */
  spellings: readonly (RowCount & { written: string })[];
  /** The fund's rows that another Partner ID earned, as earningParticipantId says: a location of a global account. */
  earnedByOthers: readonly (RowCount & { partnerId: string })[];
  /** Rows of other Partner IDs that this one earned. */
  earnedForOthers: readonly (RowCount & { partnerId: string })[];
  currencies: readonly CurrencyRows[];
  /** Without earning IDs no repeat can be told. */
  hasEarningIds: boolean;
  /** Rows of the fund that could not be counted. */
  skipped: number;
  names: readonly string[];
}

/** What a row tells beyond what an import keeps of it. */
export interface RowDetail {
  micros: Micros;
  /** A serial of the 1900 system. */
  day: number;
  /** Seconds since midnight UTC. */
  clock: number;
  partner: string;
  earnedBy: string;
  type: string;
  reason: string;
  /** In seconds since the serial 0. */
  calculated: number | null;
  currency: string;
  ownAmount: Cents | null;
  /** The rates the row gives for its earning and for its transaction; null or NaN where it gives none. */
  rate: number | null;
  transactionRate: number | null;
}

/** What is known about a fund: its sums, and what single rows tell where a report is at hand. */
export interface FundEvidence {
  coop: RowCount;
  rebate: RowCount;
  rollover: RowCount;
  /** How many repeats were dropped; their money only rows tell. */
  repeatRows: number;
  /** By earning type alone. */
  adjustments: RowCount;
  /** Co-op of the same program and half under other Partner IDs. */
  others: readonly (RowCount & { partnerId: string })[];
  rows: RowEvidence | null;
}

/** What sums by month tell about a fund, such as those of the table CoopEarnings. */
export function evidenceOfMonths(months: readonly MonthRow[], asked: FundQuery): FundEvidence {
  const id = comparableId(asked.partnerId);
  const evidence = { coop: none(), rebate: none(), rollover: none(), adjustments: none(), repeatRows: 0 };
  const others = new Map<string, RowCount & { partnerId: string }>();
  for (const row of months) {
    if (compareHalves(halfOfMonth(row), asked.half) !== 0 || programKey(row.program) !== programKey(asked.program)) continue;
    const itsId = comparableId(row.partnerId);
    if (itsId === id) {
      if (row.kind === 'co-op') {
        count(evidence.coop, row);
        evidence.repeatRows += row.repeats;
        if (isAdjustment(row.earningType)) count(evidence.adjustments, row);
      } else if (row.kind === 'rebate' || row.kind === 'rollover') {
        count(evidence[row.kind], row);
      }
    } else if (row.kind === 'co-op') {
      const other = others.get(itsId) ?? { partnerId: row.partnerId, ...none() };
      count(other, row);
      others.set(itsId, other);
    }
  }
  return { ...evidence, others: [...others.values()], rows: null };
}

/** Whether an earning type says that the row adjusts another. */
export const isAdjustment = (type: string): boolean => typeKey(type).startsWith('adjustment');

/** No rows yet. */
export const none = (): RowCount => ({ rows: 0, micros: 0 });

function count(sum: RowCount, { counted, micros }: MonthRow): void {
  sum.rows += counted;
  sum.micros += micros;
}
