import type { Worksheet } from '@univerjs/core';
import type { Sheet, SheetChart } from 'hucre';
import { localA1, parseA1, type Area, type Box } from './grid/a1';
import type { Workbook } from './grid/workbook';

type FileChart = NonNullable<Sheet['charts']>[number];

/** The charts of a sheet for an .xlsx file: columns, stacked or not, and lines, over cells of the sheet itself; others are left out. */
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
        series: book.charts.plotOf(chart).series.map(({ name }, n) => ({
          name,
          categories: addressOf(source, 0),
          values: addressOf(source, 1 + n),
        })),
      },
    ];
  });
}

/** Puts a file's charts onto a sheet. Their source is the box around what their series name, and the row above it. */
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

const addressOf = ({ row, column, rows }: Area, n: number): string =>
  localA1({ row: row + 1, column: column + n, rows: rows - 1, columns: 1 });

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
