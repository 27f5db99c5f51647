import { sumOf } from '../../domain/money/money';
import { inExcel } from './run';
import { dropNewSheet } from './new-sheet';
import { bringToFront, demandVisible } from './show';
import { ExcelError, toExcelError } from '../excel-error';
import { written } from '../new-cells';
import type { CellContent, NewCell } from '../../records/table';
import { TOTAL, type PagePart, type SheetPage } from '../workbook';

/** The columns of a page of names and texts. */
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
export async function writePage({ sheet: name, title, parts, foot, widths = WIDTHS }: SheetPage): Promise<void> {
  const page = pageOf([line(title), ...parts.flatMap((part) => [BLANK, line(part.title), ...linesOf(part)]), BLANK, line(foot)], widths);
  let was: Page | null | undefined;
  try {
    await inExcel(async (context) => {
      let sheet = context.workbook.worksheets.getItemOrNullObject(name);
      const used = sheet.getUsedRangeOrNullObject(true);
      sheet.load('name,visibility');
      sheet.protection.load('protected');
      context.workbook.protection.load('protected');
      used.load('formulas,values,numberFormat');
      await context.sync();
      if (!sheet.isNullObject && sheet.protection.protected) throw new ExcelError('protected');
      if (sheet.isNullObject && context.workbook.protection.protected) throw new ExcelError('structure protected');
      demandVisible(sheet);
      was = sheet.isNullObject ? null : { widths, ...(used.isNullObject ? NOTHING : { cells: cellsOf(used), formats: used.numberFormat }) };
      if (sheet.isNullObject) sheet = context.workbook.worksheets.add(name);
      layOut(sheet, page);
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

/** The content of a page: what is written to its cells, and their number formats. */
interface Page {
  cells: readonly (readonly CellContent[])[];
  formats: readonly (readonly string[])[];
  widths: readonly number[];
}

const NOTHING = { cells: [], formats: [] };

interface Line {
  cells: readonly NewCell[];
  formats?: readonly string[];
}

const line = (...cells: NewCell[]): Line => ({ cells });
const BLANK = line();
const linesOf = (part: PagePart): Line[] =>
  'rows' in part
    ? part.rows.map(([name, said]) => line(name, said))
    : [line(...part.header), ...part.cells.map((cells): Line => ({ cells, formats: part.formats }))];

const pageOf = (lines: readonly Line[], widths: readonly number[]): Page => ({
  widths,
  cells: lines.map(({ cells }) => widths.map((_, column) => written(cells[column] ?? '')!)),
  formats: lines.map(({ formats = [] }) => widths.map((_, column) => formats[column] || 'General')),
});

/** After a failure: restores an earlier version of a page, or at least its text without formats. */
async function putPageBack(name: string, was: Page, because: unknown): Promise<never> {
  const trouble = toExcelError(because);
  // The sheet is cleared first; if Excel refused that, nothing followed.
  if (await inExcel((context) => isAsItWas(context, name, was)).catch(() => false)) throw trouble;
  const write = (isPlain: boolean): Promise<void> =>
    inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      if (isPlain) writeCells(sheet, was);
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

async function isAsItWas(context: Excel.RequestContext, name: string, { cells }: Page): Promise<boolean> {
  const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
  used.load('formulas');
  await context.sync();
  return JSON.stringify(used.isNullObject ? [] : used.formulas) === JSON.stringify(cells.map((row) => row.map(unquoted)));
}

/** The content of cells, as written back: an apostrophe keeps text as text, whatever it looks like. */
const cellsOf = ({ formulas, values }: Excel.Range): CellContent[][] =>
  (formulas as CellContent[][]).map((row, r) =>
    row.map((cell, c) => (typeof cell === 'string' && cell !== '' && cell === values[r]![c] ? `'${cell}` : cell)),
  );

function writeCells(sheet: Excel.Worksheet, { cells, formats }: Page): void {
  if (cells.length === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
  range.numberFormat = formats as string[][];
  range.formulas = cells as CellContent[][];
}

function layOut(sheet: Excel.Worksheet, page: Page): void {
  sheet.getRange().clear();
  const { cells, formats, widths } = page;
  if (cells.length === 0) return;
  writeCells(sheet, page);
  const isTable = widths !== WIDTHS;
  const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
  widths.forEach((width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width));
  // clearing doesn't reset row heights
  range.format.rowHeight = LINE_POINTS;
  range.format.verticalAlignment = 'Top';
  for (const [row, look] of looksOf(cells).entries()) {
    const { format } = sheet.getRangeByIndexes(row, 0, 1, widths.length);
    if (look === 'title') {
      const first = sheet.getRangeByIndexes(0, 0, 1, 1).format;
      first.font.bold = true;
      first.font.size = 14;
      first.rowHeight = TITLE_POINTS;
    } else if (look === 'heading') sheet.getRangeByIndexes(row, 0, 1, 1).format.font.bold = true;
    else if (look === 'header') {
      format.font.bold = true;
      format.wrapText = true;
      format.rowHeight = 2 * LINE_POINTS;
      format.fill.color = '#E8E8E8';
      for (const [column, number] of (formats[row + 1] ?? []).entries())
        if (number !== 'General') sheet.getRangeByIndexes(row, column, 1, 1).format.horizontalAlignment = 'Right';
    } else if (look === 'total') {
      format.font.bold = true;
      format.fill.color = '#F2F2F2';
    } else if (!isTable && cells[row]![1] !== '') {
      format.wrapText = true;
      const lines = Math.max(...cells[row]!.map((text, column) => heightOf(String(unquoted(text)), widths[column]! / POINTS_A_CHARACTER)));
      if (lines > 1) format.rowHeight = Math.min(lines * LINE_POINTS, MAX_ROW_POINTS);
    }
  }
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(range);
  pageLayout.orientation = isTable ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
}

/** The kind of each row of a page, by the rows around it. */
function looksOf(cells: Page['cells']): ('title' | 'heading' | 'header' | 'total' | 'row')[] {
  const isBlank = (row: readonly CellContent[] | undefined): boolean => row?.every((cell) => cell === '') ?? true;
  const isAlone = ([, ...others]: readonly CellContent[]): boolean => isBlank(others);
  const isHeading = (row: number): boolean =>
    row > 1 && row < cells.length - 1 && !isBlank(cells[row]) && isAlone(cells[row]!) && isBlank(cells[row - 1]);
  return cells.map((row, index) =>
    index === 0
      ? 'title'
      : isHeading(index)
        ? 'heading'
        : isHeading(index - 1) && row.filter((cell) => cell !== '').length > 2
          ? 'header'
          : row.length > WIDTHS.length && unquoted(row[0]!) === TOTAL
            ? 'total'
            : 'row',
  );
}

const unquoted = (cell: CellContent): CellContent => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell);

/** How many lines a text takes. Excel fits rows to wrapped text by itself in some places and not in others. */
const heightOf = (text: string, signs: number): number => sumOf(text.split('\n'), (part) => Math.max(1, Math.ceil(part.length / signs)));
