type Value = string | number | boolean;

/** What the browser tests hold in their hands: `window.workbench`. Addresses may name a sheet; else the active one is meant. */
export interface WorkbenchDriver {
  /** Whether the workbook is open and the add-in has associated its functions. */
  readonly isReady: boolean;
  settle(): Promise<unknown>;
  set(address: string, input: Value): Promise<void>;
  values(address: string): Promise<Value[][]>;
  text(address: string): Promise<string[][]>;
  formulas(address: string): Promise<Value[][]>;
  select(address: string): void;
  selection(): string;
  /** The middle of a cell on the screen, scrolled into view. */
  pointOf(address: string): Promise<{ x: number; y: number }>;
  runCommand(name: string): Promise<unknown>;
  /** Switches one of the Try menu's cases. */
  attempt(name: string, on: boolean): void;
  /** Messages so far between the add-in and the workbook, and their bytes. */
  traffic(): { roundTrips: number; bytes: number };
  unknownCalls(): string[];
  /** The worked examples of the sample workbook: what to see where. */
  examples(): { formula: string; gives: string[][]; address: string }[];
  /** The workbook as the bytes of an .xlsx file. */
  save(): Promise<Uint8Array>;
}
