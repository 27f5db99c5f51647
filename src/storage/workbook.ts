import type { TableQuery, CellContent, NewCell, TableCells, TableChange, TableDesign } from '../records/table';
import type { CellsFound, Reference } from '../formulas/formula';
import type { AboutExcel } from './excel/about';
import type { Day } from '../domain/calendar/day';
import type { LeftCell } from './frozen/plan-freeze';
import type { Place } from './frozen/sheet-cells';
import type { ChartPlan } from './funds/chart-table';
import type { OwnRules } from './rules/own-rules';

/**
 * Plans changes from the current tables, in the order of the queries; null for a missing table. If it needs more of the
 * tables than requested, returns `again`, and they are read again.
 */
export type Plan<T> = (now: readonly (TableCells | null)[]) => Planned<T> | { again: readonly TableQuery[] };

/** The changes, and the result of planning them. */
export interface Planned<T> {
  changes: readonly TableChange[];
  result: T;
}

/** The tables that a change was written without, by name, and what protection kept them out: of their sheet, or of the workbook's structure. */
export type LeftOut = ReadonlyMap<string, 'sheet' | 'structure'>;

/** A change that was made. */
export interface Made<T> {
  result: T;
  /** Null if nothing had to change. */
  takeBack: TakeBack | null;
  /** The dispensable changes that weren't written. */
  leftOut: LeftOut;
}

/** Undoes a change. `changed since` means that someone has changed the tables in the meantime, and nothing was done. */
export type TakeBack = (evenIfChanged?: boolean) => Promise<'taken back' | 'changed since'>;

/** Named tables of the workbook. Every method rejects with an ExcelError. */
export interface Tables {
  /** The tables with these names; null if there is none. One round trip, unless they're very large. */
  read(names: readonly TableQuery[]): Promise<(TableCells | null)[]>;
  /**
   * Reads tables, plans, and writes all changes or none, except for dispensable ones that protection keeps out. One round
   * trip to read, and one for each 2.5 MB to write. Rows may only be removed from a table that was read with all its formulas,
   * so that they can be restored.
   */
  change<T>(names: readonly TableQuery[], plan: Plan<T>): Promise<Made<T>>;
  /** What `change` would do: its result, and the dispensable changes that it would leave out. Writes nothing. One round trip. */
  plan<T>(names: readonly TableQuery[], plan: Plan<T>): Promise<Omit<Made<T>, 'takeBack'>>;
  /** Deletes the tables that exist, with their content, and their sheets if those have nothing else. Two round trips. */
  remove(designs: readonly TableDesign[]): Promise<void>;
  /** The names of tables that have the columns of these but other names, by the names they should have. One round trip. */
  alike(designs: readonly TableDesign[]): Promise<ReadonlyMap<string, string>>;
  /** Selects a cell of a table and brings its sheet to the front. */
  show(name: string, row: number, column: string): Promise<{ sheet: string; cell: string }>;
}

/** The selected cell, or the active cell of a larger selection; in a spilled result, the cell with the formula. */
export interface SelectedCell {
  sheet: string;
  /** Within the sheet: `B7`. */
  address: string;
  /** As typed, with the leading `=`; '' if the cell has no formula. */
  formula: string;
  value: CellContent;
  /** As the cell shows it. */
  text: string;
  /** The selected cell, if it shows only a part of this cell's result. */
  partShown?: string;
}

/** A formula to insert at the selected cell. */
export interface Insertion {
  formula: string;
  /** The number of rows and columns of its result. */
  rows: number;
  columns: number;
  /** The cells of the result with a date, counted from the formula's cell. */
  dates?: readonly (readonly [row: number, column: number])[];
  /** Whether the selected cell's content may be replaced. */
  replace?: boolean;
}

/** The outcome of an insertion. Only `inserted` has changed anything. */
export type Inserted =
  | { outcome: 'inserted'; address: string }
  | { outcome: 'occupied'; address: string; holds: string }
  | { outcome: 'no room'; address: string; blockedBy: string }
  | { outcome: 'in a table'; address: string }
  | { outcome: 'beside a table'; address: string; table: string; side: 'below' | 'right' };

/** Cells to read as an earnings report. */
export interface SelectedReport {
  /** The table's name, or the address of the cells. */
  name: string;
  /** The header first. Rows that are hidden in the sheet are here too. */
  cells: CellContent[][];
  /** How many rows below the header are hidden, by a filter or by hand; 'some' if Excel doesn't say how many. */
  hiddenRows: number | 'some';
}

/** The workbook's own chart of co-op by month. */
export interface CoopChart {
  /** Creates it, completely or not at all, and shows it. If there already is one, shows that. Three round trips. */
  make(plan: ChartPlan): Promise<'made' | 'there'>;
  /** Deletes it with the numbers it is drawn from. What people added to its sheet stays. Two round trips. */
  remove(): Promise<void>;
}

