import type { ICommandInfo, IExecutionOptions, IRange } from '@univerjs/core';
import { fromRange, addressOf, MAX_COLUMNS, MAX_ROWS, type Area } from './a1';
import { valueOf, type CellValue } from './cell-value';
import { toUniverFormula } from './formula-text';
import { GrowingBox } from './growing-box';
import type { Workbook } from './workbook';
import type { ChangeType, Origin, WorkbookEvent } from './workbook-event';

type CellMatrix = Record<string, Record<string, { v?: unknown; f?: unknown; p?: unknown; si?: unknown; s?: unknown } | null>>;

interface MutationParams {
  unitId?: string;
  subUnitId: string;
  cellValue?: CellMatrix;
  range: IRange;
  from: { subUnitId: string; value: CellMatrix };
  to: { subUnitId: string; value: CellMatrix };
  sheet: { id: string };
  tableId: string;
  type?: number;
  selections?: { range: IRange }[];
}

type Options = IExecutionOptions & { applyFormulaCalculationResult?: boolean };

type Seen =
  | { kind: 'values'; area: Area; before?: CellValue; isReplay: boolean; onlyFormulas: boolean }
  | { kind: 'structure'; area: Area; changeType: ChangeType; origin: Origin }
  | { kind: 'moved'; area: Area }
  | { kind: 'event'; event: WorkbookEvent };

const STRUCTURE: Record<string, ChangeType> = {
  'sheet.mutation.insert-row': 'RowInserted',
  'sheet.mutation.remove-rows': 'RowDeleted',
  'sheet.mutation.insert-col': 'ColumnInserted',
  'sheet.mutation.remove-col': 'ColumnDeleted',
};
const SET_VALUES = 'sheet.mutation.set-range-values';
const REPLAYS = ['univer.command.undo', 'univer.command.redo'];

/**
 * Turns every change in Univer, by anyone, into events of the workbook. It watches mutations rather than commands, which
 * covers undo and paste.
 */
export class Changes {
  private subscriptions: (() => void)[] = [];
  private turn: Seen[] | null = null;
  private replaying = 0;
  private valueBefore: CellValue | undefined;
  private lastSelection = '';
  private lastActive: string | undefined;
  private isWatching = false;

  constructor(private readonly book: Workbook) {}

  begin(): void {
    this.isWatching = true;
    this.lastActive = this.book.sheets.active.getSheetId();
    const commands = this.book.commands.onCommandExecuted((command, options) => this.after(command, options));
    const results = this.book.calculation.session.resultApplied$.subscribe((result) => {
      this.book.calculatedFormats.resultsApplied((result.unitData?.[this.book.unitId] ?? {}) as never);
      for (const sheetId of Object.keys(result.unitData?.[this.book.unitId] ?? {})) {
        this.makeRoomForSpills(sheetId);
        this.book.emit({ kind: 'calculated', sheetId });
      }
    });
    this.subscriptions.push(
      () => commands.dispose(),
      () => results.unsubscribe(),
    );
  }

  end(): void {
    this.isWatching = false;
    for (const stop of this.subscriptions.splice(0)) stop();
  }

  /** Before a command runs: changes typed or pasted formulas to Univer's spelling, and remembers the old value. */
  before(command: Readonly<ICommandInfo>, options?: Options): void {
    if (!this.isWatching) return;
    if (REPLAYS.includes(command.id)) this.replaying++;
    const params = command.params as MutationParams | undefined;
    if (command.id !== SET_VALUES || this.book.ownChanges || options?.applyFormulaCalculationResult) return;
    if (params?.unitId !== this.book.unitId) return;
    const sheet = this.book.sheets.byId(params.subUnitId);
    if (!sheet) return;
    const tables = this.book.tables.all;
    let count = 0;
    let place: [number, number] = [0, 0];
    for (const [row, cells] of Object.entries(params.cellValue ?? {})) {
      for (const [column, cell] of Object.entries(cells)) {
        count++;
        place = [Number(row), Number(column)];
        if (cell && this.book.calculatedFormats.leave(sheet, ...place)) cell.s = this.withoutFormat(cell.s);
        if (typeof cell?.f === 'string' && cell.f.includes('[')) {
          cell.f = toUniverFormula(cell.f, tables, this.book.tables.at(sheet, ...place));
        }
      }
    }
    if (!options?.fromFormula) this.valueBefore = count === 1 ? valueOf(sheet.getCellMatrix().getValue(...place)) : undefined;
  }

  /** The editor's style without the number format that belonged to the old result. */
  private withoutFormat(style: unknown): object {
    const known = typeof style === 'string' ? this.book.model.getStyles().get(style) : style;
    return { ...(known as object | null), n: null };
  }

  /** After an edit by the add-in or a person: renames table columns and emits the event. */
  edited(
    area: Area,
    { origin, before, changeType = 'RangeEdited' }: { origin: Origin; before?: CellValue; changeType?: ChangeType },
  ): void {
    const isOneCell = area.rows * area.columns === 1;
    for (const table of this.book.tables.all) {
      const isHeader = area.sheet === table.sheet && area.row <= table.row && area.row + area.rows > table.row;
      if (isHeader && changeType === 'RangeEdited') this.book.tables.renameColumns(table);
    }
    const after = isOneCell ? this.book.cells.value(area.sheet, area.row, area.column) : undefined;
    this.book.emit({ kind: 'changed', area, changeType, origin, before: isOneCell ? before : undefined, after });
  }

