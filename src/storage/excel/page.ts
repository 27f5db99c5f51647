import { sumOf } from '../../domain/money/money';
import { inExcel } from './run';
import { dropNewSheet } from './new-sheet';
import { bringToFront, demandVisible } from './show';
import { ExcelError, toExcelError } from '../excel-error';
import type { SheetPage } from '../workbook';

const WIDTHS = [190, 330];
/** A generous width in the sheet's font, since a row that is too high hides nothing. */
const POINTS_A_CHARACTER = 6;
const LINE_POINTS = 15;
const TITLE_POINTS = 21;
const MAX_ROW_POINTS = 409;

/**
 * Writes a page to its own sheet, for printing on one page. A sheet with that name is an earlier version of the page and is
 * overwritten; names are chosen so that no other sheet has them.
 */
export async function writePage({ sheet: name, title, parts, foot }: SheetPage): Promise<void> {
  const rows: Line[] = [
    [title, ''],
    ...parts.flatMap((part): Line[] => [['', ''], [part.title, ''], ...part.rows.map(([said, text]): Line => [said, text])]),
    ['', ''],
    [foot, ''],
  ];
  let was: readonly Line[] | null | undefined;
  try {
    await inExcel(async (context) => {
      let sheet = context.workbook.worksheets.getItemOrNullObject(name);
      const used = sheet.getUsedRangeOrNullObject(true);
      sheet.load('name,visibility');
      sheet.protection.load('protected');
      context.workbook.protection.load('protected');
      used.load('formulas');
      await context.sync();
      if (!sheet.isNullObject && sheet.protection.protected) throw new ExcelError('protected');
      if (sheet.isNullObject && context.workbook.protection.protected) throw new ExcelError('structure protected');
      demandVisible(sheet);
      was = sheet.isNullObject
        ? null
        : used.isNullObject
          ? []
          : used.formulas.map(([said = '', text = '']): Line => [String(said), String(text)]);
      if (sheet.isNullObject) sheet = context.workbook.worksheets.add(name);
      layOut(sheet, rows);
      await context.sync();
    });
  } catch (error) {
    if (was === null) await dropNewSheet(name, error);
    if (was) await putPageBack(name, was, error);
    throw error;
  }
  await bringToFront(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(name);
    return {
      sheet,
      show: () => {
        sheet.activate();
        sheet.getRange('A1').select();
      },
      result: () => undefined,
    };
  }).catch(() => undefined); // the page is written, and another workbook may be active by now
}

type Line = [said: string, text: string];

/** After a failure: restores an earlier version of a page, or at least its text without formats. */
async function putPageBack(name: string, was: readonly Line[], because: unknown): Promise<never> {
  const trouble = toExcelError(because);
  // The sheet is cleared first; if Excel refused that, nothing followed.
  if (await inExcel((context) => isAsItWas(context, name, was)).catch(() => false)) throw trouble;
  const write = (isPlain: boolean): Promise<void> =>
    inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      if (isPlain) writeLines(sheet, was);
      else layOut(sheet, was);
      await context.sync();
    });
  try {
    await write(false).catch(() => write(false));
  } catch {
    await write(true).catch(() => undefined);
    throw new ExcelError(
      trouble.kind,
      `Excel stopped in the middle of writing. The sheet ${name} may be incomplete: print it from here again once Excel answers.`,
    );
  }
  throw trouble;
}

async function isAsItWas(context: Excel.RequestContext, name: string, was: readonly Line[]): Promise<boolean> {
  const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
  used.load('formulas');
  await context.sync();
  return JSON.stringify(used.isNullObject ? [] : used.formulas.map((row) => row.map(String))) === JSON.stringify(was);
}

function writeLines(sheet: Excel.Worksheet, rows: readonly Line[]): void {
  if (rows.length === 0) return;
  // An apostrophe keeps text from being parsed.
  sheet.getRangeByIndexes(0, 0, rows.length, WIDTHS.length).values = rows.map((row) => row.map((text) => (text === '' ? '' : `'${text}`)));
}

function layOut(sheet: Excel.Worksheet, rows: readonly Line[]): void {
  sheet.getRange().clear();
  if (rows.length === 0) return;
  writeLines(sheet, rows);
  const range = sheet.getRangeByIndexes(0, 0, rows.length, WIDTHS.length);
  WIDTHS.forEach((width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width));
  // Clearing doesn't reset row heights.
  range.format.rowHeight = LINE_POINTS;
  for (const [row, part] of rows.entries()) {
    if (part[1] === '') continue;
    const { format } = sheet.getRangeByIndexes(row, 0, 1, 2);
    format.wrapText = true;
    const lines = Math.max(...part.map((text, column) => linesOf(text, WIDTHS[column]! / POINTS_A_CHARACTER)));
    if (lines > 1) format.rowHeight = Math.min(lines * LINE_POINTS, MAX_ROW_POINTS);
  }
  range.format.verticalAlignment = 'Top';
  const first = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  first.bold = true;
  first.size = 14;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.rowHeight = TITLE_POINTS;
  for (const [row, [said]] of rows.entries()) {
    const isHeading = row > 1 && row < rows.length - 1 && said !== '' && rows[row - 1]!.every((text) => text === '');
    if (isHeading) sheet.getRangeByIndexes(row, 0, 1, 1).format.font.bold = true;
  }
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(range);
  pageLayout.orientation = 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
}

/** The number of lines of a wrapped text. Not every version of Excel adjusts row heights to wrapped text. */
const linesOf = (text: string, charactersPerLine: number): number =>
  sumOf(text.split('\n'), (line) => Math.max(1, Math.ceil(line.length / charactersPerLine)));
