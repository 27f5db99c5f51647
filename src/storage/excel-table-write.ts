import type { NewCell, NewRow, TableCells, TableChange, TableDesign } from './tables';
import { Trouble } from './trouble';
import type { CellContent } from './workbook';

/** A table before it is changed; the sheet it is made on where there is none. */
export interface Before {
  name: string;
  design: TableDesign;
  cells: TableCells | null;
  newSheet: string;
}

/** All of a change, cut into requests of a size Excel takes. Each reads back what it wrote. */
export async function writeChanges(context: Excel.RequestContext, changes: readonly TableChange[], before: readonly Before[]): Promise<void> {
  const { workbook } = context;
  const batch = new Batch(context);
  for (const [n, { design, set, add, remove }] of changes.entries()) {
    const { cells: held, newSheet } = before[n]!;
    const header = held?.header ?? design.columns.map(({ name }) => name);
    const rows = held?.formulas.length ?? 0;
    const table = held ? workbook.tables.getItem(design.name) : makeTable(context, design, newSheet, add.length);
    const body = table.getHeaderRowRange().getOffsetRange(1, 0);
    if (held && add.length > 0) {
      grow(table, rows, add.length);
      design.columns.forEach(({ name, format }) => {
        const column = header.indexOf(name);
        if (column >= 0 && format) body.getCell(rows, column).getResizedRange(add.length - 1, 0).numberFormat = everywhere(format);
      });
    }
    for (const run of runsOf([...set.keys()])) {
      await batch.put(body, run[0]!, run.map((row) => set.get(row)!));
    }
    await batch.put(body, rows, add);
    // From the end, so that the positions before it still hold.
    for (const run of runsOf([...remove]).reverse()) table.rows.deleteRowsAt(run[0]!, run.length);
  }
  await batch.send();
  await addCharts(context, changes.filter((_, n) => before[n]!.cells === null));
}

/** Charts of new tables, once what they are drawn from is calculated: Excel tells by it which column names the months. */
async function addCharts(context: Excel.RequestContext, changes: readonly TableChange[]): Promise<void> {
  const drawn = changes.filter(({ design }) => design.chart);
  if (drawn.length === 0) return;
  for (const { design } of drawn) addChart(context.workbook.tables.getItem(design.name), design.chart!);
  await context.sync();
}

/** A chart of stacked columns above a table, drawn from all of it. */
export function addChart(table: Excel.Table, { name, title }: NonNullable<TableDesign['chart']>): void {
  const range = table.getRange();
  const chart = table.worksheet.charts.add(Excel.ChartType.columnStacked, range, Excel.ChartSeriesBy.columns);
  chart.name = name;
  chart.title.text = title;
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  const corner = table.getHeaderRowRange().getCell(0, 0).getOffsetRange(-CHART_ROWS - 1, 0);
  chart.setPosition(corner, corner.getOffsetRange(CHART_ROWS - 1, CHART_COLUMNS));
}

/** Collects rows to write, and sends them when a request is full. */
export class Batch {
  private bytes = 0;
  private written: { range: Excel.Range; rows: readonly NewRow[] }[] = [];

  constructor(private readonly context: Excel.RequestContext) {}

  /** Takes rows to write from a position below the header on. */
  async put(body: Excel.Range, first: number, rows: readonly NewRow[]): Promise<void> {
    for (let from = 0; from < rows.length; ) {
      let to = from;
      let size = 0;
      while (to < rows.length && (to === from || this.bytes + size < BYTES_AT_ONCE)) size += sizeOf(rows[to++]!);
      const piece = rows.slice(from, to);
      if (this.bytes === 0) this.context.workbook.application.suspendApiCalculationUntilNextSync();
      const range = body.getCell(first + from, 0).getResizedRange(piece.length - 1, piece[0]!.length - 1);
      range.formulas = piece.map((row) => row.map(written));
      range.load('formulas');
      this.written.push({ range, rows: piece });
      this.bytes += size;
      from = to;
      if (this.bytes >= BYTES_AT_ONCE) await this.send();
    }
  }