  private makeRoomForSpills(sheetId: string): void {
    const sheet = this.book.sheets.byId(sheetId);
    const spilled = sheet && this.book.cells.spilledArea(sheet);
    if (spilled) this.book.sheets.ensureSize(spilled);
  }

  private after(command: Readonly<ICommandInfo>, options?: Options): void {
    if (REPLAYS.includes(command.id)) this.replaying = Math.max(0, this.replaying - 1);
    const params = command.params as MutationParams | undefined;
    if (!params || (params.unitId && params.unitId !== this.book.unitId)) return;
    const structure = STRUCTURE[command.id];
    if (structure) return this.structureChanged(structure, params);
    switch (command.id) {
      case SET_VALUES:
        if (this.book.ownChanges || options?.fromFormula || options?.applyFormulaCalculationResult) return;
        return this.valuesChanged(params);
      case 'sheet.mutation.move-range':
        if (!this.book.ownChanges) for (const side of [params.from, params.to]) this.moved(side);
        return;
      case 'sheet.operation.set-selections':
        return this.selected(params);
      case 'sheet.operation.set-worksheet-active':
        if (this.lastActive === params.subUnitId) return;
        this.book.emit({ kind: 'activated', sheetId: params.subUnitId, previousId: this.lastActive });
        this.lastActive = params.subUnitId;
        return;
      case 'sheet.mutation.insert-sheet':
        return this.later({ kind: 'event', event: { kind: 'sheetAdded', sheetId: params.sheet.id } });
      case 'sheet.mutation.remove-sheet':
        return this.book.emit({ kind: 'sheetDeleted', sheetId: params.subUnitId });
      case 'sheet.mutation.add-table':
        return this.later({ kind: 'event', event: { kind: 'tableAdded', tableId: params.tableId, sheetId: params.subUnitId } });
      case 'sheet.mutation.delete-table':
        return this.book.emit({ kind: 'tableDeleted', tableId: params.tableId, sheetId: params.subUnitId });
    }
  }

  private valuesChanged(params: MutationParams): void {
    const area = this.contentBox(params.subUnitId, params.cellValue ?? {}, false);
    if (!area) return;
    const onlyFormulas = Object.values(params.cellValue ?? {}).every((row) =>
      Object.values(row).every((cell) => cell && 'f' in cell && cell.v == null && cell.p == null),
    );
    this.later({ kind: 'values', area, before: this.valueBefore, isReplay: this.replaying > 0, onlyFormulas });
  }

  private structureChanged(changeType: ChangeType, params: MutationParams): void {
    const sheet = this.book.sheets.byId(params.subUnitId);
    if (!sheet) return;
    const part = fromRange(sheet, params.range);
    const area = changeType.startsWith('Row') ? { ...part, column: 0, columns: MAX_COLUMNS } : { ...part, row: 0, rows: MAX_ROWS };
    this.later({ kind: 'structure', area, changeType, origin: this.book.ownChanges ? 'addin' : 'person' });
  }

  private moved(side: { subUnitId: string; value: CellMatrix }): void {
    const area = this.contentBox(side.subUnitId, side.value, true);
    if (area) this.later({ kind: 'moved', area });
  }

  private selected(params: MutationParams): void {
    const isWhileMouseIsDown = params.type === 0 || params.type === 1;
    const last = params.selections?.at(-1);
    const sheet = this.book.sheets.byId(params.subUnitId);
    if (isWhileMouseIsDown || !last || !sheet) return;
    const area = fromRange(sheet, last.range);
    const address = addressOf(area);
    if (address === this.lastSelection) return;
    this.lastSelection = address;
    this.book.emit({ kind: 'selection', area });
  }

  /** A Univer command makes many mutations; they're handled together, in a microtask after the command. */
  private later(seen: Seen): void {
    if (!this.turn) {
      this.turn = [];
      queueMicrotask(() => {
        const turn = this.turn!;
        this.turn = null;
        this.endOfTurn(turn);
      });
    }
    this.turn.push(seen);
  }

  private endOfTurn(turn: readonly Seen[]): void {
    const isStructural = turn.some((seen) => seen.kind === 'structure' || seen.kind === 'moved');
    for (const seen of turn) {
      if (seen.kind === 'event') this.book.emit(seen.event);
      else if (seen.kind === 'structure') this.edited(seen.area, seen);
      else if (seen.kind === 'moved') this.edited(seen.area, { origin: 'person' });
      else if (!(isStructural && seen.onlyFormulas)) {
        // Formulas that adjust to an inserted row aren't edits.
        if (!seen.isReplay) this.book.tables.followTyping(seen.area);
        this.edited(seen.area, { origin: 'person', before: seen.before });
      }
    }
  }

  /** The smallest area with the cells whose content, not only style, a mutation changed; with `any`, all its cells. */
  private contentBox(sheetId: string, matrix: CellMatrix, any: boolean): Area | null {
    const sheet = this.book.sheets.byId(sheetId);
    if (!sheet) return null;
    const box = new GrowingBox();
    for (const [row, cells] of Object.entries(matrix)) {
      for (const [column, cell] of Object.entries(cells)) {
        if (any || !cell || 'v' in cell || 'f' in cell || 'p' in cell || 'si' in cell) box.add(Number(row), Number(column));
      }
    }
    return box.area(sheet);
  }
}
