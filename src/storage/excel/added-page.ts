import { freeSheetName } from '../../domain/text/free-sheet-name';
import { inExcel } from './run';
import { everywhere } from './table-make';
import { addSheet, dropNewSheet } from './new-sheet';
import { deleteSheet } from './page';
import { layOut, linesOf, pageOf } from './page-layout';
import { ExcelError, toExcelError } from '../excel-error';
import { positionOf } from '../sheet-order';
import type { CellContent } from '../../records/table';
import type { SheetPage, SpilledList } from '../workbook';

/** The blank columns between a page and its list. */
const GAP = 1;

/** Adds a page on a new sheet, completely or not at all. The active sheet stays in front. */
export async function addPage(page: SheetPage): Promise<void> {
  const { sheet: wanted, beside = wanted, list } = page;
  let name: string | null = null;
  try {
    await inExcel(async (context) => {
      const { worksheets, protection } = context.workbook;
      worksheets.load('items/name');
      protection.load('protected');
      await context.sync();
      if (protection.protected) throw new ExcelError('structure protected');
      const names = worksheets.items.map((sheet) => sheet.name);
      name = freeSheetName(wanted, names);
      const sheet = addSheet(context, name, positionOf(beside, names));
      const laidOut = pageOf(linesOf(page), page);
      layOut(sheet, laidOut);
      if (list) layOutList(sheet, list, laidOut.widths.length + GAP);
      await context.sync();
    });
  } catch (error) {
    if (name !== null) await dropNewSheet(name, error);
    throw error;
  }
}

function layOutList(sheet: Excel.Worksheet, { title, formula, formats, widths }: SpilledList, column: number): void {
  const heading = sheet.getRangeByIndexes(0, column, 1, 1);
  heading.values = [[title]];
  heading.format.font.bold = true;
  formats.forEach((format, n) => {
    const cells = sheet.getRangeByIndexes(0, column + n, 1, 1).getEntireColumn();
    cells.format.columnWidth = widths[n]!;
    if (format !== '') cells.numberFormat = everywhere(format);
  });
  sheet.getRangeByIndexes(1, column, 1, 1).formulas = [[formula]];
}

/** Removes a page that was added: its sheet, or where people wrote around the page, only its cells. */
export async function removePage(page: SheetPage): Promise<void> {
  const name = await findPage(page);
  if (name === null) return;
  const hasOthers = await inExcel((context) => lookAround(context, name, page));
  if (!hasOthers) return deleteSheet(name);
  const clear = (): Promise<void> =>
    inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      for (const range of rangesOf(sheet, page)) range.clear();
      await context.sync();
    });
  await clear()
    .catch(clear)
    .catch((error: unknown) => {
      throw new ExcelError(
        toExcelError(error).kind,
        `Excel stopped in the middle of clearing. The sheet ${name} may still have a part of the page: clear it, or delete the sheet.`,
      );
    });
}

/** The name of the sheet with an added page, recognized by its title; null if there is none. */
const findPage = ({ sheet: wanted, title }: SheetPage): Promise<string | null> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const titles = worksheets.items
      .filter(({ name }) => name.toLowerCase().startsWith(wanted.toLowerCase()))
      .map((sheet) => ({ name: sheet.name, cell: sheet.getRange('A1').load('values') }));
    await context.sync();
    return titles.find(({ cell }) => cell.values[0]![0] === title)?.name ?? null;
  });

/** Whether the sheet has more than the page. Rejects if protection keeps it from being removed. */
async function lookAround(context: Excel.RequestContext, name: string, page: SheetPage): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex');
  sheet.load('visibility');
  sheet.protection.load('protected');
  context.workbook.protection.load('protected');
  await context.sync();
  if (sheet.protection.protected) throw new ExcelError('protected');
  if (context.workbook.protection.protected) throw new ExcelError('structure protected');
  const { rows, columns, listed } = sizeOf(page);
  const isOurs = (row: number, column: number): boolean =>
    (row < rows && column < columns) || (column >= columns + GAP && column < columns + GAP + listed);
  const hasOthers =
    !used.isNullObject &&
    (used.formulas as CellContent[][]).some((cells, row) =>
      cells.some((cell, column) => cell !== '' && !isOurs(used.rowIndex + row, used.columnIndex + column)),
    );
  // Excel doesn't delete a very hidden sheet (office-js issue 365).
  return hasOthers || sheet.visibility === 'VeryHidden';
}

function rangesOf(sheet: Excel.Worksheet, page: SheetPage): Excel.Range[] {
  const { rows, columns, listed } = sizeOf(page);
  const list = listed > 0 ? [sheet.getRangeByIndexes(0, columns + GAP, 2, listed)] : [];
  return [sheet.getRangeByIndexes(0, 0, rows, columns), ...list];
}

function sizeOf(page: SheetPage): { rows: number; columns: number; listed: number } {
  const { cells, widths } = pageOf(linesOf(page), page);
  return { rows: cells.length, columns: widths.length, listed: page.list?.widths.length ?? 0 };
}
