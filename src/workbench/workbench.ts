import type { Area } from './grid/a1';
import type { CellValue, DateSystem } from './grid/cell-value';
import type { Aspect } from './grid/cells';
import { startEngine, type UniverModules } from './grid/engine/univer';
import type { FunctionsMetadata } from './grid/functions/metadata';
import { Workbook } from './grid/workbook';
import { connectFunctions, type FunctionBridgeHandle, type FunctionsWindow } from './office/function-bridge';
import type { HostIdentity } from './office/app-context';
import { hasSet, missingMembers, runsFunctions, type HostProfile, type RequirementTable } from './office/host-profiles';
import { OfficeHost } from './office/office-host';
import { RichApi } from './office/rich-api';
import { WireFunctions } from './office/wire-functions';
import { saveXlsx, type OpenedFile } from './xlsx';

/** SEQUENCE can't be larger than Univer's sheet, but with a million rows, each change would take a third of a second. */
const SCRATCH_SIZE = { rowCount: 10_000, columnCount: 500 };

/** Recorded calls that change the workbook, such as 'Range.values=' and 'TableCollection.add()'. */
const WRITES = /=$|\.(add|delete|clear|insert|resize|apply|set|freeze|unfreeze|protect|unprotect)\w*\(/;

/** The parts of a workbench. */
export interface WorkbenchOptions {
  /** univerForPage('grid') or univerForNode(). */
  univer: UniverModules;
  /** The built functions.json. */
  metadata: FunctionsMetadata;
  /** The functions' namespace in the manifest. */
  namespace?: string;
  identity: HostIdentity;
  /** The version of Excel. */
  profile: HostProfile;
  /** The requirement set of each member of Excel's API. Members beyond the profile are refused. */
  requirements?: RequirementTable;
  /** The add-in page's window, once there is one. */
  window: () => FunctionsWindow | null | undefined;
  /** Posts a message to the page. */
  send: (text: string) => void;
  /** An opened workbook, from openXlsx. */
  opened?: OpenedFile;
  dateSystem?: DateSystem;
  /** What an `any` argument gets for a blank cell; versions of Excel differ. */
  blank?: 0 | '' | null;
}

/** A workbook with its Office host, and what a user can do with it. */
export class Workbench {
  constructor(
    readonly workbook: Workbook,
    readonly host: OfficeHost,
    /** The add-in's functions in the grid. */
    readonly functions: FunctionBridgeHandle,
    /** The same functions, called by office.js's messages. */
    readonly wire: WireFunctions,
  ) {}

  /** The batches that the add-in sent, and their sizes. */
  get stats() {
    return this.host.traffic;
  }

  /** Calls of Excel's API that the workbench doesn't support. */
  get unknownCalls(): string[] {
    return [...this.host.api.unknownCalls];
  }

  /** The area of 'Sheet1!A1:B2', a name or a table. */
  area(address: string): Area {
    return this.workbook.sheets.parse(address);
  }

  /** Types into cells as a user does: text is parsed as in Excel, =… is a formula. A single value fills the area. */
  async set(address: string, input: CellValue | readonly (readonly CellValue[])[]): Promise<void> {
    const area = this.area(address);
    const isBlock = Array.isArray(input);
    const rows = isBlock
      ? (input as CellValue[][])
      : Array.from({ length: area.rows }, () => new Array<CellValue>(area.columns).fill(input as CellValue));
    const target = isBlock ? { ...area, rows: rows.length, columns: rows[0]?.length ?? 1 } : area;
    this.workbook.writer.type(target, rows);
    await this.settle();
  }

  /** Picks from a cell's list as a user does: Excel on the web raises no event for it (office-js issue 3888). */
  async pick(address: string, choice: CellValue): Promise<void> {
    const { events } = this.host.api;
    events.isPicking = this.host.profile.platform === 'web';
    try {
      await this.set(address, choice);
    } finally {
      events.isPicking = false;
    }
  }

  /** The contents of cells. */
  async values(address: string): Promise<CellValue[][]> {
    await this.settle();
    return this.workbook.cells.read(this.area(address), 'value');
  }

  /** What cells show. */
  async text(address: string): Promise<string[][]> {
    await this.settle();
    return this.workbook.cells.read(this.area(address), 'text');
  }

  async formulas(address: string): Promise<CellValue[][]> {
    await this.settle();
    return this.workbook.cells.read(this.area(address), 'formula');
  }

  select(address: string): void {
    this.workbook.sheets.select(this.area(address));
  }

  /** A formula's result as text, including cells it spills into. */
  async calculate(formula: string): Promise<string[][]> {
    const [shown] = await this.evaluate([formula], 'text');
    return shown as string[][];
  }

  /** Calculates formulas one by one on a temporary sheet. */
  async evaluate(formulas: readonly string[], ...aspects: Aspect[]): Promise<CellValue[][][]> {
    const { sheets, cells, writer } = this.workbook;
    const sheet = sheets.add(null, SCRATCH_SIZE);
    const cell = { sheet, row: 0, column: 0, rows: 1, columns: 1 };
    const answers: CellValue[][][] = [];
    try {
      for (const formula of formulas) {
        writer.write(cell, 'formula', [[formula]]);
        await this.settle();
        const spill = cells.spillOf(cell) ?? cell;
        for (const aspect of aspects) answers.push(cells.read(spill, aspect));
        writer.clear(cell);
      }
      return answers;
    } finally {
      // Univer removes a formula's dependencies with the formula, but not with its sheet.
      await this.settle();
      sheets.remove(sheet);
      await this.settle();
    }
  }

  /** Resolves when everything is calculated and every function has answered; to false if that takes too long. */
  async settle(limitMs = 30_000): Promise<boolean> {
    const end = performance.now() + limitMs;
    this.workbook.writer.flush();
    for (;;) {
      const left = end - performance.now();
      if (left <= 0 || !(await this.workbook.calculation.settle(left))) return false;
      if (!this.functions.pending.waiting) {
        if (!this.workbook.calculation.pending) return true;
        continue;
      }
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timeUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, left)));
      await Promise.race([this.functions.pending.next(), timeUp]);
      clearTimeout(timer);
    }
  }

  /** Recalculates every formula, as Ctrl+Alt+F9 does. */
  async recalculate(): Promise<void> {
    this.workbook.calculation.recalculateAll();
    await this.settle();
  }

  async undo(): Promise<void> {
    await this.workbook.undo();
    await this.settle();
  }

  async redo(): Promise<void> {
    await this.workbook.redo();
    await this.settle();
  }

  /** Presses the ribbon button with that function name; resolves when the add-in reports that it's done. */
  runCommand(functionName: string): Promise<{ status: unknown }> {
    return this.host.runCommand(functionName);
  }

  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array> {
    return saveXlsx(this.workbook, this.functions.namespace);
  }

  dispose(): void {
    this.host.dispose();
    this.workbook.dispose();
  }
}

