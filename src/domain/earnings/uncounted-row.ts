import type { Micros } from '../money/money';

/** A row of a report that couldn't be counted. Texts are '' if missing or unreadable. */
export interface UncountedRow {
  file: string;
  /** The line of the file, or the row of the range, where the row starts. */
  line: number;
  partnerId: string;
  program: string;
  /** The half's label, FY25 H1; '' if its date can't be read. */
  half: string;
  earningType: string;
  /** US dollars; null if the row has no readable amount. */
  micros: Micros | null;
  earningId: string;
  /** Its cells as one text; '' if they can't be separated. */
  row: string;
  /** A sentence. */
  reason: string;
}

/** A row that couldn't be counted, and the place of the row in a later report that counts instead. */
export interface SettledRow {
  row: AwaitedRow;
  /** b.csv, line 12 */
  by: string;
}

/** The fields that identify a row in a later report: its earning ID and type, or else its cells. */
export type AwaitedRow = Pick<UncountedRow, 'earningId' | 'earningType' | 'row'>;
