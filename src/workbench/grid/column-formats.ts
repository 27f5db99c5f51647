import type { IStyleData, Worksheet } from '@univerjs/core';
import type { Area } from './a1';
import type { Workbook } from './workbook';

/** Formats that whole columns were given: in Excel they hold down to the last of its rows, so whatever a sheet grows by has them, too. */
export class ColumnFormats {
  private readonly styles = new Map<string, Map<number, IStyleData>>();

  constructor(private readonly book: Workbook) {}

  note({ sheet, column, columns }: Area, style: IStyleData): void {
    const known = this.styles.get(sheet.getSheetId()) ?? new Map<number, IStyleData>();
    for (let index = column; index < column + columns; index++) known.set(index, { ...known.get(index), ...style });
    this.styles.set(sheet.getSheetId(), known);
  }

  forget({ sheet, column, columns }: Area): void {
    const known = this.styles.get(sheet.getSheetId());
    for (const index of known?.keys() ?? []) if (index >= column && index < column + columns) known!.delete(index);
  }

  /** Gives cells that had not been there the formats of their columns. */
  giveTo(sheet: Worksheet, { row, rows, column = 0, columns = Infinity }: Pick<Area, 'row' | 'rows'> & Partial<Area>): void {
    const known = [...(this.styles.get(sheet.getSheetId()) ?? [])].filter(([index]) => index >= column && index < column + columns);
    if (known.length === 0) return;
    const cells = Object.fromEntries(known.map(([index, style]) => [index, { s: style }]));
    const cellValue = Object.fromEntries(Array.from({ length: rows }, (_, n) => [row + n, { ...cells }]));
    const params = { unitId: this.book.unitId, subUnitId: sheet.getSheetId(), cellValue, trigger: 'sheet.command.set-style' };
    this.book.asAddIn(() => this.book.commands.syncExecuteCommand('sheet.mutation.set-range-values', params));
  }
}
