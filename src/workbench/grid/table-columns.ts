import { alreadyExists, badArgument, invalidOperation } from './excel-error';
import { withoutColumn } from './formula-text';
import { shiftColumns } from './shift-columns';
import type { Table } from './tables';
import type { Workbook } from './workbook';

/** Adds a blank column at the end of a table; what is to its right moves. Answers its place. */
export function addColumn(book: Workbook, table: Table, index: number | null | undefined, name: string | undefined): number {
  if (index !== null && index !== undefined && index >= 0 && index !== table.columns) throw badArgument('TableColumnCollection.add');
  const names = book.tables.headers(table);
  if (name !== undefined && names.some((other) => other.toUpperCase() === name.toUpperCase()))
    throw alreadyExists('TableColumnCollection.add');
  const column = table.column + table.columns;
  shiftColumns(book, { ...book.frames.whole(table), column, columns: 1 }, column, 1, table);
  const title = name ?? `Column${table.columns + 1}`;
  book.tables.resize(table, table.rows, table.columns + 1, [...names, title]);
  if (book.frames.showsHeaders(table)) {
    book.writer.write({ ...table, rows: 1, column, columns: 1 }, 'value', [[`'${title}`]]);
    book.writer.flush();
  }
  return table.columns;
}

/** Takes a column out of a table; what is to its right moves, and references to it are broken. */
export function deleteColumn(book: Workbook, table: Table, index: number): void {
  if (table.columns === 1) throw invalidOperation('TableColumn.delete');
  const names = book.tables.headers(table);
  const whole = { ...book.frames.whole(table), column: table.column + index, columns: 1 };
  book.writer.clear(whole);
  book.writer.flush();
  book.tables.rewriteFormulas((formula) => withoutColumn(formula, table.name, names[index]!));
  // first, so that formulas that look at the other columns are worked out with the table as it will be
  book.tables.resize(
    table,
    table.rows,
    table.columns - 1,
    names.filter((_, n) => n !== index),
  );
  shiftColumns(book, whole, whole.column + 1, -1, book.tables.byId(table.id)!);
}
