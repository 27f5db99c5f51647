import type { SheetDay } from '../../storage/planning/as-of-table';
import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Activity } from '../../domain/activities/activity';
import type { ExchangeRate } from '../../domain/activities/rate-in-force';
import type { Fund, FundId } from '../../domain/funds/fund';
import type { Claim, HistoryEntry, HistoryEvent } from '../../domain/claims/claim';
import type { Day } from '../../domain/calendar/day';
import type { PartnerGroups, PartnerNames } from '../../domain/earnings/partner-name';
import type { EnteredFund } from '../../storage/funds/funds-table';
import type { NameToSave } from '../../storage/planning/partners-table';
import type { PlanSettings } from '../../storage/planning/settings-table';
import type { RowEdit } from '../../records/merge-rows';
import type { Columns, RecordTable, StoredRow, CellTrouble } from '../../records/record-table';
import type { TableCells, TablesByName } from '../../records/table';
import type { RestatedMoney } from '../../domain/to-do/to-do-fund';
import type { TodayRow } from '../../storage/planning/today-table';

import type { Observed } from '../observable';
import type { EarningsRead, FundDetails } from './funds-in-workbook';
import type { MissingTable } from './missing-tables';

export { newId } from '../../storage/planning/record-id';
export type { CellTrouble };

/** An activity or a claim as it is in the workbook. */
export interface Stored<T> {
  /** If the row has no ID yet, or another row's, its ID here is `#` and its position; a save assigns a real one. */
  value: T;
  /** Position below the header when last read, counted from 0. */
  row: number;
  troubles: readonly CellTrouble[];
  /** The row and the rows that belong to it, by ID, as they were read. A save is merged against them, so pass this on unchanged. */
  base: { row: StoredRow; parts: ReadonlyMap<string, StoredRow> };
}

/** Everything the planning screens show, read in one go. */
export interface PlanningRead {
  activities: readonly Stored<Activity>[];
  claims: readonly Stored<Claim>[];
  /** The workbook's exchange rates, in the order of the sheet. */
  rates: readonly Stored<ExchangeRate>[];
  /** Oldest first. */
  history: readonly HistoryEntry[];
  settings: PlanSettings;
  /** The names that people gave Partner IDs. */
  partnerNames: PartnerNames;
  /** The groups that people put Partner IDs into. */
  partnerGroups: PartnerGroups;
  /** Funds of CoopEarnings, and rows of CoopFunds that were typed by hand. */
  funds: readonly Fund[];
  /** Every fund, also those without money, in the order of COOP.LEDGER. */
  fundDetails: readonly FundDetails[];
  /** Null in a workbook without the tables CoopEarnings and CoopSkipped. */
  earnings: EarningsRead | null;
  /** What reports changed of a fund's past and no one has reviewed, by the fund's key. */
  restated: ReadonlyMap<string, RestatedMoney>;
  /** Sentences about whole tables: a column is missing, a line names no activity. */
  troubles: readonly string[];
  hasPlan: boolean;
  /** A column that the amounts of funds depend on was renamed or removed: what is planned, claimed, and left isn't known. */
  hasUnknownAmounts: boolean;
  /** The fields of activities whose column was renamed or removed: blank here, and not known. */
  unknownFields: ReadonlySet<string>;
  /** Tables of the plan that are no longer in the workbook; their rows are here as last read. */
  lost: readonly MissingTable[];
  /** The table CoopToday, where someone keeps it. */
  today: TableCells | null;
  /** The tables of the program's side that the workbook has, as they are: their screen reads them. */
  program: TablesByName;
}

/** The workbook as it was read, with the rules and the as-of date it was read with: all three change together. */
export interface Reading {
  step: 'read';
  read: PlanningRead;
  book: WorkbookRules;
  asOf: Day;
  /** Whether no one has chosen another day in this pane. */
  isToday: boolean;
  /** The day the sheets show; null in a workbook without one. */
  sheetDay: SheetDay | null;
}

/** The state of reading the workbook. */
export type PlanningState = { step: 'reading' } | Reading | { step: 'trouble'; sentence: string };

