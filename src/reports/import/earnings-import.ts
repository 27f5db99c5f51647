import type { Day } from '../../domain/calendar/day';
import type { Eligible } from '../../domain/earnings/eligible';
import type { SettledRow, UncountedRow } from '../../domain/earnings/uncounted-row';
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
  /** Rows whose US dollars are their amount at the report's exchange rate, since it has no dollar column. */
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

/** Where a row that can't be counted is, and why. */
export type Quarantined = Pick<UncountedRow, 'file' | 'line' | 'reason'>;

/** An unknown name. Its rows still count. */
export interface Flag {
  what: 'program' | 'lever' | 'earning type';
  name: string;
  rows: number;
}

/** A calendar month, as yyyy-mm. */
export type Month = `${number}-${number}`;

/** The exchange rate of a currency in a month of a report, in the direction that its rows prove. */
export interface ReportRate {
  /** Three capital letters; never USD. */
  currency: string;
  month: Month;
  /** US dollars for one unit. */
  rate: number;
  /** As in the report, if that has units per US dollar; otherwise null. */
  perDollar: number | null;
  /** The first file that has it. */
  file: string;
}

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

/** A row of CoopEarnings: what a Partner ID earned in a month under a lever. */
export interface MonthRow extends MonthKey {
  micros: Micros;
  /** US dollars that the earnings are a share of, each for its own earning type; null if a row doesn't have them. */
  eligible: Eligible;
  counted: number;
  repeats: number;
  /** The location of the first counted row. */
  first: { file: string; line: number };
}

/** Rows of a file without earning IDs whose month another file has, too: duplicates, or quarantined. */
export interface OverlappingRows extends Pick<MonthKey, 'month' | 'partnerId' | 'program' | 'earningType'> {
  file: string;
  rows: number;
}

/** The number of quarantined rows for a Partner ID, program and half. */
export interface SkippedRows {
  partnerId: string;
  program: string;
  /** The half's label, FY25 H1. */
  half: string;
  rows: number;
}

/** The same for a file, by its index in `files`. */
export interface SkippedOfFile extends SkippedRows {
  file: number;
}

/**
 * Every earning that was read, as columns of numbers, since a million objects wouldn't fit. An entry is a reading of an
 * earning: its date and amount. `hashA` and `hashB` are a hash of its earning ID, Partner ID, program and type.
 */
export interface EarningColumns {
  hashA: Int32Array;
  hashB: Int32Array;
  /** A serial of the 1900 system. Exceeds 65,535 from 2079-06-05 on. */
  day: Uint32Array;
  micros: Float64Array;
  /** US dollars that the earning is a share of; NaN if unknown. */
  eligible: Float64Array;
  /** The latest calculation in seconds since 2000; 0 if unknown. */
  calculated: Uint32Array;
  /** The index in `keys`. */
  key: Int32Array;
  /** The number of rows with this reading. */
  rows: Uint32Array;
  /** The index in `files` and the line of the first of these rows. */
  file: Uint16Array;
  line: Uint32Array;
  /** Another reading of the same earning, or -1. */
  next: Int32Array;
}

/** Rows of a file without an earning ID, added up by key. */
export interface LooseRows {
  file: number;
  key: number;
  rows: number;
  micros: Micros;
  /** NaN if unknown for one of them. */
  eligible: Micros;
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
  unreadable: UncountedRow[];
  skipped: SkippedOfFile[];
  /** Earning IDs of which there is more than one reading, by the two hashes of the earning; as many as are held in memory. */
  idsOfSeveral: ReadonlyMap<string, string>;
  settled: SettledRow[];
  /** Exchange rates of its rows, by currency, the newest first. */
  rates: ReportRate[];
  /** The day of the latest calculation; null if unknown. */
  asOf: Day | null;
  keys: MonthKey[];
  earnings: EarningColumns;
  loose: LooseRows[];
}

/** What a tenant earned in a month under a growth lever, and what that is paid on. */
export interface TenantGrowth {
  month: Month;
  partnerId: string;
  program: string;
  /** The rulebook's name if it has one. */
  lever: string;
  tenant: string;
  /** Rebate and co-op, each earning once. */
  earned: Micros;
  /** Revenue in the month; null if the report doesn't have it or contradicts itself. */
  revenue: Micros | null;
  /** What revenue must exceed: the report's own, or the revenue of the same month a year before; null if neither is known. */
  baseline: Micros | null;
}

/** Earnings reports, read and checked. Plain data, so that a worker can send it to the pane. */
export interface EarningsImport {
  files: ReadFile[];
  /** Files in zips that weren't read because they aren't CSV, TSV, or text. */
  passedOver: string[];
  /** Rows with data in all files: counted rows, duplicates, claims, and quarantined rows. */
  rows: number;
  /** Earnings, each once. */
  counted: number;
  /** Rows dropped because their earning appears again or was recalculated. */
  repeats: RowSum;
  claims: RowSum;
  ignored: number;
  /** Those kept in memory; `quarantinedRows` is the total. */
  quarantined: UncountedRow[];
  quarantinedRows: number;
  flagged: Flag[];
  months: MonthRow[];
  skipped: SkippedRows[];
  overlapping: OverlappingRows[];
  /** Quarantined rows without a known Partner ID, program, and half. */
  unplaced: number;
  /** Rows that an earlier report couldn't count, and this one does. */
  settled: SettledRow[];
  rates: ReportRate[];
  /** Only if growth levers earned something, and the reports can be read again for it. */
  growth?: TenantGrowth[];
  asOf: Day | null;
  /** Whether every row was counted. */
  complete: boolean;
}

/** How many quarantined rows are stored for display; the rest are only counted. */
export const MAX_QUARANTINED = 10_000;
