import { dayOfSerial, SECONDS_A_DAY, type Day } from '../../domain/calendar/day';
import type { Cents, Micros } from '../../domain/money/money';
import { compareHalves, parseHalf, type Half } from '../../domain/calendar/half';
import { halfOfMonth } from '../funds';
import type { UncountedRow } from '../../domain/earnings/uncounted-row';
import type { Month, MonthRow } from '../import/earnings-import';
import { isAdjustment, kindOfType } from '../range/earning-kinds';
import { comparableId } from '../../domain/earnings/partner-id';
import type { Partner } from '../../domain/earnings/partner-name';
import { compareText } from '../../domain/text/compare';
import { programKey } from '../../rulebook/name-keys';

/** The fund of a comparison. */
export interface FundQuery {
  partnerId: string;
  program: string;
  half: Half;
}

/** Some rows and their co-op. */
export interface RowCount {
  rows: number;
  /** Unrounded, since a figure is rounded once. */
  micros: Micros;
}

/** Co-op that adjusts earlier earnings, for one reason and calculation day. */
export interface Adjustments extends RowCount {
  /** '' if only the earning type shows that it's an adjustment. */
  reason: string;
  calculated: Day | null;
}

/** Rows near the start or end of the half; `seconds` is counted from that instant and negative before it. */
export interface EdgeRows extends RowCount {
  edge: 'start' | 'end';
  seconds: number;
}

/** The fund's rows in a currency other than US dollars. */
export interface CurrencyRows extends RowCount {
  currency: string;
  /** Their amounts in that currency, in hundredths. */
  ownAmount: Cents;
  /** Their US dollars if converted in other ways, by the report's own rates. */
  otherwise: readonly Conversion[];
}

/** Another way to convert amounts, and the resulting US dollars. */
export interface Conversion {
  cents: Cents;
  how:
    | { at: 'one rate'; rate: number; /** The months of that rate, yyyy-mm. */ months: readonly string[] }
    | { at: 'transaction rates' }
    | { at: 'one rounding' };
}

/** What a report's single rows show about a fund. */
export interface RowEvidence {
  repeats: RowCount;
  adjustments: readonly Adjustments[];
  edges: readonly EdgeRows[];
  /** The fund's rows by the spelling of its Partner ID, the most frequent first. */
  spellings: readonly (RowCount & { written: string })[];
  /** The fund's rows that another Partner ID earned, by earningParticipantId: a location of a global account. */
  earnedByOthers: readonly (RowCount & Partner)[];
  /** Rows of other Partner IDs that this one earned. */
  earnedForOthers: readonly (RowCount & Partner)[];
  currencies: readonly CurrencyRows[];
  /** Whether the rows show their currency and their amount in it. */
  hasCurrencies: boolean;
  /** Without earning IDs, duplicates can't be identified. */
  hasEarningIds: boolean;
  /** Rows of the fund that couldn't be counted. */
  skipped: number;
  names: readonly string[];
  /** The fund's rows that count. */
  counted: readonly RowDetail[];
}

/** A row's details that an import doesn't keep. */
export interface RowDetail {
  /** a.csv, line 12 */
  place: string;
  /** As written; '' if blank. */
  earningId: string;
  micros: Micros;
  /** The duplicates of it that aren't counted. */
  repeats: number;
  /** A serial of the 1900 system. */
  day: number;
  /** Seconds since midnight UTC. */
  clock: number;
  partner: string;
  earnedBy: string;
  type: string;
  reason: string;
  /** In seconds since serial 0. */
  calculated: number | null;
  currency: string;
  ownAmount: Cents | null;
  /** The row's rates for its earning and its transaction; null or NaN if there is none. */
  rate: number | null;
  transactionRate: number | null;
}

/** What is known about a fund: its sums and, from a report, its single rows. */
export interface FundEvidence {
  coop: RowCount;
  rebate: RowCount;
  rollover: RowCount;
  /** The number of duplicates dropped. Only single rows have their amounts. */
  repeatRows: number;
  /** By earning type alone. */
  adjustments: RowCount;
  /** Co-op of the same program and half under other Partner IDs. */
  others: readonly (RowCount & Partner)[];
  /** Its co-op by month, in order. */
  months: readonly (RowCount & { month: Month })[];
  /** Rows that couldn't be counted and are, or may be, co-op of this fund. */
  uncounted: readonly UncountedRow[];
  rows: RowEvidence | null;
}

/** What sums by month, such as those in the table CoopEarnings, show about a fund. */
export function evidenceOfMonths(months: readonly MonthRow[], asked: FundQuery, uncounted: readonly UncountedRow[] = []): FundEvidence {
  const id = comparableId(asked.partnerId);
  const evidence = { coop: none(), rebate: none(), rollover: none(), adjustments: none(), repeatRows: 0 };
  const others = new Map<string, RowCount & { partnerId: string }>();
  const byMonth = new Map<Month, RowCount & { month: Month }>();
  for (const row of months) {
    if (compareHalves(halfOfMonth(row), asked.half) !== 0 || programKey(row.program) !== programKey(asked.program)) continue;
    const itsId = comparableId(row.partnerId);
    if (itsId === id) {
      if (row.kind === 'co-op') {
        count(evidence.coop, row);
        const month = byMonth.get(row.month) ?? { month: row.month, ...none() };
        count(month, row);
        byMonth.set(row.month, month);
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
  return {
    ...evidence,
    others: [...others.values()],
    months: [...byMonth.values()].sort((a, b) => compareText(a.month, b.month)),
    uncounted: uncounted.filter(mayBelongTo(asked)),
    rows: null,
  };
}

/** Whether a row that couldn't be counted may be co-op of a fund: nothing that can be read of it says otherwise. */
const mayBelongTo =
  (asked: FundQuery) =>
  ({ partnerId, program, half, earningType }: UncountedRow): boolean => {
    const earnedIn = parseHalf(half);
    return (
      (partnerId === '' || comparableId(partnerId) === comparableId(asked.partnerId)) &&
      (program === '' || programKey(program) === programKey(asked.program)) &&
      (earnedIn === null || compareHalves(earnedIn, asked.half) === 0) &&
      (earningType === '' || kindOfType(earningType) === 'co-op')
    );
  };

/** Whether a row is one of these adjustments. */
export const isOneOf = ({ reason, calculated }: Adjustments, row: RowDetail): boolean =>
  isAdjusting(row) && row.reason === reason && dayOf(row.calculated) === calculated;

/** Whether a row adjusts earlier earnings, by its type or because it has a reason. */
export const isAdjusting = ({ type, reason }: RowDetail): boolean => isAdjustment(type) || reason !== '';

/** The day of an instant. */
export const dayOf = (instant: number | null): Day | null => (instant === null ? null : dayOfSerial(instant / SECONDS_A_DAY));

/** No rows yet. */
export const none = (): RowCount => ({ rows: 0, micros: 0 });

function count(sum: RowCount, { counted, micros }: MonthRow): void {
  sum.rows += counted;
  sum.micros += micros;
}
