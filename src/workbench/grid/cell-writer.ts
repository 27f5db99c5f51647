import { intersect, toRange, type Area } from './a1';
import type { WriteMatrix } from './calculated-columns';
import { cellFor, type CellValue } from './cell-value';
import { formatOf } from './cells';
import { accessDenied, wrongSize } from './excel-error';
import { toUniverFormula } from './formula-text';
import type { Workbook } from './workbook';

/** What to write to a cell; a 'style' is part of a Univer style. */
export type WriteAspect = 'value' | 'formula' | 'format' | 'style';

interface Write {
  area: Area;
  aspect: WriteAspect;
  /** One value for each cell, or one for all. */
  values: unknown;
  /** Whether formats are cleared with the values. */
  wipe?: boolean;
}

const SET_VALUES = 'sheet.mutation.set-range-values';

/** Writes cells. */
export class CellWriter {
  private writes: Write[] = [];

  constructor(private readonly book: Workbook) {}

  /** Collects values for an area; the next flush writes them. A single value fills the area. */
  write(area: Area, aspect: WriteAspect, given: unknown): void {
    const location = `Range.${LOCATIONS[aspect]}`;
    this.book.demandWritable(location);
    if (this.book.layout.isProtected(area.sheet)) throw accessDenied(location);
    if (Array.isArray(given)) {
      const isWrong = given.length !== area.rows || given.some((row) => !Array.isArray(row) || row.length !== area.columns);
      if (isWrong) throw wrongSize(location);
    }
    this.writes.push({ area, aspect, values: given });
  }

  clear(area: Area, applyTo: string = 'All'): void {
    this.flush();
    const used = this.book.cells.used(area.sheet);
    const target = used && intersect(this.book.sheets.clip(area), used);
    if (!target) return;
    const onlyFormats = applyTo === 'Formats';
    this.write(target, onlyFormats ? 'format' : 'value', onlyFormats ? 'General' : '');
    if (applyTo === 'All') this.writes.at(-1)!.wipe = true;
    this.flush();
  }

  /**
   * Writes what was collected, with ONE Univer mutation per sheet, since every mutation scans all cells (about 100 ms for
   * 600,000 cells). A flush is one undo step.
   */
  flush(): void {
    if (!this.writes.length) return;
    const list = this.writes;
    this.writes = [];
    for (const { area } of list) this.book.sheets.ensureSize(area);
    // The sheets have their final size now, so whole columns and rows can be clipped.
    for (const write of list) write.area = this.book.sheets.clip(write.area);
    const perSheet = new Map<string, WriteMatrix>();
    const edits: { area: Area; before?: CellValue }[] = [];
    for (const write of list) {
      const { area, aspect } = write;
      const id = area.sheet.getSheetId();
      if (!perSheet.has(id)) perSheet.set(id, {});
      this.collect(write, perSheet.get(id)!);
      if (aspect === 'format' || aspect === 'style') continue;
      // office.js splits large arrays into blocks of rows, which count as one edit.
      const last = edits.at(-1);
      const continues =
        last &&
        last.area.sheet === area.sheet &&
        last.area.column === area.column &&
        last.area.columns === area.columns &&
        last.area.row + last.area.rows === area.row;
      if (continues) last.area = { ...last.area, rows: last.area.rows + area.rows };
      else
        edits.push({ area, before: area.rows * area.columns === 1 ? this.book.cells.value(area.sheet, area.row, area.column) : undefined });
    }
    for (const [id, matrix] of perSheet)
      for (const area of this.book.calculatedColumns.addFills(this.book.sheets.byId(id)!, matrix)) edits.push({ area });
    this.apply(perSheet);
    for (const { area } of edits) this.book.tables.growInto(area);
    for (const edit of edits) this.book.changes.edited(edit.area, { origin: 'addin', before: edit.before });
  }

  private collect({ area, aspect, values, wipe }: Write, out: WriteMatrix): void {
    const tables = this.book.tables.all;
    const near = tables.filter((table) => intersect({ ...table, rows: table.rows + 1 }, area));
    const matrix = area.sheet.getCellMatrix();
    const styles = this.book.model.getStyles();
    for (let i = 0; i < area.rows; i++) {
      const r = area.row + i;
      const row = (out[r] ??= {});
      for (let j = 0; j < area.columns; j++) {
        const c = area.column + j;
        const value = Array.isArray(values) ? (values as unknown[][])[i]![j] : values;
        if (value === null || value === undefined) continue; // null leaves the cell unchanged
        const known = row[c];
        if (aspect === 'format') {
          row[c] = { ...known, s: { ...known?.s, n: value === 'General' ? null : { pattern: value as string } } };
        } else if (aspect === 'style') {
          row[c] = { ...known, s: { ...known?.s, ...value } };
        } else {
          const style = known?.s as { n?: { pattern: string } | null } | undefined;
          const pending = style && 'n' in style ? (style.n?.pattern ?? 'General') : null;
          const leaves = pending === null && this.book.calculatedFormats.leave(area.sheet, r, c);
          const format = pending ?? (leaves ? 'General' : formatOf(matrix.getValue(r, c), styles));
          const loses = format === '@' && !this.book.habits.keepsApostrophe && typeof value === 'string';
          const cell = cellFor(plain(loses ? value.replace(/^'/, '') : value), format, this.book.numfmt, this.book.dateSystem);
          if (cell.f?.includes('[')) {
            const here = { sheet: area.sheet, row: r, column: c, rows: 1, columns: 1 };
            cell.f = toUniverFormula(
              cell.f,
              tables,
              near.find((table) => intersect(table, here)),
            );
          }
          if (leaves) cell.s = { n: null, ...cell.s };
          row[c] = wipe ? { ...cell, s: null } : known?.s || cell.s ? { ...cell, s: { ...known?.s, ...cell.s } } : cell;
        }
      }
    }
  }

  private apply(perSheet: Map<string, WriteMatrix>): void {
    const { core, sheets } = this.book.engine.modules;
    const { injector } = this.book.engine;
    const undoMutations = [];
    const redoMutations = [];
    for (const [subUnitId, matrix] of perSheet) {
      for (const { cellValue, trigger } of partsOf(matrix)) {
        const params = { unitId: this.book.unitId, subUnitId, cellValue: cellValue as never, ...(trigger ? { trigger } : {}) };
        undoMutations.unshift({ id: SET_VALUES, params: sheets.SetRangeValuesUndoMutationFactory(injector, params) });
        this.book.asAddIn(() => this.book.commands.syncExecuteCommand(SET_VALUES, params));
        redoMutations.push({ id: SET_VALUES, params });
      }
    }
    injector.get(core.IUndoRedoService).pushUndoRedo({ unitID: this.book.unitId, undoMutations, redoMutations });
  }

  /** Edits cells like a person at the keyboard, by Univer's own command, so that tables grow and events name a person. */
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

function plain(value: unknown): CellValue {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/**
 * Splits a write into contents and cells that only get a style. Univer clears the formula of a cell written without one,
 * unless the trigger is a style command.
 */
function partsOf(matrix: WriteMatrix): { cellValue: WriteMatrix; trigger?: string }[] {
  const contents: WriteMatrix = {};
  const styles: WriteMatrix = {};
  for (const [row, cells] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(cells)) {
      const part = Object.keys(cell).every((key) => key === 's') ? styles : contents;
      (part[Number(row)] ??= {})[Number(column)] = cell;
    }
  }
  const all = [{ cellValue: contents }, { cellValue: styles, trigger: 'sheet.command.set-style' }];
  return all.filter(({ cellValue }) => Object.keys(cellValue).length > 0);
}
