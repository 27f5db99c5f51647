import { LINE_POINTS, lineCount, TITLE_POINTS } from './text-lines';
import { written } from '../new-cells';
import type { CellContent, NewCell } from '../../records/table';
import { CLOSING, TOTAL, type PagePart, type SheetPage } from '../workbook';

/** The columns of a page of names and texts. */
const WIDTHS = [190, 330];
const MAX_ROW_POINTS = 409;

/** The lines of a page, from its title to its foot. */
export const linesOf = ({ title, parts, foot }: Pick<SheetPage, 'title' | 'parts' | 'foot'>): Line[] => [
  line(title),
  ...parts.flatMap((part) => [BLANK, line(part.title), ...rowsOf(part)]),
  BLANK,
  line(foot),
];

/** The content of a page: what is written to its cells, and their number formats. */
export interface Page {
  cells: readonly (readonly CellContent[])[];
  formats: readonly (readonly string[])[];
  widths: readonly number[];
  look: PageLook;
}

/** How a page looks and prints, which can't be read from its sheet. */
interface PageLook {
  /** Whether it has columns of its own, and is landscape; otherwise it's a portrait page of names and texts. */
  isTable: boolean;
  /** Whether it prints on as many pages as it takes, one page wide, instead of on one. */
  isLong: boolean;
}

interface Line {
  cells: readonly NewCell[];
  formats?: readonly string[];
}

const line = (...cells: NewCell[]): Line => ({ cells });
const BLANK = line();
const rowsOf = (part: PagePart): Line[] =>
  'rows' in part
    ? part.rows.map(([name, said]) => line(name, said))
    : [
        { cells: part.header, ...(part.headerFormats && { formats: part.headerFormats }) },
        ...part.cells.map((cells): Line => ({ cells, formats: part.formats })),
      ];

/** A page with the cells of its lines. */
export function pageOf(lines: readonly Line[], { widths, isLong = false }: Pick<SheetPage, 'widths' | 'isLong'>): Page {
  const columns = widths ?? WIDTHS;
  return {
    widths: columns,
    look: { isTable: widths !== undefined, isLong },
    cells: lines.map(({ cells }) => columns.map((_, column) => written(cells[column] ?? '')!)),
    formats: lines.map(({ formats = [] }) => columns.map((_, column) => formats[column] || 'General')),
  };
}

/** Writes the cells and their number formats. */
export function writeCells(sheet: Excel.Worksheet, { cells, formats }: Page): void {
  if (cells.length === 0) return;
  const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
  range.numberFormat = formats as string[][];
  range.formulas = cells as CellContent[][];
}

/** Writes a page to its sheet and sets up how it prints. */
export function layOut(sheet: Excel.Worksheet, page: Page): void {
  const { cells, formats, widths, look } = page;
  if (cells.length === 0) return;
  writeCells(sheet, page);
  const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
  widths.forEach((width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width));
  range.format.rowHeight = LINE_POINTS;
  range.format.verticalAlignment = 'Top';
  for (const [row, kind] of kindsOf(cells).entries()) {
    const { format } = sheet.getRangeByIndexes(row, 0, 1, widths.length);
    if (kind === 'title') {
      const first = sheet.getRangeByIndexes(0, 0, 1, 1).format;
      first.font.bold = true;
      first.font.size = 14;
      first.rowHeight = TITLE_POINTS;
    } else if (kind === 'heading') sheet.getRangeByIndexes(row, 0, 1, 1).format.font.bold = true;
    else if (kind === 'header') {
      format.font.bold = true;
      format.wrapText = true;
      format.rowHeight = 2 * LINE_POINTS;
      format.fill.color = '#E8E8E8';
      for (const [column, number] of (formats[row + 1] ?? []).entries())
        if (number !== 'General') sheet.getRangeByIndexes(row, column, 1, 1).format.horizontalAlignment = 'Right';
    } else if (kind === 'total') {
      format.font.bold = true;
      format.fill.color = '#F2F2F2';
    } else if (!look.isTable && cells[row]![1] !== '') {
      format.wrapText = true;
      const lines = Math.max(...cells[row]!.map((text, column) => lineCount(String(unquoted(text)), widths[column]!)));
      if (lines > 1) format.rowHeight = Math.min(lines * LINE_POINTS, MAX_ROW_POINTS);
    }
  }
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(range);
  pageLayout.orientation = look.isTable ? 'Landscape' : 'Portrait';
  pageLayout.zoom = look.isLong ? { horizontalFitToPages: 1 } : { horizontalFitToPages: 1, verticalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
}

/** The kind of each row of a page, by the rows around it. */
function kindsOf(cells: Page['cells']): ('title' | 'heading' | 'header' | 'total' | 'row')[] {
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

/** A cell's content as it shows, without the apostrophe that keeps a text. */
export const unquoted = (cell: CellContent): CellContent => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell);
