import { toFileFormula } from './file-formula';
import type { Workbook } from './workbook';

/** Makes a workbook look as if Excel opened it before the add-in was installed: its functions get their stored names. */
export function forgetNames(book: Workbook, namespace: string): void {
  for (const sheet of book.sheets.all) {
    sheet.getCellMatrix().forValue((row, column) => {
      const formula = book.cells.formulaOf(sheet, row, column);
      const forgotten = formula && `=${toFileFormula(formula, namespace)}`;
      if (forgotten?.includes('_xldudf_')) book.writer.write({ sheet, row, column, rows: 1, columns: 1 }, 'formula', [[forgotten]]);
    });
  }
  book.writer.flush();
}
