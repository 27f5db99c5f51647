import type { IStyleData } from '@univerjs/core';
import type { Area } from './a1';
import { newId } from './new-id';
import type { Workbook } from './workbook';

/** Univer's validation facade, which a plugin adds without usable types. */
interface ValidatedRange {
  getDataValidation(): { rule: { uid: string } } | null;
  setDataValidation(rule: unknown): void;
}

/** Inserted cells inherit the formats of the cells above and, if that habit is on, their data validation. So do rows typed below a table, always. */
export function inheritFromAbove(book: Workbook, inserted: Area, inheritsValidation = book.habits.inheritsValidation): void {
  if (inserted.row === 0) return;
  const above = { ...inserted, row: inserted.row - 1, rows: 1 };
  const columns = [...Array(inserted.columns).keys()];
  const styles = columns.map((column) => styleAbove(book, { ...above, column: above.column + column, columns: 1 }));
  if (styles.some(Boolean)) {
    book.writer.write(
      inserted,
      'style',
      Array.from({ length: inserted.rows }, () => styles),
    );
    book.writer.flush();
  }
  if (!inheritsValidation) return;
  const sheet = book.facadeSheet(inserted.sheet);
  for (const column of columns) {
    const rangeAt = (row: number, rows: number): ValidatedRange =>
      sheet.getRange(row, inserted.column + column, rows, 1) as unknown as ValidatedRange;
    const rule = rangeAt(above.row, 1).getDataValidation();
    if (!rule) continue;
    // Univer's own copy() shares the rule, so that an ID set there would take the rule from the rows above
    rangeAt(inserted.row, inserted.rows).setDataValidation({ rule: { ...rule.rule, uid: newId() } });
  }
}

/** A cell's own style, without the format from its formula's last result. */
function styleAbove(book: Workbook, cell: Area): IStyleData | null {
  const style = book.layout.styleOf(cell);
  const isResults = book.calculatedFormats.at(cell.sheet, cell.row, cell.column) !== undefined;
  const written = isResults ? { ...style, n: null } : style;
  return Object.values(written).some((part) => part !== null && part !== undefined) ? written : null;
}
