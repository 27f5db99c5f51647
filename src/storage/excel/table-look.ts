import type { ColumnDesign, TableDesign, Tone, Tones } from '../../records/table';
import { LINE_POINTS, lineCount, TITLE_POINTS } from './text-lines';

/** The colors of each tone. Quiet texts are also on the bands of a table. */
export const TONE_COLORS: Readonly<Record<Tone, { font: string; fill?: string }>> = {
  good: { font: '#006100', fill: '#C6EFCE' },
  attention: { font: '#7F4F00', fill: '#FFEB9C' },
  bad: { font: '#9C0006', fill: '#FFC7CE' },
  quiet: { font: '#595959' },
};

/** The color of the sentence above a table. */
export const HINT_COLOR = '#616161';

/** What a header's filter button and the edges of its cell take of its width, in points. */
const BUTTON_POINTS = 19;
/** What fits on a landscape page at half its size, in points. A wider table prints its first columns only. */
const MAX_PRINTED_POINTS = 1400;
const MAX_ROWS = 1_048_576;

/** Formats the title above a new table, and its hint. */
export function formatHeading(heading: Excel.Range): void {
  const { format } = heading.getCell(0, 0);
  format.font.bold = true;
  format.font.size = 14;
  format.rowHeight = TITLE_POINTS;
  heading.getCell(1, 0).format.font.color = HINT_COLOR;
}

/** Makes a new table's header high enough for its names. One next to another table shares that one's row. */
export function formatHeader(header: Excel.Range, { columns, beside }: TableDesign): void {
  // Excel's table style does that, too, but other readers don't know it.
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.verticalAlignment = 'Center';
  if (beside === undefined) header.format.rowHeight = headerLines(columns) * LINE_POINTS + 2;
}

/** How many lines the names of columns take. */
export const headerLines = (columns: readonly ColumnDesign[]): number =>
  Math.max(...columns.map(({ name, width }) => lineCount(name, width - BUTTON_POINTS)));

/**
 * Colors the texts of a column in all rows that its table may ever get. The rules name no cells, so that they mean the same
 * wherever the cells move.
 */
export function colorTones(top: Excel.Range, row: number, tones: Tones): void {
  const cells = top.getResizedRange(MAX_ROWS - row - 1, 0);
  for (const [tone, texts] of Object.entries(tones) as [Tone, readonly string[]][]) {
    const { font, fill } = TONE_COLORS[tone];
    for (const text of texts) {
      const { format } = ruleFor(cells, text);
      format.font.color = font;
      if (fill !== undefined) format.fill.color = fill;
    }
  }
}

function ruleFor(cells: Excel.Range, text: string): Excel.CellValueConditionalFormat | Excel.TextConditionalFormat {
  if (text.endsWith(':')) {
    const { textComparison } = cells.conditionalFormats.add(Excel.ConditionalFormatType.containsText);
    textComparison.rule = { operator: 'BeginsWith', text };
    return textComparison;
  }
  const { cellValue } = cells.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
  // Text is greater than any number, so an upper limit keeps it out.
  cellValue.rule =
    text === 'above 0'
      ? { operator: 'Between', formula1: '=0.005', formula2: '=1000000000000' }
      : { operator: 'EqualTo', formula1: `="${text}"` };
  return cellValue;
}

/** Sets up a new table's sheet for printing: landscape, one page wide, with its header on each page. */
export function setUpPrinting(sheet: Excel.Worksheet, design: TableDesign, headerRow: number): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = 'Landscape';
  pageLayout.zoom = design.chart ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  if (!design.chart) pageLayout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
  const printed = printedColumns(design);
  // Whole columns, so that rows added later are printed, too.
  if (printed < design.columns.length) pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, 1, printed).getEntireColumn());
}

/** The number of a table's first columns that are printed. */
export function printedColumns({ columns }: Pick<TableDesign, 'columns'>): number {
  let width = 0;
  const tooFar = columns.findIndex((column) => (width += column.width) > MAX_PRINTED_POINTS);
  return tooFar < 0 ? columns.length : tooFar;
}
