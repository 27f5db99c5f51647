import type { CellValue } from './cell-value';
import { badArgument, notFound } from './excel-error';
import { demandNothingCut, shiftRows } from './shift-rows';
import type { Table } from './tables';
import type { Workbook } from './workbook';

/** Inserts rows and returns the first one's index. Null leaves a cell to its calculated column. */
export function addRows(
  book: Workbook,
  table: Table,
  position: number | null | undefined,
  rows: readonly (readonly (CellValue | null)[])[],
): number {
  const { cells, frames, writer } = book;
  if (frames.isEmptied(table)) return fillEmptied(book, table, rows);
  const bodyRows = table.rows - 1;
  const index = position === null || position === undefined || position < 0 ? bodyRows : position;
  if (index > bodyRows || rows.some((row) => row.length !== table.columns)) throw badArgument('TableRowCollection.add');
  writer.flush();
  const model = { sheet: table.sheet, row: table.row + Math.max(1, index), column: table.column, rows: 1, columns: table.columns };
  const formats = cells.read(model, 'ownFormat')[0]!;
  shiftRows(book, table, table.row + 1 + index, rows.length, table);
  book.tables.resize(table, table.rows + rows.length);
  const area = { sheet: table.sheet, row: table.row + 1 + index, column: table.column, rows: rows.length, columns: table.columns };
  writer.write(
    area,
    'format',
    rows.map(() => formats),
  );
  book.calculatedColumns.continueInto({ ...table, rows: table.rows + rows.length }, index, rows.length);
  writer.write(area, 'value', rows);
  return index;
}

/** Writes the first new row to the blank row that is left in an emptied table. */
function fillEmptied(book: Workbook, table: Table, [first = [], ...others]: readonly (readonly (CellValue | null)[])[]): number {
  if (first.length !== table.columns) throw badArgument('TableRowCollection.add');
  book.writer.write(book.tables.body(table), 'value', [first]);
  book.frames.noteFilled(table);
  if (others.length > 0) addRows(book, table, null, others);
  return 0;
}

/** Deletes rows. In a filtered table, Excel deletes nothing and reports no error (office-js issue 994). */
export function deleteRows(book: Workbook, table: Table, index: number, count = 1): void {
  if (index < 0 || count < 1 || index + count > table.rows - 1) throw notFound('TableRow.delete');
  if (book.filters.isFiltered(table)) return;
  const first = table.row + 1 + index;
  const going = { sheet: table.sheet, row: first, column: table.column, rows: count, columns: table.columns };
  demandNothingCut(book, going, 'Range.delete', table);
  book.writer.clear(going);
  if (table.rows - 1 === count) {
    // One blank row stays.
    book.frames.noteEmptied(table);
    if (count === 1) return;
    shiftRows(book, table, table.row + table.rows, 1 - count, table);
    return book.tables.resize(table, 2);
  }
  shiftRows(book, table, first + count, -count, table);
  book.tables.resize(table, table.rows - count);
}
