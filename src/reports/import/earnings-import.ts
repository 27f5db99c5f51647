import type { Day } from '../../domain/calendar/day';
import type { Micros } from '../../domain/money/money';
import type { EarningKind } from '../range/earning-kinds';

/** The kind of download. A summarized one has no earning IDs: every row counts, and duplicates can't be identified. */
export type ReportKind = 'default' | 'growth' | 'summarized';

/** A file that was read. */
export interface ReadFile {
  name: string;
  kind: ReportKind;
  /** Rows with data, without the header, blank rows, and total rows. */
  rows: number;
  /** Rows that can't be read, not including contradicting rows of one earning. */
  unreadable: number;
  /** Rows whose US dollars are their amount times the report's exchange rate, since it has no dollar column. */
  atOwnRate: number;
  /** Claims are payments of co-op and never count as earnings. */
  claims: RowSum;
  /** Identifies files with exactly the same rows. */
  fingerprint: string;
  /** An earlier file with the same rows. This one then changes nothing, and `again` counts the duplicates that no earning ID identifies. */
  sameAs: string | null;
  again: RowSum;
}

/** Some rows and their money. */
export interface RowSum {
  rows: number;
  micros: Micros;
}

/** A row that can't be counted, and why. */
export interface Quarantined {
  file: string;
  /** The line of the file, or the row of the range, on which the row begins. */
  line: number;
  reason: string;
}

/** An unknown name. Its rows still count. */
export interface Flag {
  what: 'program' | 'lever' | 'earning type';
  name: string;
  rows: number;
}

/** A calendar month, written yyyy-mm. */
export type Month = `${number}-${number}`;

/** What rows are grouped by. Names are as first spelled in the report; '' if missing. */
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
  /** The location of the first counted row. */
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

/** What was read, before deciding which readings count. Two of these can be merged. */
export interface CollectedRows {
  files: ReadFile[];
  /** Files in zips that weren't read because they aren't CSV, TSV, or text. */
  passedOver: string[];
  /** Blank rows, total rows and headers repeated within a file. */
  ignored: number;
  /** The first rows that can't be read. */
  unreadable: Quarantined[];
  skipped: SkippedOfFile[];
  /** Day of the latest calculation; null if the report doesn't say. */
  asOf: Day | null;
  keys: MonthKey[];
  earnings: EarningColumns;
  loose: LooseRows[];
}

/** Earnings reports, read and checked. Plain data, so that a worker can send it to the pane. */
export interface EarningsImport {
  files: ReadFile[];
  /** Files in zips that weren't read because they aren't CSV, TSV, or text. */
  passedOver: string[];
  /** Rows with data in all files: counted, duplicates, claims, and quarantined rows together. */
  rows: number;
  /** Earnings, each once. */
  counted: number;
  /** Rows dropped because their earning appears again or was recalculated. */
  repeats: RowSum;
  claims: RowSum;
  ignored: number;
  /** As many as are held in memory; `quarantinedRows` is the total. */
  quarantined: Quarantined[];
  quarantinedRows: number;
  flagged: Flag[];
  months: MonthRow[];
  skipped: SkippedRows[];
  /** Quarantined rows without a known Partner ID, program, and half. */
  unplaced: number;
  asOf: Day | null;
  /** Whether every row was counted. */
  complete: boolean;
}

/** How many quarantined rows are stored for display; the rest are only counted. */
export const MAX_QUARANTINED = 10_000;
