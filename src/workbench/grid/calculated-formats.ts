import type { ICellData, IStyleData, Worksheet } from '@univerjs/core';
import { formatOf } from './cells';
import type { Workbook } from './workbook';

type Results = Record<string, Record<string, Record<string, ICellData | null> | undefined> | undefined>;

const SET_VALUES = 'sheet.mutation.set-range-values';

/**
 * Number formats from formatted numbers that custom functions returned. In Excel, such a format belongs to the value and
 * disappears with it. Univer writes it into the cell, where it would stay: =COOP.SPLIT(1500) typed over a date would show
 * 1902-06-18.
 */
export class CalculatedFormats {
  /** Namespaces of custom functions. Excel's own functions change a cell's format permanently. */
  readonly namespaces = new Set<string>();
  private readonly patterns = new Map<string, string>();

  constructor(private readonly book: Workbook) {}

  /** The format that a cell only has from its formula's last result. */
  at(sheet: Worksheet, row: number, column: number): string | undefined {
    if (!this.patterns.size) return undefined;
    const pattern = this.patterns.get(place(sheet.getSheetId(), row, column));
    // A format set since then is the cell's own.
    return pattern !== undefined && pattern === this.stored(sheet, row, column) ? pattern : undefined;
  }

  /** Removes the format from the old result before new content is written. True if there was one. */
  leave(sheet: Worksheet, row: number, column: number): boolean {
    const isOurs = this.at(sheet, row, column) !== undefined;
    if (this.patterns.size) this.patterns.delete(place(sheet.getSheetId(), row, column));
    return isOurs;
  }

  /** After a calculation: notes the formats of its results, and removes those of results that no longer have one. */
  resultsApplied(results: Results): void {
    for (const [sheetId, rows] of Object.entries(results)) {
      const sheet = this.book.sheets.byId(sheetId);
      if (!sheet || !rows) continue;
      for (const [row, cells] of Object.entries(rows)) {
        for (const [column, cell] of Object.entries(cells ?? {})) this.note(sheet, Number(row), Number(column), cell);
      }
    }
  }

  private note(sheet: Worksheet, row: number, column: number, result: ICellData | null): void {
    const pattern = typeof result?.s === 'object' ? result.s?.n?.pattern : undefined;
    const known = this.at(sheet, row, column);
    if (pattern === known) return;
    if (pattern) {
      if (pattern !== this.stored(sheet, row, column) || !this.isCustom(sheet, row, column)) return;
      this.patterns.set(place(sheet.getSheetId(), row, column), pattern);
      return;
    }
    if (!this.leave(sheet, row, column)) return;
    const cellValue = { [row]: { [column]: { s: { n: null } as IStyleData } } };
    const params = { unitId: this.book.unitId, subUnitId: sheet.getSheetId(), cellValue };
    this.book.asAddIn(() => this.book.commands.syncExecuteCommand(SET_VALUES, params, { onlyLocal: true }));
  }

  private stored(sheet: Worksheet, row: number, column: number): string {
    return formatOf(sheet.getCellMatrix().getValue(row, column), this.book.model.getStyles());
  }

  private isCustom(sheet: Worksheet, row: number, column: number): boolean {
    const formula = this.book.cells.storedFormula(sheet, row, column)?.toUpperCase() ?? '';
    return [...this.namespaces].some((namespace) => formula.includes(`${namespace.toUpperCase()}.`));
  }
}

function place(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row},${column}`;
}
