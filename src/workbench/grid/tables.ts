import type { Worksheet } from '@univerjs/core';
import { fromRange, intersect, toRange, type Area } from './a1';
import { forgetParsedFormulas } from './engine/repairs';
import { alreadyExists, badArgument } from './excel-error';
import { renameInFormula } from './formula-text';
import { isName } from './names';
import { inheritFromAbove } from './inherited-cells';
import { newId } from './new-id';
import { shiftRows } from './shift-rows';
import type { Workbook } from './workbook';

/** A table with its current position, including its header row. */
export interface Table extends Area {
  id: string;
  name: string;
  hidesHeader: boolean;
}

/** The tables of a workbook. Look them up again each time, since someone may change or delete them. */
export class Tables {
  /** Names of table styles, which Univer can't store. */
  readonly styles = new Map<string, string>();

  constructor(private readonly book: Workbook) {}

  get all(): Table[] {
    return this.manager.getTableList(this.book.unitId).flatMap((table) => this.byId(table.id) ?? []);
  }

  byId(id: string): Table | null {
    const table = this.manager.getTableById(this.book.unitId, id);
    const sheet = table && this.book.sheets.byId(table.getSubunitId());
    return table && sheet
      ? { id, name: table.getDisplayName(), hidesHeader: !this.book.frames.showsHeaders({ id }), ...fromRange(sheet, table.getRange()) }
      : null;
  }

  /** A table by name or ID. */
  find(key: string): Table | undefined {
    const wanted = String(key).toUpperCase();
    return this.all.find((table) => table.id.toUpperCase() === wanted || table.name.toUpperCase() === wanted);
  }

  at(sheet: Worksheet, row: number, column: number): Table | null {
    const cell = { sheet, row, column, rows: 1, columns: 1 };
    return this.all.find((table) => intersect(this.book.frames.whole(table), cell)) ?? null;
  }

  /** The rows below the header; Excel never leaves a table without one. */
  body(table: Table): Area {
    return { sheet: table.sheet, row: table.row + 1, column: table.column, rows: Math.max(1, table.rows - 1), columns: table.columns };
  }

  /** The names of a table's columns, even while its header row is hidden. */
  headers(table: Area & { id?: string }): string[] {
    const inner =
      table.id !== undefined && !this.book.frames.showsHeaders({ id: table.id }) && this.manager.getTableById(this.book.unitId, table.id);
    if (inner) return Array.from({ length: table.columns }, (_, index) => inner.getTableColumnByIndex(index)?.displayName ?? '');
    return this.book.cells.read({ ...table, rows: 1 }, 'text')[0]!;
  }

  add(area: Area, hasHeaders: boolean, name?: string): Table {
    this.book.writer.flush();
    if (this.all.some((table) => intersect(table, area))) throw badArgument('TableCollection.add');
    let whole = area;
    if (!hasHeaders) {
      shiftRows(this.book, area, area.row, 1);
      whole = { ...area, rows: area.rows + 1 };
    }
    // Excel turns headers into text, fills missing ones, and makes duplicates unique.
    const taken = new Set<string>();
    const headers = (hasHeaders ? this.headers(whole) : new Array<string>(area.columns).fill('')).map((text, i) => {
      const base = text || `Column${i + 1}`;
      let header = base;
      for (let n = 2; taken.has(header.toUpperCase()); n++) header = base + n;
      taken.add(header.toUpperCase());
      return header;
    });
    this.book.writer.write({ ...whole, rows: 1 }, 'value', [headers.map((header) => `'${header}`)]);
    if (whole.rows === 1) whole = { ...whole, rows: 2 };
    this.book.writer.flush();
    const id = newId();
    const tableName = name ?? this.freeName();
    this.book.run('sheet.command.add-table', { subUnitId: whole.sheet.getSheetId(), name: tableName, range: toRange(whole), id });
    this.insistOnName(id, tableName);
    return this.byId(id)!;
  }

  rename(table: Table, name: string): void {
    if (!isName(name)) throw badArgument('Table.name');
    const other = this.find(name);
    if ((other && other.id !== table.id) || this.book.names.find(name)) throw alreadyExists('Table.name');
    if (name === table.name) return;
    this.book.run('sheet.command.set-table-config', { tableId: table.id, name });
    this.insistOnName(table.id, name);
    this.rewriteFormulas((formula) => renameInFormula(formula, table.name, { table: name }));
  }

  /** Sets a table's name even if a sheet has the same one, which Excel allows. Univer's commands don't, but its mutation does. */
  private insistOnName(tableId: string, name: string): void {
    const table = this.byId(tableId);
    if (!table || table.name === name) return;
    this.book.run('sheet.mutation.set-sheet-table', { subUnitId: table.sheet.getSheetId(), tableId, config: { name } });
  }

