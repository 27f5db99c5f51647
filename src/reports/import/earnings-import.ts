import type { Day } from '../../domain/calendar/day';
import type { Micros } from '../../domain/money/money';
import type { EarningKind } from '../range/earning-kinds';

/** Which download a file is. A summarized one has no earning IDs: every row counts, and repeats cannot be told. */
export type ReportKind = 'default' | 'growth' | 'summarized';

/** A file that was read. */
export interface ReadFile {
  name: string;
  kind: ReportKind;
  /** Rows that hold something; without the header, blank rows and total rows. */
  rows: number;
  /** Rows that cannot be read. Those of one earning that contradict each other are not among them. */
  unreadable: number;
  /** Rows whose US dollars are their amount times the report's own exchange rate, as it has no column of dollars. */
  atOwnRate: number;
  /** Claims are payments of co-op and never count as earnings. */
  claims: RowSum;
  /** Tells whether another file holds the very same rows. */
  fingerprint: string;
  /** The file read before that holds the same rows. Then this one changes nothing, and `again` is what no earning ID shows to be a repeat. */
  sameAs: string | null;
  again: RowSum;
}

/** Some rows and their money. */
export interface RowSum {
  rows: number;
  micros: Micros;
}

/** A row that cannot be counted, and why. */
export interface Quarantined {
  file: string;
  /** The line of the file, or the row of the range, on which the row begins. */
  line: number;
  reason: string;
}

/** A name we do not know. Its rows are kept and counted. */
export interface Flag {
  what: 'program' | 'lever' | 'earning type';
  name: string;
  rows: number;
}

/** A calendar month, written yyyy-mm. */
export type Month = `${number}-${number}`;

/** What rows are added up by. Names are as the report first spells them; '' where it has none. */
export interface MonthKey {
  month: Month;
  partnerId: string;
  program: string;
  engagement: string;
  lever: string;
  earningType: string;
  kind: EarningKind;
}

/** One row of CoopEarnings: what was earned in a month by one Partner ID under one lever. */
export interface MonthRow extends MonthKey {
  micros: Micros;
  counted: number;
  repeats: number;
  /** Where the first of the counted rows stands. */
  first: { file: string; line: number };
}

/** How many rows of one Partner ID, program and half are quarantined. */
export interface SkippedRows {
  partnerId: string;
  program: string;
  /** The half's label, FY25 H1. */
  half: string;
  rows: number;
}

/** Such rows of one file, by its position in `files`. */
export interface SkippedOfFile extends SkippedRows {
  file: number;
}

/**
 * Every earning that was read, as columns of numbers: a million objects would not fit. One entry is one reading of an
 * earning, which is its date and amount; `hashA` and `hashB` stand for its earning ID, Partner ID, program and type.
 */
export interface EarningColumns {
  hashA: Int32Array;
  hashB: Int32Array;
  /** Serial of the 1900 system, beyond 65,535 from 2079-06-05 on. */
  day: Uint32Array;
  micros: Float64Array;
  /** Latest calculation in seconds since 2000, 0 where none is known. */
  calculated: Uint32Array;
  /** Position in `keys`. */
  key: Int32Array;
  /** Rows with this very reading. */
  rows: Uint32Array;
  /** Position in `files` and line of the first such row. */
  file: Uint16Array;
  line: Uint32Array;
  /** Another reading of the same earning, or -1. */
  next: Int32Array;
}

/** Rows without an earning ID, added up for each file. */
export interface LooseRows {
  file: number;
  key: number;
  rows: number;
  micros: Micros;
  line: number;
}

/** What was read, before it is decided which readings count. Two of these can be put together. */
export interface CollectedRows {
  files: ReadFile[];
  /** Files of zips that were not read, as they are no CSV, TSV or text. */
  passedOver: string[];
  /** Blank rows, total rows and headers repeated within a file. */
  ignored: number;
  /** The first of the rows that cannot be read. */
  unreadable: Quarantined[];
  skipped: SkippedOfFile[];
  /** Day of the latest calculation, null where the report does not say. */
  asOf: Day | null;
  keys: MonthKey[];
  earnings: EarningColumns;
  loose: LooseRows[];
}

/** Earnings reports, read and checked. Plain data, so that it can pass from a worker to the pane. */
export interface EarningsImport {
  files: ReadFile[];
  /** Files of zips that were not read, as they are no CSV, TSV or text. */
  passedOver: string[];
  /** Rows that hold something, of all files: counted, repeats, claims and quarantined rows together. */
  rows: number;
  /** Earnings, each once. */
  counted: number;
  /** Rows dropped since their earning appears again or was calculated again. */
  repeats: RowSum;
  claims: RowSum;
  ignored: number;
  /** At most as many as are kept in memory; `quarantinedRows` is how many there are. */
  quarantined: Quarantined[];
  quarantinedRows: number;
  flagged: Flag[];
  months: MonthRow[];
  skipped: SkippedRows[];
  /** Quarantined rows that cannot even be put to a Partner ID, program and half. */
  unplaced: number;
  asOf: Day | null;
  /** Whether every row could be counted. */
  complete: boolean;
}

/** How many quarantined rows are kept to be shown; the rest is counted. */
export const MAX_QUARANTINED = 10_000;
