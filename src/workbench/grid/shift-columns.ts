import { fromRange, intersect, type Area } from './a1';
import { insertDeleteConflict } from './excel-error';
import { moveCells } from './shift-rows';
import type { Table } from './tables';
import type { Workbook } from './workbook';

/** Moves cells at and to the right of a column, within the area's rows; references follow. `ownTable` is the table whose columns are added or removed. */
export function shiftColumns(book: Workbook, area: Area, from: number, by: number, ownTable?: Table): void {
  book.writer.flush();
  demandNothingCut(book, { ...area, column: Math.min(from, from + by) }, by > 0 ? 'Range.insert' : 'Range.delete', ownTable);
  const used = book.cells.used(area.sheet);
  const end = used ? used.column + used.columns : 0;
  const carried = book.tables.all.filter(
    (table) => table.id !== ownTable?.id && intersect(book.frames.whole(table), { ...area, column: from, columns: Infinity }),
  );
  if (end > from) {
    const moved = { sheet: area.sheet, row: area.row, column: from, rows: area.rows, columns: end - from };
    moveCells(book, moved, { ...moved, column: from + by });
  }
  // Univer moves the cells of a table, not the table
  for (const table of carried) book.tables.resize({ ...table, column: table.column + by }, table.rows);
  if (by > 0) inheritFromLeft(book, { ...area, column: from, columns: by });
}

/** Excel moves no cells that would cut another table, or merged cells, in two. */
function demandNothingCut(book: Workbook, area: Area, location: string, ownTable?: Table): void {
  const moved = { ...area, columns: Infinity };
  const merged = area.sheet.getMergeData().map((range) => fromRange(area.sheet, range));
  const tables = book.tables.all.filter(({ id }) => id !== ownTable?.id).map((table) => book.frames.whole(table));
  for (const block of [...tables, ...merged]) {
    if (!intersect(block, moved)) continue;
    const goesAlong = block.column >= area.column && block.row >= area.row && block.row + block.rows <= area.row + area.rows;
    if (!goesAlong) throw insertDeleteConflict(location);
  }
}

/** Inserted cells take the number format of the cells to their left. */
function inheritFromLeft(book: Workbook, inserted: Area): void {
  if (inserted.column === 0) return;
  const formats = book.cells.read({ ...inserted, column: inserted.column - 1, columns: 1 }, 'ownFormat');
  book.writer.write(
    inserted,
    'format',
    formats.map(([format]) => new Array<unknown>(inserted.columns).fill(format)),
  );
}
