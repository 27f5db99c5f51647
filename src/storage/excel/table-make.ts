import { withoutTotals } from './filters';
import { colorTones, formatHeader, formatHeading, setUpPrinting } from './table-look';
import type { ColumnDesign, TableDesign } from '../../records/table';

/** Creates a table on its new sheet, starting at a column, with room for its rows. */
export function makeTable(sheet: Excel.Worksheet, design: TableDesign, rows: number, from: number): Excel.Table {
  const { columns } = design;
  const heading = sheet.getRangeByIndexes(0, from, 2, 1);
  heading.values = [[design.title], [design.hint]];
  formatHeading(heading);
  const headerRow = headerRowOf(design);
  const header = sheet.getRangeByIndexes(headerRow, from, 1, columns.length);
  // As text, since a lever's name may look like a formula or date, such as -x or Mar 25.
  header.values = [columns.map(({ name }) => `'${name}`)];
  formatHeader(header, design);
  const isWrapped = columns.some(({ wraps }) => wraps);
  columns.forEach((column, index) => {
    const body = sheet.getRangeByIndexes(headerRow + 1, from + index, rows, 1);
    body.format.columnWidth = column.width;
    if (column.format) body.numberFormat = everywhere(column.format);
    // A date next to a text would run into it.
    if (column.format?.startsWith('yyyy')) body.format.horizontalAlignment = 'Left';
    if (column.wraps) body.format.wrapText = true;
    if (isWrapped) body.format.verticalAlignment = 'Top';
    if (column.tones) colorTones(body.getCell(0, 0), headerRow + 1, column.tones);
    offer(body, column);
  });
  const table = sheet.tables.add(sheet.getRangeByIndexes(headerRow, from, rows + 1, columns.length), true);
  table.name = design.name;
  return table;
}

/** Adds a drop-down list to cells. If its source is a column, the list follows the column when it moves. */
export function offer(body: Excel.Range, { choices, choicesIn, isOpen }: ColumnDesign): void {
  const source = choicesIn
    ? body.worksheet.context.workbook.tables.getItem(choicesIn.table).columns.getItem(choicesIn.column).getDataBodyRange()
    : choices?.join(',');
  if (source === undefined) return;
  body.dataValidation.rule = { list: { inCellDropDown: true, source } };
  if (isOpen) body.dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
}

/** Adds the charts of new tables. Their cells must be calculated first, since Excel needs them to find the column with the months. */
export async function addCharts(context: Excel.RequestContext, designs: readonly TableDesign[]): Promise<void> {
  const drawn = designs.filter(({ chart }) => chart);
  if (drawn.length === 0) return;
  for (const { name, chart } of drawn) {
    const table = context.workbook.tables.getItem(name);
    addChart(table, chart!);
  }
  await context.sync();
}

/**
 * Freezes the headers of new tables, brings a chart to the front, and sets up printing. Excel refuses the first two while
 * another workbook has the focus, and the last without a printer, which does no harm.
 */
export async function showMade(context: Excel.RequestContext, designs: readonly TableDesign[]): Promise<void> {
  for (const design of designs) {
    const { worksheet } = context.workbook.tables.getItem(design.name);
    if (design.chart) worksheet.activate();
    else if (!design.beside) worksheet.freezePanes.freezeRows(headerRowOf(design) + 1);
  }
  for (const design of designs)
    if (!design.beside) setUpPrinting(context.workbook.tables.getItem(design.name).worksheet, design, headerRowOf(design));
  await context.sync().catch(() => undefined);
}

/** Adds a stacked column chart above a table, of its header and rows. */
export function addChart(table: Excel.Table, { name, title }: NonNullable<TableDesign['chart']>): void {
  const range = withoutTotals(table);
  const chart = table.worksheet.charts.add(Excel.ChartType.columnStacked, range, Excel.ChartSeriesBy.columns);
  chart.name = name;
  chart.title.text = title;
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  const corner = table
    .getHeaderRowRange()
    .getCell(0, 0)
    .getOffsetRange(-CHART_ROWS - 1, 0);
  chart.setPosition(corner, corner.getOffsetRange(CHART_ROWS - 1, CHART_COLUMNS));
}

/** One value for all cells of a range, which Excel accepts but its types don't. */
export const everywhere = (value: string): string[][] => value as unknown as string[][];

/** The row of a new table's header, counted from 0, below its chart if it has one. */
export const headerRowOf = ({ chart }: TableDesign): number => (chart ? HEADER_ROW + CHART_ROWS + 1 : HEADER_ROW);
const HEADER_ROW = 3;
const CHART_ROWS = 20;
const CHART_COLUMNS = 6;