  /** Sends what was taken, and checks that it stands. */
  async send(): Promise<void> {
    await this.context.sync();
    for (const { range, rows } of this.written) {
      if (!rows.every((row, r) => row.every((cell, c) => stands(range.formulas[r]![c] as CellContent, cell)))) {
        throw new Trouble('unknown', 'Excel did not keep all that was written, so everything was put back as it was.');
      }
      range.untrack();
    }
    this.written = [];
    this.bytes = 0;
  }
}

/** How a cell is handed to Excel: a leading apostrophe keeps any text a text, whatever it begins with or looks like. */
function written(cell: NewCell | null): CellContent | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell === 'object') return cell.formula;
  return cell === '' ? '' : `'${cell}`;
}

/** Whether a cell reads back as it was written. Excel may spell a formula its own way. */
function stands(found: CellContent, cell: NewCell | null): boolean {
  if (cell === null) return true;
  if (typeof cell === 'object') return typeof found === 'string' && found.startsWith('=');
  return typeof cell === 'number' ? typeof found === 'number' && Math.abs(found - cell) <= Math.abs(cell) * 1e-12 : found === cell;
}

const sizeOf = (row: NewRow): number => row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length * 1.5 + 4 : typeof cell === 'object' && cell ? cell.formula.length * 1.3 + 4 : 12), 8);

/** A new table on a sheet of its own, with room for its rows. */
function makeTable(context: Excel.RequestContext, design: TableDesign, sheetName: string, rows: number): Excel.Table {
  const sheet = context.workbook.worksheets.add(sheetName);
  const { columns } = design;
  sheet.getRange('A1:A2').values = [[design.title], [design.hint]];
  sheet.getRange('A1').format.font.bold = true;
  sheet.getRange('A1').format.font.size = 14;
  sheet.getRange('A2').format.font.color = '#616161';
  const headerRow = headerRowOf(design);
  const header = sheet.getRangeByIndexes(headerRow, 0, 1, columns.length);
  header.values = [columns.map(({ name }) => name)];
  columns.forEach(({ width, format }, column) => {
    const body = sheet.getRangeByIndexes(headerRow + 1, column, rows, 1);
    body.format.columnWidth = width;
    if (format) body.numberFormat = everywhere(format);
  });
  const table = sheet.tables.add(sheet.getRangeByIndexes(headerRow, 0, rows + 1, columns.length), true);
  table.name = design.name;
  if (!design.chart) sheet.freezePanes.freezeRows(headerRow + 1);
  return table;
}

/** Makes room at a table's end; what stands below it moves down. rows.add would, but two people adding rows at once spoils the table (office-js issue 3013). */
export function grow(table: Excel.Table, rows: number, by: number): void {
  const header = table.getHeaderRowRange();
  header.getOffsetRange(rows + 1, 0).getResizedRange(by - 1, 0).insert(Excel.InsertShiftDirection.down);
  table.resize(header.getResizedRange(rows + by, 0));
}

/** Positions side by side, as runs from first to last. */
function runsOf(positions: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === position - 1) last.push(position);
    else runs.push([position]);
  }
  return runs;
}

/** One value for all cells of a range, which Excel takes and its types do not know. */
const everywhere = (value: string): string[][] => value as unknown as string[][];

/** The row of a new table's header, counted from 0; a chart stands above it. */
export const headerRowOf = ({ chart }: TableDesign): number => (chart ? HEADER_ROW + CHART_ROWS + 1 : HEADER_ROW);
const HEADER_ROW = 3;
const CHART_ROWS = 20;
const CHART_COLUMNS = 6;
/** Excel on the web takes 5 MB; Chinese text takes three bytes a letter, and the answer repeats what was written. */
const BYTES_AT_ONCE = 2_500_000;
