import type { Worksheet } from '@univerjs/core';
import type { Sheet, SheetChart } from 'hucre';
import { localA1, parseA1, type Area, type Box } from './grid/a1';
import type { Workbook } from './grid/workbook';

type FileChart = NonNullable<Sheet['charts']>[number];

/** A sheet's charts for an .xlsx file: column charts, stacked or not, and line charts, of cells on the same sheet. Others are left out. */
export function writeCharts(book: Workbook, sheet: Worksheet): SheetChart[] {
  return book.charts.on(sheet).flatMap((chart): SheetChart[] => {
    const kind = KINDS[chart.type];
    const source = book.charts.sourceOf(chart);
    if (!kind || source.sheet !== sheet) return [];
    const { row, column, rows, columns } = chart.place;
    return [
      {
        ...kind,
        title: chart.title,
        frameTitle: chart.name,
        legend: chart.legend === null ? false : chart.legend === 'Bottom' ? 'bottom' : 'right',
        anchor: { from: { row, col: column }, to: { row: row + rows, col: column + columns } },
        series: book.charts.plotOf(chart).series.map(({ name }, index) => ({
          name,
          categories: columnAddress(source, 0),
          values: columnAddress(source, 1 + index),
        })),
      },
    ];
  });
}

/** Adds a file's charts to a sheet. A chart's source is the area around its series, with the row above for their names. */
export function addCharts(book: Workbook, sheet: Worksheet, charts: readonly FileChart[]): void {
  for (const { kinds, series = [], title = '', frameTitle, anchor, legend, barGrouping } of charts) {
    const boxes = series
      .flatMap(({ valuesRef, categoriesRef }) => [valuesRef, categoriesRef])
      .map((reference) => parseA1((reference ?? '').replace(/^.*!/, '')));
    const found = boxes.filter((box): box is Box => box !== null);
    const source = found.length === boxes.length ? around(found) : null;
    if (!source || source.row === 0 || !anchor) continue;
    const type = kinds[0] === 'line' ? 'Line' : barGrouping === 'stacked' ? 'ColumnStacked' : 'ColumnClustered';
    const chart = book.charts.add(sheet, type, { sheet, ...source, row: source.row - 1, rows: source.rows + 1 });
    const { from, to = { row: from.row + 15, col: from.col + 6 } } = anchor;
    Object.assign(chart, {
      name: frameTitle ?? chart.name,
      title,
      legend: legend === false ? null : legend === 'bottom' ? 'Bottom' : 'Right',
      place: { sheet, row: from.row, column: from.col, rows: Math.max(1, to.row - from.row), columns: Math.max(1, to.col - from.col) },
    });
  }
}

const KINDS: Record<string, Pick<SheetChart, 'type' | 'barGrouping' | 'overlap'> | undefined> = {
  ColumnStacked: { type: 'column', barGrouping: 'stacked', overlap: 100 },
  ColumnClustered: { type: 'column', barGrouping: 'clustered' },
  Line: { type: 'line' },
};

const columnAddress = ({ row, column, rows }: Area, index: number): string =>
  localA1({ row: row + 1, column: column + index, rows: rows - 1, columns: 1 });

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const row = Math.min(...boxes.map((box) => box.row));
  const column = Math.min(...boxes.map((box) => box.column));
  return {
    row,
    column,
    rows: Math.max(...boxes.map((box) => box.row + box.rows)) - row,
    columns: Math.max(...boxes.map((box) => box.column + box.columns)) - column,
  };
}
