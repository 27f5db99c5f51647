import type { IStyleData, Worksheet } from '@univerjs/core';
import { toRange, type Area } from './a1';
import { invalidOperation } from './excel-error';
import type { Workbook } from './workbook';

/** Univer uses pixels, Excel points. */
export const POINTS_PER_PIXEL = 0.75;

/** Univer's number for text that takes several lines. */
export const WRAPS = 3;

/** Column widths, row heights, hidden rows, frozen panes, cell styles and protection. */
export class Layout {
  private readonly protection = new Map<string, object>();

  constructor(private readonly book: Workbook) {}

  columnWidth(sheet: Worksheet, column: number): number {
    return sheet.getColumnWidth(column) * POINTS_PER_PIXEL;
  }

  setColumnWidth(area: Area, points: number): void {
    const clipped = this.book.sheets.clip(area);
    this.book.sheets.ensureSize(clipped);
    this.book.run('sheet.mutation.set-worksheet-col-width', {
      subUnitId: area.sheet.getSheetId(),
      ranges: [toRange(clipped)],
      colWidth: points / POINTS_PER_PIXEL,
    });
  }

  rowHeight(sheet: Worksheet, row: number): number {
    return sheet.getRowHeight(row) * POINTS_PER_PIXEL;
  }

  /** The heights of rows that someone has set, in points, by row. */
  ownRowHeights(sheet: Worksheet): [row: number, points: number][] {
    const rows = sheet.getRowManager().getRowData() as unknown as Record<number, { h?: number; ia?: number } | undefined>;
    return Object.entries(rows).flatMap(([row, data]): [number, number][] =>
      data?.h && !data.ia ? [[Number(row), data.h * POINTS_PER_PIXEL]] : [],
    );
  }

  setRowHeight(area: Area, points: number): void {
    const clipped = this.book.sheets.clip(area);
    this.book.run('sheet.mutation.set-worksheet-row-height', {
      subUnitId: area.sheet.getSheetId(),
      ranges: [{ ...toRange(clipped), startColumn: 0, endColumn: 0 }],
      rowHeight: points / POINTS_PER_PIXEL,
    });
    this.setAutoHeight(clipped, false);
  }

  /** Hides the rows of an area, or shows them; by a filter or by hand. */
  hideRows(area: Area, isHidden: boolean): void {
    this.book.run(`sheet.mutation.set-row-${isHidden ? 'hidden' : 'visible'}`, {
      subUnitId: area.sheet.getSheetId(),
      ranges: [toRange(this.book.sheets.clip(area))],
    });
  }

  /** How many rows of an area are hidden. */
  hiddenRows(area: Area): number {
    const { sheet, row, rows } = this.book.sheets.clip(area);
    return Array.from({ length: Math.max(0, rows) }, (_, index) => sheet.getRowVisible(row + index)).filter((isShown) => !isShown).length;
  }

  /** Leaves it to the grid, and to readers of a saved file, how high rows are. */
  autofitRows(area: Area): void {
    this.setAutoHeight(this.book.sheets.clip(area), true);
  }

  private setAutoHeight(area: Area, isAuto: boolean): void {
    this.book.run('sheet.mutation.set-worksheet-row-is-auto-height', {
      subUnitId: area.sheet.getSheetId(),
      ranges: [{ ...toRange(area), startColumn: 0, endColumn: 0 }],
      autoHeightInfo: Number(isAuto),
    });
  }

  freeze(sheet: Worksheet, rows: number, columns: number): void {
    this.book.run('sheet.command.set-frozen', {
      subUnitId: sheet.getSheetId(),
      startRow: rows || -1,
      startColumn: columns || -1,
      xSplit: columns,
      ySplit: rows,
    });
  }

  frozen(sheet: Worksheet): { rows: number; columns: number } {
    const freeze = sheet.getFreeze();
    return { rows: freeze?.ySplit ?? 0, columns: freeze?.xSplit ?? 0 };
  }

  /** The style of an area's first cell. */
  styleOf(area: Area): IStyleData {
    const style = area.sheet.getCellMatrix().getValue(area.row, area.column)?.s;
    return (typeof style === 'string' ? this.book.model.getStyles().get(style) : style) ?? {};
  }

  setStyle(area: Area, style: IStyleData): void {
    this.book.writer.write(area, 'style', style);
  }

  isProtected(sheet: Worksheet): boolean {
    return this.protection.has(sheet.getSheetId());
  }

  protectionOptions(sheet: Worksheet): object | null {
    return this.protection.get(sheet.getSheetId()) ?? null;
  }

  protect(sheet: Worksheet, options: object = {}): void {
    if (this.isProtected(sheet)) throw invalidOperation('WorksheetProtection.protect');
    this.book.writer.flush();
    this.protection.set(sheet.getSheetId(), options);
    this.lockForPerson(sheet, true);
  }

  unprotect(sheet: Worksheet): void {
    this.protection.delete(sheet.getSheetId());
    this.lockForPerson(sheet, false);
  }

  /** Univer's own protection, against edits by the person. */
  private lockForPerson(sheet: Worksheet, locked: boolean): void {
    const permission = this.book.facadeSheet(sheet).getWorksheetPermission?.();
    // Headless Univer has none. Our own check refuses the add-in's writes in any case.
    Promise.resolve(permission?.setMode(locked ? 'readOnly' : 'editable')).catch(() => undefined);
  }
}
