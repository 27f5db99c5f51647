import { inExcel } from './run';
import { addSheet, dropNewSheet } from './new-sheet';
import { LINE_POINTS, lineCount, TITLE_POINTS } from './text-lines';
import { bringToFront, demandVisible } from './show';
import { ExcelError, toExcelError } from '../excel-error';
import { cellAddress, splitAddress } from './split-address';
import { positionOf } from '../sheet-order';
import { stands, written } from '../new-cells';
import type { CellContent, NewCell } from '../../records/table';
import { CLOSING, TOTAL, type PagePart, type SheetPage, type TakeBack } from '../workbook';

/** The columns of a page of names and texts. */
const WIDTHS = [190, 330];
const MAX_ROW_POINTS = 409;
/** The width of a column that no page has set. */
const STANDARD_WIDTH = 64;

/**
 * Writes a page to its own sheet, for printing on one page or, if it is long, on pages of its width. A sheet with that name is an earlier version of the page and is
 * overwritten as far as its print area goes: what people wrote around it stays. Returns what restores the earlier version.
 */
export async function writePage({
  sheet: name,
  beside = name,
  title,
  parts,
  foot,
  widths = WIDTHS,
  isLong = false,
}: SheetPage): Promise<() => ReturnType<TakeBack>> {
  const lines = [line(title), ...parts.flatMap((part) => [BLANK, line(part.title), ...linesOf(part)]), BLANK, line(foot)];
  const was = await replacePage(name, { ...pageOf(lines, widths), isLong }, beside);
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
  return async () => {
    const { page, others } = await inExcel((context) => readPage(context, name, widths));
    const isOurs = lines.every(({ cells }, row) =>
      widths.every((_, column) => stands(page?.cells[row]?.[column] ?? '', cells[column] ?? '')),
    );
    if (page === null || !isOurs || (was === null && others.length > 0)) return 'changed since';
    if (was === null) await deleteSheet(name);
    else await replacePage(name, was, beside);
    return 'taken back';
  };
}

/** Excel may have deleted the sheet and failed to say so. */
const deleteSheet = (name: string): Promise<void> =>
  onSheet(name, (sheet) => sheet.delete()).catch(async (error: unknown) => {
    const look = (): Promise<boolean> =>
      inExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        sheet.load('name');
        await context.sync();
        return sheet.isNullObject;
      });
    const isGone = await look()
      .catch(look)
      .catch(() => {
        throw new ExcelError('unknown', `Excel stopped in the middle of deleting. The sheet ${name} may still be there.`);
      });
    if (!isGone) throw error;
  });

/** Replaces the page on a sheet, completely or not at all. Returns the page before; null if there was no such sheet. */
async function replacePage(name: string, page: Page, beside: string): Promise<Page | null> {
  let was: Page | null | undefined;
  try {
    await inExcel(async (context) => {
      const { sheet, page: before, others } = await readPage(context, name, page.widths);
      const { protection } = context.workbook;
      if (before && isSamePage(before, page)) {
        was = page;
        return;
      }
      if (before && sheet.protection.protected) throw new ExcelError('protected');
      if (!before && protection.protected) throw new ExcelError('structure protected');
      demandVisible(sheet);
      const inTheWay = others.find(([row, column]) => row < page.cells.length && column < page.widths.length);
      if (inTheWay) throw new ExcelError('in the way', describeInTheWay(name, inTheWay));
      was = before && {
        ...before,
        isLong: page.isLong,
        cells: before.cells.map((row, r) => row.map((cell, c) => asWritten(cell, before.values[r]![c]!))),
      };
      const target = before ? sheet : addSheet(context, name, positionOf(beside, sheetNames(context)));
      if (was) clearPages(target, was, page);
      layOut(target, page);
      await context.sync();
    });
  } catch (error) {
    if (was === null) await dropNewSheet(name, error);
    if (was) await putPageBack(name, was, page, error);
    throw error;
  }
  return was!;
}

const sheetNames = ({ workbook }: Excel.RequestContext): string[] => workbook.worksheets.items.map(({ name }) => name);

const describeInTheWay = (name: string, [row, column]: readonly [number, number]): string =>
  `The page grows, and on the sheet ${name} the cell ${cellAddress(row, column)} isn't part of it. Move that cell's content, or rename the sheet to keep it.`;

/** The page on a sheet as read, null if there is no such sheet, and the cells around it that have content. One round trip. */
async function readPage(context: Excel.RequestContext, name: string, widths: Page['widths']): Promise<PageFound> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const used = sheet.getUsedRangeOrNullObject(true);
  const printed = sheet.pageLayout.getPrintAreaOrNullObject();
  sheet.load('name,visibility');
  context.workbook.worksheets.load('items/name');
  sheet.protection.load('protected');
  context.workbook.protection.load('protected');
  used.load('formulas,values,numberFormat,rowIndex,columnIndex');
  printed.load('address');
  await context.sync();
  if (sheet.isNullObject) return { sheet, page: null, others: [] };
  if (used.isNullObject) return { sheet, page: { cells: [], formats: [], values: [], widths, isLong: false }, others: [] };
  const { rowIndex, columnIndex } = used;
  // without a print area, all that is below the page's columns is the page
  const frame = (printed.isNullObject ? null : frameOf(printed.address)) ?? {
    rows: rowIndex + used.formulas.length,
    columns: widths.length,
  };
  const within = <T>(cells: readonly (readonly T[])[], otherwise: T): T[][] =>
    Array.from({ length: frame.rows }, (_, row) =>
      Array.from({ length: frame.columns }, (__, column) => cells[row - rowIndex]?.[column - columnIndex] ?? otherwise),
    );
  const others = (used.formulas as CellContent[][]).flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const place = [rowIndex + row, columnIndex + column] as const;
      return cell !== '' && (place[0] >= frame.rows || place[1] >= frame.columns) ? [place] : [];
    }),
  );
  const page = {
    isLong: false,
    cells: within(used.formulas as CellContent[][], ''),
    values: within(used.values as CellContent[][], ''),
    formats: within(used.numberFormat as string[][], 'General'),
    widths: Array.from({ length: frame.columns }, (_, column) => widths[column] ?? STANDARD_WIDTH),
  };
  return { sheet, page, others };
}

