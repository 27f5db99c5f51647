import type { Micros } from '../money/money';

/** A row of a report that couldn't be counted. Texts are '' where the row doesn't say, or can't be read. */
export interface UncountedRow {
  file: string;
  /** The line of the file, or the row of the range, on which the row begins. */
  line: number;
  partnerId: string;
  program: string;
  /** The half's label, FY25 H1; '' where its date can't be read. */
  half: string;
  earningType: string;
  /** US dollars; null where the row has no amount that can be read. */
  micros: Micros | null;
  earningId: string;
  /** Its cells as one text; '' where they can't be told apart. */
  row: string;
  /** A sentence. */
  reason: string;
}

/** A row that couldn't be counted, and the place of the row that a later report counts in its stead. */
export interface SettledRow {
  row: AwaitedRow;
  /** b.csv, line 12 */
  by: string;
}

/** What a row is found again by: its earning ID and type, else its cells. */
export type AwaitedRow = Pick<UncountedRow, 'earningId' | 'earningType' | 'row'>;
