import { sheetText, type NewSheet } from '../files/package/new-sheet';
import { Styles } from '../files/package/styles';
import { addSheets } from '../files/package/workbook-part';
import { FileReader } from '../files/file-tables';
import { freeSheetName } from '../domain/text/free-sheet-name';
import { BASE_MARK, baseRows, type Send } from './base-sheet';
import { readFileSide } from './file-sides';

/**
 * A copy with its base in a hidden sheet: what the planning tables hold in it now, for the merge when it comes back. The
 * base of an earlier sending is replaced. All other parts stay as they are. Throws a Problem for what can't be read.
 */
export async function withBase(bytes: Uint8Array, send: Send): Promise<Uint8Array> {
  const { book, tables, daysLater } = await readFileSide(bytes);
  const sheet: NewSheet = {
    name: freeSheetName(
      BASE_MARK,
      book.sheets.map(({ name }) => name),
    ),
    rows: baseRows(send, tables, daysLater),
    widths: [],
    isHidden: true,
  };
  const styles = await Styles.of(book);
  const reader = new FileReader(book);
  for (const each of book.sheets) {
    const { part } = each;
    const isBase = (await reader.rows(each, 1)).get(1)?.get(1)?.value === BASE_MARK;
    if (!isBase || !part) continue;
    book.file.set(part, sheetText(sheet, styles.look));
    return book.file.write();
  }
  await addSheets(book, [sheet], styles);
  return book.file.write();
}