  /** After header cells changed: renames their columns, also in formulas. */
  renameColumns(table: Table): void {
    if (!this.book.frames.showsHeaders(table)) return;
    const inner = this.manager.getTableById(this.book.unitId, table.id);
    const renamed: [string, string][] = [];
    for (const [i, text] of this.headers(table).entries()) {
      const column = inner?.getTableColumnByIndex(i);
      if (!column || !text || column.displayName === text) continue;
      renamed.push([column.displayName, text]);
      column.displayName = text;
    }
    if (!renamed.length) return;
    // Makes Univer publish the new columns to the formula engine.
    this.resize(table, table.rows);
    for (const column of renamed) this.rewriteFormulas((formula) => renameInFormula(formula, table.name, { column }));
  }

  /** Univer takes out, or puts in, another column than the last, so the columns are given their names again: those they had, unless others are named. */
  resize(table: Table, rows: number, columns = table.columns, named?: readonly string[]): void {
    const inner = this.manager.getTableById(this.book.unitId, table.id)!;
    const had = Array.from({ length: inner.getColumnsCount() }, (_, n) => inner.getTableColumnByIndex(n)!.displayName);
    const newRange = toRange({ ...table, rows, columns });
    const publish = (): void => void this.book.run('sheet.command.set-table-config', { tableId: table.id, updateRange: { newRange } });
    publish();
    if (columns !== had.length) {
      const names = named ?? Array.from({ length: columns }, (_, n) => had[n] ?? `Column${n + 1}`);
      names.forEach((name, n) => (inner.getTableColumnByIndex(n)!.displayName = name));
      publish();
    }
    forgetParsedFormulas(this.book.engine.modules, this.book.engine.injector);
  }

  remove(table: Table, { clear }: { clear: boolean }): void {
    if (clear) this.book.writer.clear(this.book.frames.whole(table));
    forgetParsedFormulas(this.book.engine.modules, this.book.engine.injector);
    this.book.run('sheet.command.delete-table', { subUnitId: table.sheet.getSheetId(), tableId: table.id });
  }

  /** After someone typed: extends tables, with the formats and lists of their rows, and fills calculated columns, as one undo step, as in Excel. */
  followTyping(area: Area): void {
    const { core } = this.book.engine.modules;
    const group = this.book.engine.injector.get(core.IUndoRedoService).__tempBatchingUndoRedo(this.book.unitId);
    const grown = this.growInto(area);
    if (grown) inheritFromAbove(this.book, grown, true);
    this.book.calculatedColumns.fillAround(area);
    this.book.writer.flush();
    group.dispose();
  }

  /**
   * Extends a table by cells written directly below it or to its right, also by an add-in, and continues its calculated
   * columns. Returns the rows that a table gained.
   */
  growInto(area: Area): Area | null {
    const { growsDown, growsRight } = this.book.habits;
    const isEmpty = (): boolean => this.book.cells.read(area, 'formula').every((row) => row.every((cell) => cell === ''));
    for (const table of this.all) {
      if (table.sheet !== area.sheet) continue;
      const isBelow =
        growsDown &&
        !this.book.frames.showsTotals(table) &&
        area.row === table.row + table.rows &&
        area.column >= table.column &&
        area.column + area.columns <= table.column + table.columns;
      const isRight =
        growsRight &&
        area.column === table.column + table.columns &&
        area.row >= table.row &&
        area.row + area.rows <= table.row + table.rows;
      if ((!isBelow && !isRight) || isEmpty()) continue;
      if (isBelow) {
        this.resize(table, table.rows + area.rows);
        this.book.calculatedColumns.continueInto({ ...table, rows: table.rows + area.rows }, table.rows - 1, area.rows);
        return { ...area, column: table.column, columns: table.columns };
      }
      const header = { sheet: table.sheet, row: table.row, column: area.column, rows: 1, columns: area.columns };
      const names = this.headers(header).map((name, n) => `'${name || `Column${table.columns + n + 1}`}`);
      this.resize(table, table.rows, table.columns + area.columns);
      if (!this.book.frames.showsHeaders(table)) return null;
      this.book.writer.write(header, 'value', [names]);
      this.book.writer.flush();
      return null;
    }
    return null;
  }

  /** Changes the formulas with structured references in all cells. */
  rewriteFormulas(change: (formula: string) => string): void {
    for (const sheet of this.book.sheets.all) {
      const changed: { row: number; column: number; formula: string }[] = [];
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (!cell?.f?.includes('[')) return;
        const formula = change(cell.f);
        if (formula !== cell.f) changed.push({ row, column, formula });
      });
      for (const { row, column, formula } of changed) {
        this.book.writer.write({ sheet, row, column, rows: 1, columns: 1 }, 'formula', [[formula]]);
      }
    }
    this.book.writer.flush();
  }

  private freeName(): string {
    let i = 1;
    while (this.find(`Table${i}`) || this.book.names.find(`Table${i}`)) i++;
    return `Table${i}`;
  }

  private get manager() {
    return this.book.engine.injector.get(this.book.engine.modules.table.TableManager);
  }
}