interface PageFound {
  sheet: Excel.Worksheet;
  page: (Page & { values: readonly (readonly CellContent[])[] }) | null;
  others: readonly (readonly [row: number, column: number])[];
}

/** The rows and columns of a print area that begins in A1; null for another. */
function frameOf(address: string): { rows: number; columns: number } | null {
  const [, letters, rows] = /^\$?A\$?1:\$?([A-Z]+)\$?(\d+)$/.exec(splitAddress(address).cell) ?? [];
  return letters ? { rows: Number(rows), columns: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) } : null;
}

/** The content of a page: what is written to its cells, and their number formats. */
interface Page {
  cells: readonly (readonly CellContent[])[];
  formats: readonly (readonly string[])[];
  widths: readonly number[];
  isLong: boolean;
}

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

const pageOf = (lines: readonly Line[], widths: readonly number[]): Omit<Page, 'isLong'> => ({
  widths,
  cells: lines.map(({ cells }) => widths.map((_, column) => written(cells[column] ?? '')!)),
  formats: lines.map(({ formats = [] }) => widths.map((_, column) => formats[column] || 'General')),
});

/** After a failure: restores an earlier version of a page, or at least its text without formats. */
async function putPageBack(name: string, was: Page, page: Page, because: unknown): Promise<never> {
  const trouble = toExcelError(because);
  const clear = (): Promise<void> => onSheet(name, (sheet) => clearPages(sheet, was, page));
  const write = (): Promise<void> => onSheet(name, (sheet) => layOut(sheet, was));
  let isCleared = false;
  try {
    await clear().catch(clear);
    isCleared = true;
    await write().catch(write);
  } catch {
    // the sheet is cleared first; if Excel refused that, nothing followed
    if (!isCleared && (await inExcel((context) => isAsItWas(context, name, was)).catch(() => false))) throw trouble;
    await onSheet(name, (sheet) => writeCells(sheet, was)).catch(() => undefined);
    throw new ExcelError(
      trouble.kind,
      `Excel stopped in the middle of writing. The sheet ${name} may be incomplete: print it from here again once Excel answers.`,
    );
  }
  throw trouble;
}

const onSheet = (name: string, act: (sheet: Excel.Worksheet) => void): Promise<void> =>
  inExcel(async (context) => {
    act(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

async function isAsItWas(context: Excel.RequestContext, name: string, was: Page): Promise<boolean> {
  const { page } = await readPage(context, name, was.widths);
  return page !== null && isSamePage(page, was);
}

/** Whether a page reads as another one was written. */
const isSamePage = (found: Page, page: Page): boolean =>
  JSON.stringify(found.cells) === JSON.stringify(page.cells.map((row) => row.map(unquoted)));

/** The content of a cell, as written back: an apostrophe keeps text as text, whatever it looks like. */
const asWritten = (cell: CellContent, value: CellContent): CellContent =>
  typeof cell === 'string' && cell !== '' && cell === value ? `'${cell}` : cell;

function writeCells(sheet: Excel.Worksheet, { cells, formats }: Page): void {
  if (cells.length === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
  range.numberFormat = formats as string[][];
  range.formulas = cells as CellContent[][];
}

/** Clears the cells of both pages, and no others. */
function clearPages(sheet: Excel.Worksheet, was: Page, page: Page): void {
  const rows = Math.max(was.cells.length, page.cells.length);
  const range = sheet.getRangeByIndexes(0, 0, rows, Math.max(was.widths.length, page.widths.length));
  range.clear();
  // clearing doesn't reset row heights
  range.format.rowHeight = LINE_POINTS;
}

function layOut(sheet: Excel.Worksheet, page: Page): void {
  const { cells, formats, widths } = page;
  if (cells.length === 0) return;
  writeCells(sheet, page);
  const isTable = widths !== WIDTHS;
  const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
  widths.forEach((width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width));
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
      const lines = Math.max(...cells[row]!.map((text, column) => lineCount(String(unquoted(text)), widths[column]!)));
      if (lines > 1) format.rowHeight = Math.min(lines * LINE_POINTS, MAX_ROW_POINTS);
    }
  }
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(range);
  pageLayout.orientation = isTable ? 'Landscape' : 'Portrait';
  pageLayout.zoom = page.isLong ? { horizontalFitToPages: 1 } : { horizontalFitToPages: 1, verticalFitToPages: 1 };
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
          : row.length > WIDTHS.length && [TOTAL, CLOSING].includes(String(unquoted(row[0]!)))
            ? 'total'
            : 'row',
  );
}

const unquoted = (cell: CellContent): CellContent => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell);
