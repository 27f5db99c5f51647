import type { ICellData, IObjectMatrixPrimitiveType, Nullable, Styles, Worksheet } from '@univerjs/core';
import { intersect, MAX_COLUMNS, MAX_ROWS, toRange, type Area } from './a1';
import { cellFor, textOf, typeOf, valueOf, type CellValue, type CellWrite } from './cell-value';
import { accessDenied, ExcelError, wrongSize } from './excel-error';
import { toExcelFormula, toUniverFormula } from './formula-text';
import type { Workbook } from './workbook';

/** What may be read of a cell. */
export type Aspect = 'value' | 'formula' | 'format' | 'text' | 'type';

/** What may be written to a cell; 'style' takes parts of a Univer style. */
export type WriteAspect = 'value' | 'formula' | 'format' | 'style';

interface Write {
  area: Area;
  aspect: WriteAspect;
  values: unknown[][];
  /** Formats go with the values. */
  wipe?: boolean;
}

type Matrix = Record<number, Record<number, CellWrite>>;

const SET_VALUES = 'sheet.mutation.set-range-values';
const TOO_MANY_CELLS = 5_000_000;

/** Reading and writing cells. */
export class Cells {
  private writes: Write[] = [];

  constructor(private readonly book: Workbook) {}

  /** What a spilling formula put into other cells. */
  spills(sheet: Worksheet): IObjectMatrixPrimitiveType<Nullable<ICellData>> | undefined {
    return this.formulaData.getArrayFormulaCellData()?.[this.book.unitId]?.[sheet.getSheetId()];
  }

