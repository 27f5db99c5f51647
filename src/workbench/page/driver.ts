import { addressOf } from '../grid/a1';
import type { ProfileName } from '../office/host-profiles';
import { RESULT_COLUMN } from '../sample';
import type { PlacedExample } from '../sample';
import type { Workbench } from '../workbench';
import { pointOf } from './grid-view';
import type { BehindClosedPane } from './closed-pane';
import type { Panes } from './panes';
import type { Trial } from './trials';

type Value = string | number | boolean;

/** The interface for browser tests, `window.workbench`. Addresses without a sheet are on the active one. */
export interface WorkbenchDriver {
  /** Whether the workbook is open and the add-in has associated its functions. */
  readonly isReady: boolean;
  settle(): Promise<unknown>;
  set(address: string, input: Value | Value[][]): Promise<void>;
  values(address: string): Promise<Value[][]>;
  text(address: string): Promise<string[][]>;
  formulas(address: string): Promise<Value[][]>;
  /** Creates a table on a new sheet, as a person does, with the given header and rows, starting in a row counted from 1. */
  makeTable(name: string, sheet: string, row: number, cells: Value[][]): Promise<void>;
  /** Types as someone else who has the workbook open, right before an upcoming message of the add-in; `after` is the number of messages to let pass. */
  meanwhile(address: string, input: Value | Value[][], after: number): void;
  /** Renames a table as someone else who has the workbook open, right before the add-in's next message. */
  meanwhileRename(table: string, name: string): void;
  /** Closes the pane right before one of its upcoming messages, which still arrives or is lost; `after` is the number of messages to let pass. */
  closePane(after: number, isLost: boolean): void;
  /** Closes and reopens the pane; `instant` gives it its own clock, starting then. */
  reopenPane(instant?: string): void;
  /** Opens the pane of someone else who has the workbook open; `instant` gives it its own clock, starting then. */
  openAnotherPane(instant?: string): void;
  /** Lets time pass for the panes with their own clock. */
  pass(ms: number): Promise<void>;
  /** Moves the pane's clock forward, as after its machine was asleep. */
  wakeAt(instant: string): void;
  /** Counts as a user action in all panes. What they write before it, or after `leaveAlone`, wasn't requested. */
  ask(): void;
  leaveAlone(): void;
  /** The calls of requests that wrote without a user action. */
  unaskedWrites(): readonly string[][];
  /** Reopens the workbook with its pane closed. */
  beginClosed(behind: BehindClosedPane): void;
  select(address: string): void;
  selection(): string;
  /** The center of a cell on the screen, scrolled into view. */
  pointOf(address: string): Promise<{ x: number; y: number }>;
  runCommand(name: string): Promise<unknown>;
  /** Turns one of the Try menu's cases on or off. */
  attempt(name: string, on: boolean): void;
  /** Reopens the workbook in another version of Excel. */
  playAs(profile: ProfileName): Promise<void>;
  /** Messages so far between the add-in and the workbook: their number, bytes, and the calls in each request. */
  traffic(): { roundTrips: number; bytes: number; requests: string[][] };
  unknownCalls(): string[];
  /** The worked examples of the sample workbook, with their results and addresses. */
  examples(): { formula: string; gives: string[][]; address: string }[];
  /** The workbook as the bytes of an .xlsx file. */
  save(): Promise<Uint8Array>;
}

/** The driver of a session. */
export function driverOf(
  workbench: Workbench,
  panes: Panes,
  isReady: () => boolean,
  trials: readonly Trial[],
  placed: readonly PlacedExample[],
  beginClosed: WorkbenchDriver['beginClosed'],
  playAs: WorkbenchDriver['playAs'],
): WorkbenchDriver {
  return {
    get isReady() {
      return isReady();
    },
    settle: () => workbench.settle(),
    set: (address, input) => workbench.set(address, input),
    values: (address) => workbench.values(address),
    text: (address) => workbench.text(address),
    formulas: (address) => workbench.formulas(address),
    makeTable: async (name, sheet, row, cells) => {
      workbench.workbook.sheets.add(sheet);
      const from = `'${sheet}'!A${row}`;
      await workbench.set(from, cells);
      workbench.workbook.tables.add({ ...workbench.area(from), rows: cells.length, columns: cells[0]!.length }, true, name);
      await workbench.settle();
    },
    meanwhile: (address, input, after) => workbench.host.meanwhile(() => workbench.set(address, input), after),
    meanwhileRename: (table, name) =>
      workbench.host.meanwhile(async () => {
        const { tables } = workbench.workbook;
        tables.rename(tables.find(table)!, name);
        await workbench.settle();
      }, 0),
    closePane: (after, isLost) => panes.closeDuring(after, isLost),
    reopenPane: (instant) => {
      panes.close();
      panes.reopen(instant);
    },
    openAnotherPane: (instant) => panes.openAnother(instant),
    pass: (ms) => panes.pass(ms, () => workbench.settle()),
    wakeAt: (instant) => panes.wakeAt(instant),
    ask: () => panes.asked(),
    leaveAlone: () => panes.leaveAlone(),
    unaskedWrites: () => panes.unaskedWrites,
    beginClosed,
    select: (address) => workbench.select(address),
    selection: () => addressOf(workbench.workbook.sheets.selection),
    pointOf: (address) => pointOf(workbench.workbook, workbench.area(address)),
    runCommand: (name) => {
      panes.asked();
      return workbench.runCommand(name);
    },
    attempt: (name, on) => {
      const trial = trials.find((candidate) => candidate.name === name);
      if (!trial) throw new Error(`There is no trial "${name}"; there are ${trials.map((known) => known.name).join(', ')}.`);
      if (trial.isOn() !== on) trial.set(on);
    },
    playAs,
    traffic: () => panes.traffic,
    unknownCalls: () => workbench.unknownCalls,
    examples: () =>
      placed.map(({ formula, gives, row }) => {
        const sheet = workbench.workbook.sheets.find('Examples')!;
        const columns = Math.max(...gives.map((line) => line.length));
        return { formula, gives, address: addressOf({ sheet, row, column: RESULT_COLUMN, rows: gives.length, columns }) };
      }),
    save: () => workbench.save(),
  };
}
