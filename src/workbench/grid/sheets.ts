import type { Worksheet } from '@univerjs/core';
import { fromRange, MAX_COLUMNS, MAX_ROWS, parseA1, splitSheet, toRange, type Area } from './a1';
import { continueFormats, formatsToTheEnd } from './column-formats';
import { alreadyExists, badArgument, internalError, invalidOperation } from './excel-error';
import { newId } from './new-id';
import type { Workbook } from './workbook';

/** The sheets of a workbook, the selection and addresses. */
export class Sheets {
  /** Review > Protect Workbook: sheets can't be added, deleted, renamed, hidden or shown. */
  isStructureProtected = false;
  private readonly veryHidden = new Set<string>();

  constructor(private readonly book: Workbook) {}

  get all(): Worksheet[] {
    return this.book.model.getSheets();
  }

  get active(): Worksheet {
    return this.book.model.getActiveSheet();
  }

  byId(id: string): Worksheet | null {
    return this.book.model.getSheetBySheetId(id) ?? null;
  }

  /** A sheet by name or ID. */
  find(key: string): Worksheet | undefined {
    const wanted = String(key).toUpperCase();
    return this.all.find((sheet) => sheet.getSheetId().toUpperCase() === wanted || sheet.getName().toUpperCase() === wanted);
  }

  /** Adds a sheet. Univer's sheets have a size, which grows on demand. */
  add(name?: string | null, size = { rowCount: 1000, columnCount: 26 }): Worksheet {
    const wanted = name || this.freeName();
    this.demandName(wanted, 'WorksheetCollection.add');
    const id = newId();
    const shown = this.active;
    const sheet = { id, name: wanted, ...size };
    this.book.run('sheet.command.insert-sheet', { index: this.all.length, sheet });
    // Univer activates a new sheet, Excel doesn't.
    if (this.active !== shown) this.activate(shown);
    return this.find(id)!;
  }

  rename(sheet: Worksheet, name: string): void {
    const other = this.find(name);
    if (other !== sheet) this.demandName(name, 'Worksheet.name');
    this.book.run('sheet.command.set-worksheet-name', { subUnitId: sheet.getSheetId(), name });
  }

  /** Moves a sheet's tab to a position among all sheets. */
  move(sheet: Worksheet, position: number): void {
    const shown = this.active;
    const [fromIndex, toIndex] = [this.all.indexOf(sheet), Math.max(0, Math.min(position, this.all.length - 1))];
    if (fromIndex !== toIndex)
      this.book.run('sheet.mutation.set-worksheet-order', { subUnitId: sheet.getSheetId(), fromOrder: fromIndex, toOrder: toIndex });
    if (this.active !== shown) this.activate(shown);
  }

  remove(sheet: Worksheet): void {
    if (this.all.filter((other) => !other.isSheetHidden()).length === 1 && !sheet.isSheetHidden()) {
      throw invalidOperation('Worksheet.delete');
    }
    for (const table of this.book.tables.all) if (table.sheet === sheet) this.book.tables.remove(table, { clear: false });
    // Univer keeps drawing for a moment and fails if the active sheet is gone.
    if (this.active === sheet) this.activate(this.all.find((other) => other !== sheet && !other.isSheetHidden())!);
    this.book.run('sheet.command.remove-sheet', { subUnitId: sheet.getSheetId() });
  }

  /** Excel.SheetVisibility. */
  visibility(sheet: Worksheet): 'Visible' | 'Hidden' | 'VeryHidden' {
    if (!sheet.isSheetHidden()) return 'Visible';
    return this.veryHidden.has(sheet.getSheetId()) ? 'VeryHidden' : 'Hidden';
  }

  setVisibility(sheet: Worksheet, visibility: string): void {
    this.setVisible(sheet, visibility === 'Visible');
    if (visibility === 'VeryHidden') this.veryHidden.add(sheet.getSheetId());
    else this.veryHidden.delete(sheet.getSheetId());
  }

