import type { Worksheet } from '@univerjs/core';
import type { Area } from './a1';
import { textOf } from './cell-value';
import { formatOf } from './cells';
import { accessDenied, badArgument } from './excel-error';
import { newId } from './new-id';
import type { Workbook } from './workbook';

/** A chart of cells. The first row has the names of the series, the first column the categories. */
export interface Chart {
  readonly id: string;
  name: string;
  sheet: Worksheet;
  /** An Excel.ChartType, such as ColumnStacked or Line. */
  type: string;
  title: string;
  /** The position of the legend; null for none. */
  legend: string | null;
  /** The cells it covers. */
  place: Area;
  source: Area;
  /** The table whose whole range is the source, which then grows and moves with it. */
  tableId: string | null;
}

/** One series, ready to draw. */
interface Series {
  name: string;
  values: number[];
}

/** What a chart shows now. */
export interface Plot {
  categories: string[];
  series: Series[];
}

/** The charts of a workbook. Univer has none, so they are stored separately, and its undo doesn't include them. */
export class Charts {
  private charts: Chart[] = [];

  constructor(private readonly book: Workbook) {}

  /** The charts on sheets that still exist. */
  get all(): Chart[] {
    return this.charts.filter(({ sheet }) => this.book.sheets.byId(sheet.getSheetId()));
  }

  on(sheet: Worksheet): Chart[] {
    return this.all.filter((chart) => chart.sheet.getSheetId() === sheet.getSheetId());
  }

  /** A chart of a sheet by name or ID. */
  find(sheet: Worksheet, key: string): Chart | undefined {
    const wanted = String(key).toUpperCase();
    return this.on(sheet).find(({ id, name }) => id.toUpperCase() === wanted || name.toUpperCase() === wanted);
  }

  add(sheet: Worksheet, type: string, source: Area): Chart {
    this.demandWritable(sheet, 'ChartCollection.add');
    if (source.rows < 2 || source.columns < 2) throw badArgument('ChartCollection.add');
    const chart: Chart = {
      id: newId(),
      name: `Chart ${this.charts.length + 1}`,
      sheet,
      type,
      title: '',
      legend: 'Right',
      source,
      tableId: this.tableAt(source),
      place: { sheet, row: source.row, column: source.column + source.columns + 1, rows: 15, columns: 6 },
    };
    this.charts.push(chart);
    return chart;
  }

  remove(chart: Chart): void {
    this.demandWritable(chart.sheet, 'Chart.delete');
    this.charts = this.charts.filter((other) => other !== chart);
  }

  setSource(chart: Chart, source: Area): void {
    Object.assign(chart, { source, tableId: this.tableAt(source) });
  }

  /** The current area of a chart's source. */
  sourceOf({ source, tableId }: Chart): Area {
    return (tableId !== null && this.book.tables.byId(tableId)) || source;
  }

  /** What a chart shows now, without writes that aren't flushed yet. */
  plotOf(chart: Chart): Plot {
    const { sheet, row, column, rows, columns } = this.sourceOf(chart);
    const { cells, model, numfmt, dateSystem } = this.book;
    const text = (r: number, c: number) =>
      textOf(cells.value(sheet, r, c), formatOf(sheet.getCellMatrix().getValue(r, c), model.getStyles()), numfmt, dateSystem);
    const below = Array.from({ length: rows - 1 }, (_, n) => row + 1 + n);
    return {
      categories: below.map((r) => text(r, column)),
      series: Array.from({ length: columns - 1 }, (_, n) => column + 1 + n).map((c) => ({
        name: text(row, c),
        values: below.map((r) => Number(cells.value(sheet, r, c)) || 0),
      })),
    };
  }

  demandWritable(sheet: Worksheet, location: string): void {
    this.book.demandWritable(location);
    if (this.book.layout.isProtected(sheet)) throw accessDenied(location);
  }

  private tableAt({ sheet, row, column, rows, columns }: Area): string | null {
    const table = this.book.tables.at(sheet, row, column);
    return table && table.row === row && table.column === column && table.rows === rows && table.columns === columns ? table.id : null;
  }
}