  /** Where the formula in that cell spills to, itself included. */
  spillOf(area: Area): Area | null {
    const ranges = this.formulaData.getArrayFormulaRange()?.[this.book.unitId]?.[area.sheet.getSheetId()];
    const range = ranges?.[area.row]?.[area.column];
    if (!range) return null;
    const { startRow, endRow, startColumn, endColumn } = range;
    return { sheet: area.sheet, row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
  }

  /** The formula of a cell in Excel's spelling, or null. */
  formulaOf(sheet: Worksheet, row: number, column: number): string | null {
    const cell = sheet.getCellMatrix().getValue(row, column);
    const formula = cell?.f ?? (cell?.si ? this.sharedFormula(sheet, row, column) : null);
    return formula ? toExcelFormula(formula, formula.includes('[') ? this.book.tables.at(sheet, row, column) : null) : null;
  }

  value(sheet: Worksheet, row: number, column: number): CellValue {
    return valueOf(sheet.getCellMatrix().getValue(row, column));
  }

  read(area: Area, aspect: 'value' | 'formula'): CellValue[][];
  read(area: Area, aspect: 'format' | 'text' | 'type'): string[][];
  read(area: Area, aspect: Aspect): CellValue[][];
  read(area: Area, aspect: Aspect): CellValue[][] {
    if (area.rows * area.columns > TOO_MANY_CELLS) throw new ExcelError('RequestAborted', 'The range is too large.', `Range.${aspect}`);
    this.flush();
    const { sheet } = area;
    const matrix = sheet.getCellMatrix();
    const spills = this.spills(sheet);
    const styles = this.book.model.getStyles();
    const { numfmt, dateSystem } = this.book;
    const one = (row: number, column: number): CellValue => {
      const own = matrix.getValue(row, column);
      const isSpilled = spills && (own?.v === undefined || own.v === null);
      const cell = isSpilled ? (spills[row]?.[column] ?? own) : own;
      switch (aspect) {
        case 'value':
          return valueOf(cell);
        case 'formula':
          return this.formulaOf(sheet, row, column) ?? valueOf(cell);
        case 'format':
          return formatOf(own?.s ? own : cell, styles);
        case 'text':
          return textOf(valueOf(cell), formatOf(own?.s ? own : cell, styles), numfmt, dateSystem);
        case 'type':
          return typeOf(valueOf(cell));
      }
    };
    return Array.from({ length: area.rows }, (_row, r) =>
      Array.from({ length: area.columns }, (_column, c) => one(area.row + r, area.column + c)),
    );
  }

  /** The smallest area that holds everything on the sheet, or within an area; null when there is nothing. */
  used(sheet: Worksheet, within?: Area | null, valuesOnly = false): Area | null {
    this.flush();
    const box = new GrowingBox();
    const see = (row: number, column: number) => {
      if (within && (row < within.row || row >= within.row + within.rows)) return;
      if (within && (column < within.column || column >= within.column + within.columns)) return;
      box.add(row, column);
    };
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell) return;
      const hasContent = (cell.v !== undefined && cell.v !== null && cell.v !== '') || cell.f || cell.si || cell.p;
      if (hasContent || (!valuesOnly && cell.s)) see(row, column);
    });
    const spills = this.spills(sheet);
    for (const [row, cells] of Object.entries(spills ?? {})) {
      for (const [column, cell] of Object.entries(cells as Record<string, ICellData | null>)) {
        if (cell?.v != null) see(Number(row), Number(column));
      }
    }
    return box.area(sheet);
  }

  /** Takes values for an area; they reach the cells at the next flush. A single value fills the area. */
  write(area: Area, aspect: WriteAspect, given: unknown): void {
    const location = `Range.${LOCATIONS[aspect]}`;
    this.book.demandWritable(location);
    if (this.book.layout.isProtected(area.sheet)) throw accessDenied(location);
    const whole = area.rows === MAX_ROWS || area.columns === MAX_COLUMNS;
    const target = whole && !Array.isArray(given) ? this.book.sheets.clip(area) : area;
    const values = Array.isArray(given) ? (given as unknown[][]) : filled(target, given);
    if (values.length !== target.rows || values.some((row) => !Array.isArray(row) || row.length !== target.columns)) {
      throw wrongSize(location);
    }
    this.writes.push({ area: target, aspect, values });
  }

  clear(area: Area, applyTo: string = 'All'): void {
    this.flush();
    const used = this.used(area.sheet);
    const target = used && intersect(this.book.sheets.clip(area), used);
    if (!target) return;
    const onlyFormats = applyTo === 'Formats';
    this.write(target, onlyFormats ? 'format' : 'value', onlyFormats ? 'General' : '');
    if (applyTo === 'All') this.writes.at(-1)!.wipe = true;
    this.flush();
  }

  /**
   * Gives the collected writes to Univer as ONE mutation a sheet: every mutation scans all cells (about 100 ms at
   * 600,000 cells). One undo step a flush.
   */
  flush(): void {
    if (!this.writes.length) return;
    const list = this.writes;
    this.writes = [];
    for (const write of list) this.book.sheets.ensureSize(write.area);
    const perSheet = new Map<string, Matrix>();
    const edits: { area: Area; before?: CellValue }[] = [];
    for (const write of list) {
      const { area, aspect } = write;
      const id = area.sheet.getSheetId();
      if (!perSheet.has(id)) perSheet.set(id, {});
      this.collect(write, perSheet.get(id)!);
      if (aspect === 'format' || aspect === 'style') continue;
      // office.js cuts large arrays into blocks of rows: one event for the whole.
      const last = edits.at(-1);
      const continues = last && last.area.sheet === area.sheet && last.area.column === area.column &&
        last.area.columns === area.columns && last.area.row + last.area.rows === area.row;
      if (continues) last.area = { ...last.area, rows: last.area.rows + area.rows };
      else edits.push({ area, before: area.rows * area.columns === 1 ? this.value(area.sheet, area.row, area.column) : undefined });
    }
    this.apply(perSheet);
    for (const edit of edits) this.book.changes.edited(edit.area, { origin: 'addin', before: edit.before });
  }

  private collect({ area, aspect, values, wipe }: Write, out: Matrix): void {
    const tables = this.book.tables.all;
    const near = tables.filter((table) => intersect({ ...table, rows: table.rows + 1 }, area));
    const matrix = area.sheet.getCellMatrix();
    const styles = this.book.model.getStyles();
    for (let i = 0; i < area.rows; i++) {
      const r = area.row + i;
      const row = (out[r] ??= {});
      for (let j = 0; j < area.columns; j++) {
        const c = area.column + j;
        const value = values[i]![j];
        if (value === null || value === undefined) continue; // null leaves the cell as it is
        const known = row[c];
        if (aspect === 'format') {
          row[c] = { ...known, s: { ...known?.s, n: value === 'General' ? null : { pattern: String(value) } } };
        } else if (aspect === 'style') {
          row[c] = { ...known, s: { ...known?.s, ...(value as object) } };
        } else {
          const pending = (known?.s as { n?: { pattern: string } | null } | undefined)?.n;
          const format = pending ? pending.pattern : formatOf(matrix.getValue(r, c), styles);
          const cell = cellFor(plain(value), format, this.book.numfmt, this.book.dateSystem);
          if (cell.f?.includes('[')) {
            const here = { sheet: area.sheet, row: r, column: c, rows: 1, columns: 1 };
            cell.f = toUniverFormula(cell.f, tables, near.find((table) => intersect(table, here)));
          }
          row[c] = wipe ? { ...cell, s: null } : known?.s || cell.s ? { ...cell, s: { ...known?.s, ...cell.s } } : cell;
        }
      }
    }
  }

  private apply(perSheet: Map<string, Matrix>): void {
    const { core, sheets } = this.book.engine.modules;
    const { injector } = this.book.engine;
    const undoMutations = [];
    const redoMutations = [];
    for (const [subUnitId, cellValue] of perSheet) {
      const params = { unitId: this.book.unitId, subUnitId, cellValue: cellValue as never };
      undoMutations.unshift({ id: SET_VALUES, params: sheets.SetRangeValuesUndoMutationFactory(injector, params) });
      this.book.asAddIn(() => this.book.commands.syncExecuteCommand(SET_VALUES, params));
      redoMutations.push({ id: SET_VALUES, params });
    }
    injector.get(core.IUndoRedoService).pushUndoRedo({ unitID: this.book.unitId, undoMutations, redoMutations });
  }

  private sharedFormula(sheet: Worksheet, row: number, column: number): string | null {
    return this.formulaData.getFormulaStringByCell(row, column, sheet.getSheetId(), this.book.unitId) ?? null;
  }

  private get formulaData() {
    return this.book.engine.injector.get(this.book.engine.modules.formula.FormulaDataModel);
  }

  /** Edits a cell as a person's keyboard does: Univer's own command, so that tables grow and events say who. */
  type(area: Area, values: readonly (readonly CellValue[])[]): void {
    this.flush();
    this.book.sheets.ensureSize(area);
    const styles = this.book.model.getStyles();
    const matrix = area.sheet.getCellMatrix();
    const value = values.map((row, r) =>
      row.map((cell, c) => {
        const format = formatOf(matrix.getValue(area.row + r, area.column + c), styles);
        return cellFor(cell, format, this.book.numfmt, this.book.dateSystem);
      }),
    );
    this.book.commands.syncExecuteCommand('sheet.command.set-range-values', {
      unitId: this.book.unitId,
      subUnitId: area.sheet.getSheetId(),
      range: toRange(area),
      value,
    });
  }
}

const LOCATIONS: Record<WriteAspect, string> = { value: 'values', formula: 'formulas', format: 'numberFormat', style: 'format' };

/** A cell's number format. */
function formatOf(cell: Nullable<ICellData> | void, styles: Styles): string {
  if (!cell?.s) return 'General';
  return (typeof cell.s === 'string' ? styles.get(cell.s) : cell.s)?.n?.pattern ?? 'General';
}

function filled(area: Area, value: unknown): unknown[][] {
  return Array.from({ length: area.rows }, () => new Array<unknown>(area.columns).fill(value));
}

function plain(value: unknown): CellValue {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** The box around cells seen one by one. */
export class GrowingBox {
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  add(row: number, column: number): void {
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  area(sheet: Worksheet): Area | null {
    if (this.bottom < 0) return null;
    return { sheet, row: this.top, column: this.left, rows: this.bottom - this.top + 1, columns: this.right - this.left + 1 };
  }
}
