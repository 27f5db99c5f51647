import type { TableQuery, CellContent, NewCell, TableCells, TableChange, TableDesign } from '../records/table';
import type { CellsFound, Reference } from '../formulas/formula';
import type { AboutExcel } from './excel/about';
import type { ChartPlan } from './funds/chart-table';
import type { OwnRules } from './rules/own-rules';

/**
 * Works out what is to change from the tables as they stand, in the order they were asked for. Null where nothing is. Where
 * that takes more of them than was asked for, they are read again.
 */
export type Plan<T> = (now: readonly (TableCells | null)[]) => Planned<T> | { again: readonly TableQuery[] };

/** The changes, and what else came of planning them. */
export interface Planned<T> {
  changes: readonly TableChange[];
  result: T;
}

/** Takes a change back. `changed since` means that people have worked in the tables meanwhile and nothing was done. */
export type TakeBack = (evenIfChanged?: boolean) => Promise<'taken back' | 'changed since'>;

/** Named tables of the workbook. Every verb rejects with a Trouble. */
export interface Tables {
  /** The tables of these names, null where there is none. One round trip, unless they are very large. */
  read(names: readonly TableQuery[]): Promise<(TableCells | null)[]>;
  /**
   * Reads tables, plans, and changes them: whole or not at all. One round trip to read, and one for each 2.5 MB to write;
   * `takeBack` is null where nothing had to change. Rows may go only from a table all of whose
   * formulas were asked for, so that they can be put back.
   */
  change<T>(names: readonly TableQuery[], plan: Plan<T>): Promise<{ result: T; takeBack: TakeBack | null }>;
  /** Deletes tables, those there are, with all that is in them, and their sheets if these hold nothing else. Two round trips. */
  remove(designs: readonly TableDesign[]): Promise<void>;
  /** Tables under other names that have the columns of these, by the names they should have. One round trip. */
  alike(designs: readonly TableDesign[]): Promise<ReadonlyMap<string, string>>;
  /** Selects a cell of a table, its sheet in front. */
  show(name: string, row: number, column: string): Promise<{ sheet: string; cell: string }>;
}

/** The selected cell; of a larger selection, its active cell; within a result of several cells, the one that holds the formula. */
export interface SelectedCell {
  sheet: string;
  /** Within the sheet: `B7`. */
  address: string;
  /** As typed, with the leading `=`, or '' where the cell holds no formula. */
  formula: string;
  value: CellContent;
  /** As the cell shows it. */
  text: string;
  /** The selected cell, where it shows only a part of this cell's result. */
  partShown?: string;
}

/** A formula to be put at the selected cell. */
export interface Insertion {
  formula: string;
  /** How many cells its result takes. */
  rows: number;
  columns: number;
  /** Cells of the result, counted from the formula's own, that hold a date. */
  dates?: readonly (readonly [row: number, column: number])[];
  /** Whether what the selected cell holds may be replaced. */
  replace?: boolean;
}

/** How an insertion went. Only `inserted` has changed anything. */
export type Inserted =
  | { outcome: 'inserted'; address: string }
  | { outcome: 'occupied'; address: string; holds: string }
  | { outcome: 'no room'; address: string; blockedBy: string }
  | { outcome: 'in a table'; address: string }
  | { outcome: 'beside a table'; address: string; table: string; side: 'below' | 'right' };

/** Cells that are to be read as an earnings report. */
export interface SelectedReport {
  /** The table's name, or the address of the cells. */
  name: string;
  cells: CellContent[][];
}

/** The workbook's own chart of co-op by month. */
export interface CoopChart {
  /** Makes it, whole or not at all, and shows it. Where there is one already, that one is shown. Three round trips. */
  make(plan: ChartPlan): Promise<'made' | 'there'>;
  /** Deletes it with the numbers it is drawn from. What people put beside it stays. Two round trips. */
  remove(): Promise<void>;
}

/** A page to be printed from a sheet of its own. */
export interface SheetPage {
  /** The sheet's name, 31 characters at most, which no one else's sheet has. */
  sheet: string;
  title: string;
  parts: readonly PagePart[];
  foot: string;
  /** The widths of its columns, in points, where it isn't a portrait page of names and texts. It is landscape then. */
  widths?: readonly number[];
}

/** Rows of a name and its text, or a table. */
export type PagePart = { title: string; rows: readonly (readonly [name: string, said: string])[] } | PageTable;

/** A table of a page: numbers, texts, and formulas that stay right while the workbook changes. */
export interface PageTable {
  title: string;
  header: readonly string[];
  /** The number format of each column, '' for text. */
  formats: readonly string[];
  /** Its rows; one that begins with "Total" adds up those above. */
  cells: readonly (readonly NewCell[])[];
}

/** A workbook as the pane needs it. Every verb rejects with a Trouble, whose message is for people. */
export interface Workbook {
  /** Which Excel this is, for a bug report; two round trips at most. */
  about(): Promise<AboutExcel>;
  /** One round trip. */
  selectedCell(): Promise<SelectedCell>;
  /** Calls back when another cell is selected, a cell is edited or its answer comes; the answer ends that. */
  onCellChange(changed: () => void): () => void;
  /** The cells a formula on a sheet, at an address, points at: all in one round trip, unless they are very many. */
  read(wanted: readonly Reference[], from: { sheet: string; address: string }): Promise<CellsFound[]>;
  insertFormula(insertion: Insertion): Promise<Inserted>;
  /** The workbook's own rules, or null where it has no table of them. */
  ownRules(): Promise<OwnRules | null>;
  /** Makes the table for the workbook's own rules on a sheet of its own, and shows it. */
  addRulesTable(): Promise<void>;
  /** Shows the table of the workbook's own rules. */
  showRulesTable(): Promise<void>;
  /** The tables Co-op Planner keeps in the workbook. */
  readonly tables: Tables;
  /**
   * Calls back a little after one of these tables was edited, made or removed, by whomever; `isOurs` where this add-in was
   * the only one. The answer ends that.
   */
  onTablesChange(names: readonly string[], changed: (isOurs: boolean) => void): () => void;
  /** Calls back shortly after Excel has calculated, since no edit event follows when a cell's result comes late. Returns a function that stops it. */
  onCalculated(calculated: () => void): () => void;
  readonly chart: CoopChart;
  /** The table around the selected cell, or the cells selected. Two round trips, and one for each further 60,000 cells. */
  selectedReport(): Promise<SelectedReport>;
  /** Puts a page on a sheet of its own, or again on the one it has, laid out for print on one page. Two round trips, and one to show it. */
  writePage(page: SheetPage): Promise<void>;
}