  /** Refuses changes to sheets while the workbook's structure is protected. Which error code Excel returns is unknown. */
  demandStructure(location: string): void {
    if (this.isStructureProtected) throw internalError(location);
  }

  private setVisible(sheet: Worksheet, visible: boolean): void {
    const isLast = this.all.filter((other) => !other.isSheetHidden()).length === 1;
    if (!visible && isLast && !sheet.isSheetHidden()) throw invalidOperation('Worksheet.visibility');
    if (!visible && this.active === sheet) this.activate(this.all.find((other) => other !== sheet && !other.isSheetHidden())!);
    this.book.run('sheet.mutation.set-worksheet-hidden', { subUnitId: sheet.getSheetId(), hidden: visible ? 0 : 1 });
  }

  activate(sheet: Worksheet): void {
    if (sheet.isSheetHidden()) throw invalidOperation('Worksheet.activate');
    if (this.active !== sheet) this.book.view('sheet.operation.set-worksheet-active', { subUnitId: sheet.getSheetId() });
  }

  get selection(): Area {
    const { SheetsSelectionsService } = this.book.engine.modules.sheets;
    const selected = this.book.engine.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    return fromRange(this.active, selected ?? { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 });
  }

  select(area: Area): void {
    this.activate(area.sheet);
    this.ensureSize(area);
    const clipped = this.clip(area);
    const { row, column } = area;
    const corner = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const primary = { ...corner, actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false };
    this.book.view('sheet.operation.set-selections', {
      subUnitId: area.sheet.getSheetId(),
      selections: [{ range: toRange(clipped), primary, style: null }],
    });
  }

  /** The area of 'Sheet1!A1', "'My sheet'!A:A", a name or a table. */
  parse(reference: string, on: Worksheet = this.active): Area {
    const { sheet: written, local } = splitSheet(reference);
    const sheet = written === null ? on : this.find(written);
    const box = parseA1(local);
    if (sheet && box) return { sheet, ...box };
    const name = this.book.names.find(reference);
    const named = name && this.book.names.area(name);
    if (named) return named;
    const table = this.book.tables.find(reference);
    if (table) return this.book.tables.body(table);
    throw badArgument('Worksheet.getRange');
  }

  /** The part of an area that is within the size of Univer's sheet. */
  clip(area: Area): Area {
    return {
      ...area,
      rows: Math.min(area.rows, area.sheet.getRowCount() - area.row),
      columns: Math.min(area.columns, area.sheet.getColumnCount() - area.column),
    };
  }

  /** Grows Univer's sheet to include an area. */
  ensureSize(area: Area): void {
    const subUnitId = area.sheet.getSheetId();
    const rows = area.rows === MAX_ROWS ? 0 : area.row + area.rows;
    const columns = area.columns === MAX_COLUMNS ? 0 : area.column + area.columns;
    const there = area.sheet.getRowCount();
    if (rows > there) {
      const formats = formatsToTheEnd({ sheet: area.sheet });
      this.book.conditionalFormats.growing(area.sheet, () => {
        this.book.view('sheet.mutation.set-worksheet-row-count', { subUnitId, rowCount: Math.min(MAX_ROWS, rows + 100) });
      });
      continueFormats(this.book, area.sheet, formats, { row: there, rows: area.sheet.getRowCount() - there });
    }
    if (columns > area.sheet.getColumnCount()) {
      this.book.view('sheet.mutation.set-worksheet-column-count', { subUnitId, columnCount: Math.min(MAX_COLUMNS, columns + 5) });
    }
  }

  private freeName(): string {
    let i = this.all.length + 1;
    while (this.find(`Sheet${i}`)) i++;
    return `Sheet${i}`;
  }

  private demandName(name: string, location: string): void {
    if (this.find(name)) throw alreadyExists(location);
    if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) throw badArgument(location);
  }
}