/** One item to save. A null base means a new row; any other is merged with the sheet as it is when the save runs. */
export type Change<T> = { value: T; base: Stored<T> | null } | { remove: Stored<T> };

/** A cell that both sides changed: ours was kept; theirs is reported here and is in CoopHistory. */
export interface Conflict {
  /** The ID of the activity or claim. */
  subject: string;
  column: string;
  theirs: string;
  ours: string;
}

/** How a save went. With trouble nothing was written. */
export type Saved =
  | {
      outcome: 'saved';
      conflicts: readonly Conflict[];
      /** IDs assigned to rows that had none, by their `#` ID. */
      ids: ReadonlyMap<string, string>;
      /** Undoes this save alone; missing if it wrote nothing that can be undone. */
      undo?: UndoStep;
    }
  | {
      outcome: 'trouble';
      sentence: string;
      /** IDs of rows that were deleted meanwhile; saving them with a null base keeps them. */
      gone: readonly string[];
    };

/** A save that can be undone, including deletions. Nothing else is touched. If the rows have changed since, nothing is undone, so no change is lost. */
export interface UndoStep {
  /** What the save did. */
  readonly sentence: string;
  run(): Promise<Saved>;
}

/** What a save may carry. */
export interface PlanningChanges {
  activities?: readonly Change<Activity>[];
  claims?: readonly Change<Claim>[];
  rates?: readonly Change<ExchangeRate>[];
  /** Entries to append; history is never changed. */
  history?: readonly HistoryEvent[];
  settings?: PlanSettings;
  /** Names and groups for Partner IDs. */
  partners?: readonly NameToSave[];
  /** Rows of tables that only their own screen knows. */
  rows?: readonly RowsToSave[];
}

/** Rows of a table to save, merged with the sheet as it is when the save runs. */
interface RowsToSave {
  table: RecordTable<Columns>;
  edits: readonly RowEdit[];
  /** A status that changed, for the history. */
  status?: { from: string; to: string };
}

/** The plan and the claims of the workbook: what all planning screens share. */
export interface PlanningStore extends Observed<PlanningState> {
  /** The as-of day of every screen; today in UTC until someone chooses another. Every screen shows it. */
  readonly asOf: () => Day;
  /** Today in UTC, as the screens know it. */
  readonly today: () => Day;
  /** Sets the as-of day of the sheets; null makes it follow today again. Two round trips, and one to read. */
  useInWorkbook(day: Day | null): Promise<Saved>;
  /** Adds a fund whose co-op someone entered; trouble if the workbook has that fund. Two round trips, and one to read. */
  enterFund(entered: EnteredFund, said: string): Promise<Saved>;
  /** Marks the rows of CoopRestatements on a fund as reviewed today. Two round trips, and one to read. */
  reviewRestatement(fund: FundId, said: string): Promise<Saved>;
  /** Sets the as-of day of this pane, which then stays; setting today makes it advance again. */
  setAsOf(day: Day): void;
  /** Checks the clock: a pane stays open for days, and its machine sleeps. */
  lookAtClock(): void;
  /** Reads the workbook and follows its changes; further calls do nothing. */
  open(): void;
  /** One round trip. */
  readAgain(): Promise<void>;
  /** Reads after this pane has changed the tables in another way than through this store. One round trip. */
  readOwnChange(): Promise<void>;
  /** Calls back once a change made in this pane is in the workbook and has been read. */
  onOwnChange(listener: () => void): void;
  /** Writes the to-do list into CoopToday: a person's `wish` creates the table if needed and replaces any list; after a `save`, a later list isn't overwritten. Two round trips. */
  writeToday(list: readonly TodayRow[], asOf: Day, because: 'wish' | 'save'): Promise<Saved>;
  /** Stops waiting for missing tables: the next save that needs one creates it. One round trip. */
  beginAnew(): Promise<void>;
  /** Saves what changed, merged with the sheet as it is now. Two round trips; a third if an activity or claim is deleted. */
  save(changes: PlanningChanges, said: string): Promise<Saved>;
  /** The saves that can still be undone, the latest last. */
  readonly undoable: readonly UndoStep[];
}
