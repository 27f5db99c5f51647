import type { ICommandService, IWorkbookData, Workbook as UniverWorkbook, Worksheet } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/sheets/lib/facade';
import type { DateSystem, Numfmt } from './cell-value';
import { CalculatedColumns } from './calculated-columns';
import { Calculation } from './engine/calculation';
import type { Engine } from './engine/univer';
import { accessDenied } from './excel-error';
import { CellWriter } from './cell-writer';
import { Cells } from './cells';
import { CalculatedFormats } from './calculated-formats';
import { Changes } from './changes';
import { Charts } from './charts';
import { ConditionalFormats } from './conditional-formats';
import { Habits } from './habits';
import { Layout } from './layout';
import { Names } from './names';
import { Sheets } from './sheets';
import { TableFilters } from './table-filters';
import { TableFrames } from './table-frames';
import { Tables } from './tables';
import type { WorkbookEvent } from './workbook-event';
import type { KeptFile } from '../xlsx-kept';
import type { SheetChart } from 'hucre';

/** The file that a workbook was opened from, with contents that the workbench doesn't support. */
export interface OpenedFrom {
  file: KeptFile;
  /** The name of a sheet in the file, by ID; null for a new sheet. */
  nameThen: (sheetId: string) => string | null;
  /** Whether a sheet's page setup is still that of the file. */
  hasSamePrintSetup: (sheet: Worksheet) => boolean;
  /** Whether a sheet still has the charts from the file. */
  hasSameCharts: (sheet: Worksheet, now: readonly SheetChart[]) => boolean;
}

/** An empty workbook with one sheet. */
function blankSnapshot(name = 'Book1'): IWorkbookData {
  const sheet = { id: 'sheet1', name: 'Sheet1', rowCount: 1000, columnCount: 26, cellData: {} };
  return { id: 'workbook', name, sheetOrder: ['sheet1'], sheets: { sheet1: sheet } } as unknown as IWorkbookData;
}

/**
 * The workbook behind the Office host. Univer has the cells (values, formulas, formats, tables, names); this class and
 * its parts only translate. Data that Univer can't store (settings, custom XML) is here.
 */
export class Workbook {
  readonly unitId: string;
  readonly model: UniverWorkbook;
  readonly facade: FWorkbook;
  readonly commands: ICommandService;
  readonly numfmt: Numfmt;
  readonly calculation: Calculation;
  readonly sheets: Sheets;
  readonly cells: Cells;
  readonly writer: CellWriter;
  readonly calculatedFormats: CalculatedFormats;
  readonly calculatedColumns: CalculatedColumns;
  readonly tables: Tables;
  readonly filters: TableFilters;
  readonly frames: TableFrames;
  readonly names: Names;
  readonly layout: Layout;
  readonly charts: Charts;
  readonly conditionalFormats: ConditionalFormats;
  readonly changes: Changes;
  /** Excel's document settings: `context.workbook.settings`. */
  readonly settings = new Map<string, unknown>();
  /** The Common API's settings: `Office.context.document.settings`, as JSON text. */
  documentSettings = new Map<string, string>();
  readonly xmlParts = new Map<string, { id: string; namespace: string; xml: string }>();
  opened: OpenedFrom | null = null;
  /** Opened as read-only: every change is refused. */
  readOnly = false;
  dateSystem: DateSystem = 1900;
  /** This Excel's automatic behavior. */
  readonly habits = new Habits();
  /** Above 0 while the add-in, not a person, makes a change. */
  ownChanges = 0;
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();

  constructor(
    readonly engine: Engine,
    snapshot: IWorkbookData = blankSnapshot(),
  ) {
    const { core } = engine.modules;
    // All Univer instances share parsed formulas, including the function behind each name, by unit ID. So IDs must differ.
    this.unitId = crypto.randomUUID();
    this.changes = new Changes(this);
    engine.before.add((command, options) => this.changes.before(command, options));
    this.facade = engine.api.createWorkbook({ ...snapshot, id: this.unitId });
    this.model = this.facade.getWorkbook();
    // In headless Univer, undo does nothing without a focused unit.
    engine.injector.get(core.IUniverInstanceService).focusUnit(this.unitId);
    this.commands = engine.injector.get(core.ICommandService);
    this.numfmt = core.numfmt;
    this.calculation = new Calculation(engine);
    this.sheets = new Sheets(this);
    this.cells = new Cells(this);
    this.writer = new CellWriter(this);
    this.calculatedFormats = new CalculatedFormats(this);
    this.calculatedColumns = new CalculatedColumns(this);
    this.tables = new Tables(this);
    this.filters = new TableFilters(this);
    this.frames = new TableFrames(this);
    this.names = new Names(this);
    this.layout = new Layout(this);
    this.charts = new Charts(this);
    this.conditionalFormats = new ConditionalFormats(this);
    this.changes.begin();
  }

  /** Subscribes to all events; returns a function that unsubscribes. */
  on(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: WorkbookEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Runs a Univer command that changes the workbook, on behalf of the add-in. */
  run(id: string, params: object): unknown {
    this.demandWritable(id);
    return this.view(id, params);
  }

  /** Runs a Univer command that only changes the view, such as the selection. */
  view(id: string, params: object): unknown {
    this.writer.flush();
    return this.asAddIn(() => this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }));
  }

  asAddIn<T>(change: () => T): T {
    this.ownChanges++;
    try {
      return change();
    } finally {
      this.ownChanges--;
    }
  }

  demandWritable(location: string): void {
    if (this.readOnly) throw accessDenied(location);
  }

  /** Univer's facade of a sheet, for what is hard to do with commands. */
  facadeSheet(sheet: Worksheet) {
    const facade = this.facade.getSheetBySheetId(sheet.getSheetId());
    if (!facade) throw new Error(`sheet ${sheet.getName()} is gone`);
    return facade;
  }

  /** Undoes the last change, by anyone. */
  async undo(): Promise<void> {
    this.writer.flush();
    await this.commands.executeCommand('univer.command.undo');
  }

  /** Clears the undo list. */
  forgetUndo(): void {
    const { core } = this.engine.modules;
    this.engine.injector.get(core.IUndoRedoService).clearUndoRedo(this.unitId);
  }

  async redo(): Promise<void> {
    await this.commands.executeCommand('univer.command.redo');
  }

  /** Disposes of Univer after its progress timers and idle callbacks have run, which throw without a workbook. No need to wait. */
  dispose(): void {
    this.changes.end();
    const end = (): void => this.engine.univer.dispose();
    // Idle callbacks run in the order they were requested. Node has none.
    setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(end) : end()), END_MS);
  }
}

/** Longer than Univer's longest timer. */
const END_MS = 1_200;
