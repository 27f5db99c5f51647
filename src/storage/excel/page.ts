import { inExcel } from './run';
import { addSheet, dropNewSheet } from './new-sheet';
import { layOut, linesOf, pageOf, unquoted, writeCells, type Page } from './page-layout';
import { LINE_POINTS } from './text-lines';
import { bringToFront, demandVisible } from './show';
import { ExcelError, toExcelError } from '../excel-error';
import { cellAddress, splitAddress } from './split-address';
import { positionOf } from '../sheet-order';
import { stands } from '../new-cells';
import type { CellContent } from '../../records/table';
import type { SheetPage, TakeBack } from '../workbook';

/** The width of a column that no page has set. */
const STANDARD_WIDTH = 64;

/**
 * Writes a page to its own sheet, for printing on one page or, if it is long, on pages of its width. A sheet with that name is
 * an earlier version of the page and is overwritten as far as its print area goes: what people wrote around it stays. Returns
 * what restores the earlier version.
 */
export async function writePage(page: SheetPage): Promise<() => ReturnType<TakeBack>> {
  const { sheet: name, beside = name } = page;
  const lines = linesOf(page);
  const laidOut = pageOf(lines, page);
  const was = await replacePage(name, laidOut, beside);
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
    const { page: now, others } = await inExcel((context) => readPage(context, name, laidOut.widths));
    const isOurs = lines.every(({ cells }, row) =>
      laidOut.widths.every((_, column) => stands(now?.cells[row]?.[column] ?? '', cells[column] ?? '')),
    );
    if (now === null || !isOurs || (was === null && others.length > 0)) return 'changed since';
    if (was === null) await deleteSheet(name);
    else await replacePage(name, was, beside);
    return 'taken back';
  };
}

/** Deletes a sheet. Excel may have deleted it and failed to say so. */
export const deleteSheet = (name: string): Promise<void> =>
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
        look: page.look,
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
  if (used.isNullObject) return { sheet, page: { cells: [], formats: [], values: [], widths }, others: [] };
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
    cells: within(used.formulas as CellContent[][], ''),
    values: within(used.values as CellContent[][], ''),
    formats: within(used.numberFormat as string[][], 'General'),
    widths: Array.from({ length: frame.columns }, (_, column) => widths[column] ?? STANDARD_WIDTH),
  };
  return { sheet, page, others };
}

interface PageFound {
  sheet: Excel.Worksheet;
  page: (Omit<Page, 'look'> & { values: readonly (readonly CellContent[])[] }) | null;
  others: readonly (readonly [row: number, column: number])[];
}

/** The rows and columns of a print area that begins in A1; null for another. */
function frameOf(address: string): { rows: number; columns: number } | null {
  const [, letters, rows] = /^\$?A\$?1:\$?([A-Z]+)\$?(\d+)$/.exec(splitAddress(address).cell) ?? [];
  return letters ? { rows: Number(rows), columns: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) } : null;
}

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
const isSamePage = (found: Pick<Page, 'cells'>, page: Page): boolean =>
  JSON.stringify(found.cells) === JSON.stringify(page.cells.map((row) => row.map(unquoted)));

/** The content of a cell, as written back: an apostrophe keeps text as text, whatever it looks like. */
const asWritten = (cell: CellContent, value: CellContent): CellContent =>
  typeof cell === 'string' && cell !== '' && cell === value ? `'${cell}` : cell;

/** Clears the cells of both pages, and no others. */
function clearPages(sheet: Excel.Worksheet, was: Page, page: Page): void {
  const rows = Math.max(was.cells.length, page.cells.length);
  const range = sheet.getRangeByIndexes(0, 0, rows, Math.max(was.widths.length, page.widths.length));
  range.clear();
  // clearing doesn't reset row heights
  range.format.rowHeight = LINE_POINTS;
}
