import type { ICellData, IStyleData, Worksheet } from '@univerjs/core';
import type { Area } from './a1';
import type { Workbook } from './workbook';

/** Styles by column. */
export type ColumnFormats = ReadonlyMap<number, IStyleData | string>;

/**
 * Formats that continue to the end of a sheet. Excel formats columns down to the last of 1,048,576 rows. Here, the last
 * row of a sheet determines the formats of rows added below it, whether an add-in, a person or a file formatted it.
 */
export function formatsToTheEnd({ sheet, column = 0, columns = Infinity }: Pick<Area, 'sheet'> & Partial<Area>): ColumnFormats {
  const isWithin = (index: number) => index >= column && index < column + columns;
  const last = Object.entries(sheet.getCellMatrix().getRow(sheet.getRowCount() - 1) ?? {});
  const formats = last.map(([index, cell]) => [Number(index), (cell as ICellData | null)?.s] as const);
  return new Map(formats.filter((entry): entry is [number, IStyleData | string] => isWithin(entry[0]) && Boolean(entry[1])));
}

/** Gives new rows the formats of their columns. */
export function continueFormats(book: Workbook, sheet: Worksheet, formats: ColumnFormats, { row, rows }: Pick<Area, 'row' | 'rows'>): void {
  if (formats.size === 0) return;
  const cells = Object.fromEntries([...formats].map(([column, style]) => [column, { s: style }]));
  const cellValue = Object.fromEntries(Array.from({ length: rows }, (_, n) => [row + n, { ...cells }]));
  const params = { unitId: book.unitId, subUnitId: sheet.getSheetId(), cellValue, trigger: 'sheet.command.set-style' };
  book.asAddIn(() => book.commands.syncExecuteCommand('sheet.mutation.set-range-values', params));
}