/** A workbook in the grid, ready for the add-in's page to connect. */
export function createWorkbench(options: WorkbenchOptions): Workbench {
  const workbook = new Workbook(startEngine(options.univer), options.opened?.snapshot);
  workbook.dateSystem = options.dateSystem ?? options.opened?.dateSystem ?? 1900;
  const { namespace = 'COOP', profile, window, blank } = options;
  const metadata = runsFunctions(profile) ? options.metadata : { ...options.metadata, functions: [] };
  const functions = connectFunctions(workbook, namespace, metadata, window, { blank });
  const api = new RichApi(workbook, missingMembers(profile, options.requirements ?? {}));
  const host = new OfficeHost(api, options.identity, options.send, profile);
  // Cells only get results of the add-in's functions once the page has associated them.
  api.onFunctionsReady = () => workbook.calculation.recalculateAll();
  // Excel can undo an add-in's changes since ExcelApi 1.19, but never the deletion of a sheet.
  const knowsUndo = hasSet(profile, 'ExcelApi', '1.19');
  api.clearsUndo = (call) => call === 'Worksheet.delete()' || (!knowsUndo && WRITES.test(call));
  host.saveFile = () => saveXlsx(workbook, namespace);
  options.opened?.finish(workbook);
  return new Workbench(workbook, host, functions, new WireFunctions(host, metadata));
}