/** A page for printing, on its own sheet. */
export interface SheetPage {
  /** The sheet's name, at most 31 characters, different from all other sheets' names. */
  sheet: string;
  /** The sheet of ours whose place among the tabs a new one shares; without it, a page comes where its own name does. */
  beside?: string;
  title: NewCell;
  parts: readonly PagePart[];
  foot: string;
  /** The widths of its columns, in points; the page is then landscape. Without them, it's a portrait page of names and texts. */
  widths?: readonly number[];
  /** Whether it prints on as many pages as it takes, one page wide. Omitted: on one page. */
  isLong?: boolean;
  /** A list to the right of what is printed, on a page that is added. */
  list?: SpilledList;
}

/** A formula that spills down and to the right, with a heading above it. */
export interface SpilledList {
  title: string;
  formula: string;
  /** The number format and the width in points of each of its columns. */
  formats: readonly string[];
  widths: readonly number[];
}

/** Rows of names and texts, or a table. */
export type PagePart = { title: string; rows: readonly (readonly [name: string, said: string])[] } | PageTable;

/** A table of a page: numbers, texts, and formulas that stay current when the workbook changes. */
export interface PageTable {
  title: string;
  header: readonly NewCell[];
  /** The number formats of a header with dates. */
  headerFormats?: readonly string[];
  /** The number format of each column, '' for text. */
  formats: readonly string[];
  /** Its rows; one that begins with `TOTAL` or `CLOSING` adds up those above. */
  cells: readonly (readonly NewCell[])[];
}

/** The label of the total row of a table on a page. */
export const TOTAL = 'Total';
/** The label of the row that ends a statement. */
export const CLOSING = 'Closing';

/** Which formulas become values. */
export interface FreezeOptions {
  /** Only these cells. */
  only?: readonly Place[];
  /** Whether table rows without an ID are included, too. */
  evenWithoutId?: boolean;
  /** The day for the ledger. */
  day: Day;
}

/** What became of formulas that were frozen or put back. */
export interface FormulasChanged {
  /** The number of cells. */
  cells: number;
  /** Those that stay as they were, and why. */
  left: readonly LeftCell[];
  /** Null if nothing was written. */
  takeBack: TakeBack | null;
}

/** The workbook as the pane needs it. Every method rejects with an ExcelError, with a message for the user. */
export interface Workbook {
  /** Information about this Excel, for a bug report; at most two round trips. */
  about(): Promise<AboutExcel>;
  /** One round trip. */
  selectedCell(): Promise<SelectedCell>;
  /** Calls back when another cell is selected, a cell is edited, or its result arrives. Returns a function that stops it. */
  onCellChange(changed: () => void): () => void;
  /** The cells that a formula at an address of a sheet refers to. One round trip, unless there are very many. */
  read(wanted: readonly Reference[], from: { sheet: string; address: string }): Promise<CellsFound[]>;
  insertFormula(insertion: Insertion): Promise<Inserted>;
  /** The workbook's own rules; null if it has no table of them. */
  ownRules(): Promise<OwnRules | null>;
  /** Creates the table for the workbook's own rules on its own sheet, and shows it. */
  addRulesTable(): Promise<void>;
  /** Shows the table of the workbook's own rules. */
  showRulesTable(): Promise<void>;
  /** Co-op Planner's tables in the workbook. */
  readonly tables: Tables;
  /**
   * Calls back shortly after one of these tables is edited, created, or removed by anyone; `isOurs` if only this add-in did.
   * Returns a function that stops it.
   */
  onTablesChange(names: readonly string[], changed: (isOurs: boolean) => void): () => void;
  /** Calls back shortly after Excel calculates, since a late result raises no edit event. Returns a function that stops it. */
  onCalculated(calculated: () => void): () => void;
  readonly chart: CoopChart;
  /** The table around the selected cell, or the selected cells. Two round trips, one for each further 60,000 cells, and one if rows are hidden. */
  selectedReport(): Promise<SelectedReport>;
  /**
   * Writes a page to its own sheet, new or existing, laid out to print on one page, and returns what takes that back. What
   * people wrote around an earlier version stays. Two round trips, and one to show it.
   */
  writePage(page: SheetPage): Promise<() => ReturnType<TakeBack>>;
  /**
   * Adds a page on a new sheet, completely or not at all, and leaves the active sheet in front. If its name is taken, the new
   * sheet gets a number. Two round trips.
   */
  addPage(page: SheetPage): Promise<void>;
  /** Removes a page that was added, with its sheet if that has nothing else. Does nothing if there is none. Four round trips. */
  removePage(page: SheetPage): Promise<void>;
  /**
   * Turns COOP formulas into the values they show, completely or not at all, and remembers them in a table. Two round trips for
   * each sheet, and eight more.
   */
  freeze(options: FreezeOptions): Promise<FormulasChanged>;
  /** Puts frozen formulas back where their cells are now, completely or not at all. */
  thaw(day: Day): Promise<FormulasChanged>;
}
