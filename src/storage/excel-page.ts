import { inExcel } from './excel';
import { bringToFront, demandVisible } from './excel-show';
import { Trouble } from './trouble';
import type { SheetPage } from './workbook';

const WIDTHS = [190, 330];
/** Of the sheet's own font, generously: a row that is too high hides nothing. */
const POINTS_A_SIGN = 6;
const LINE_POINTS = 15;
const TITLE_POINTS = 21;
const MOST_ROW_POINTS = 409;

/**
 * Puts a page on a sheet of its own, laid out for print on one page. A sheet of that name is taken for an earlier print of
 * it and written anew: names are made so that nobody else's sheet has them.
 */
export async function writePage(page: SheetPage): Promise<void> {
  await inExcel((context) => write(context, page));
  await bringToFront(({ workbook }) => {
    const sheet = workbook.worksheets.getItem(page.sheet);
    return {
      sheet,
      show: () => {
        sheet.activate();
        sheet.getRange('A1').select();
      },
      told: () => undefined,
    };
  }).catch(() => undefined); // it is written, and another workbook may be in front by now
}

async function write(context: Excel.RequestContext, { sheet: name, title, parts, foot }: SheetPage): Promise<void> {
  let sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name,visibility');
  sheet.protection.load('protected');
  context.workbook.protection.load('protected');
  await context.sync();
  if (!sheet.isNullObject && sheet.protection.protected) throw new Trouble('protected');
  if (sheet.isNullObject && context.workbook.protection.protected) throw new Trouble('structure protected');
  demandVisible(sheet);
  if (sheet.isNullObject) sheet = context.workbook.worksheets.add(name);
  else sheet.getRange().clear();

  const rows: [string, string][] = [[title, '']];
  const headings: number[] = [];
  for (const part of parts) {
    rows.push(['', '']);
    headings.push(rows.push([part.title, '']) - 1);
    for (const [said, text] of part.rows) rows.push([said, text]);
  }
  rows.push(['', ''], [foot, '']);

  const range = sheet.getRangeByIndexes(0, 0, rows.length, WIDTHS.length);
  // An apostrophe keeps a text a text, whatever it looks like.
  range.values = rows.map((row) => row.map((text) => (text === '' ? '' : `'${text}`)));
  WIDTHS.forEach((width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width));
  // heights outlive what is cleared
  range.format.rowHeight = LINE_POINTS;
  for (const [at, part] of rows.entries()) {
    if (part[1] === '') continue;
    const { format } = sheet.getRangeByIndexes(at, 0, 1, 2);
    format.wrapText = true;
    const lines = Math.max(...part.map((text, column) => linesOf(text, WIDTHS[column]! / POINTS_A_SIGN)));
    if (lines > 1) format.rowHeight = Math.min(lines * LINE_POINTS, MOST_ROW_POINTS);
  }
  range.format.verticalAlignment = 'Top';
  const first = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  first.bold = true;
  first.size = 14;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.rowHeight = TITLE_POINTS;
  for (const at of headings) sheet.getRangeByIndexes(at, 0, 1, 1).format.font.bold = true;
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(range);
  pageLayout.orientation = 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  await context.sync();
}

/** How many lines a text takes. Excel fits rows to wrapped text by itself in some places and not in others. */
const linesOf = (text: string, signs: number): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0);
