import type { Worksheet } from '@univerjs/core';
import type { Chart } from '../../grid/charts';
import { badArgument, notFound } from '../../grid/excel-error';
import type { RichApi } from '../rich-api';
import { areaOf, wireObject, worksheetObject, type WireObject, type WireType, type WorksheetState } from '../wire-object';

/** What a Chart and its parts represent. The chart is looked up at each use, since it may have been deleted. */
interface ChartState {
  sheet: Worksheet;
  id: string;
}

const chartObject = (chart: Chart | undefined): WireObject<ChartState> | null =>
  chart ? wireObject('Chart', { sheet: chart.sheet, id: chart.id }) : null;

function current({ sheet, id }: ChartState, { book }: RichApi): Chart {
  const chart = book.charts.find(sheet, id);
  if (!chart) throw notFound('Chart');
  return chart;
}

/** The chart, for a change; throws if it can't be changed. */
function changing(state: ChartState, api: RichApi, location: string): Chart {
  api.book.charts.demandWritable(state.sheet, location);
  return current(state, api);
}

function demand(object: WireObject | null, location: string): WireObject {
  if (!object) throw notFound(location);
  return object;
}

/** ChartCollection: the charts of a sheet. */
export const chartCollectionType: WireType<WorksheetState> = {
  items: ({ sheet }, { book }) => book.charts.on(sheet).map((chart) => chartObject(chart)!),
  item: ({ sheet }, { book }, key: string) => demand(chartObject(book.charts.find(sheet, key)), 'ChartCollection.getItem'),
  get: { Count: ({ sheet }, { book }) => book.charts.on(sheet).length },
  call: {
    Add: ({ sheet }, api, type: string, source: unknown, seriesBy: string = 'Auto') => {
      // Series by rows aren't supported.
      if (seriesBy === 'Rows') throw api.missing('ChartCollection.add(…, seriesBy: Rows)');
      api.book.writer.flush();
      return chartObject(api.book.charts.add(sheet, type, areaOf(source, api, sheet)));
    },
    GetCount: ({ sheet }, { book }) => book.charts.on(sheet).length,
    GetItem: ({ sheet }, { book }, key: string) => demand(chartObject(book.charts.find(sheet, key)), 'ChartCollection.getItem'),
    GetItemAt: ({ sheet }, { book }, index: number) => demand(chartObject(book.charts.on(sheet)[index]), 'ChartCollection.getItemAt'),
    GetItemOrNullObject: ({ sheet }, { book }, key: string) => chartObject(book.charts.find(sheet, key)),
  },
};

/** Chart. */
export const chartType: WireType<ChartState> = {
  id: ({ id }) => id,
  get: {
    ChartType: (state, api) => current(state, api).type,
    Id: ({ id }) => id,
    Name: (state, api) => current(state, api).name,
  },
  set: {
    ChartType: (state, type: string, api) => void (changing(state, api, 'Chart.chartType').type = type),
    Name: (state, name: string, api) => {
      if (!name) throw badArgument('Chart.name');
      changing(state, api, 'Chart.name').name = name;
    },
  },
  nav: {
    Legend: (state) => wireObject('ChartLegend', state),
    Series: (state) => wireObject('ChartSeriesCollection', state),
    Title: (state) => wireObject('ChartTitle', state),
    Worksheet: ({ sheet }) => worksheetObject(sheet),
  },
  call: {
    Activate: (state, api) => {
      api.book.writer.flush();
      api.book.sheets.activate(current(state, api).sheet);
    },
    Delete: (state, api) => api.book.charts.remove(changing(state, api, 'Chart.delete')),
    SetData: (state, api, source: unknown) =>
      api.book.charts.setSource(changing(state, api, 'Chart.setData'), areaOf(source, api, state.sheet)),
    SetPosition: (state, api, start: unknown, end?: unknown) => {
      const chart = changing(state, api, 'Chart.setPosition');
      const from = areaOf(start, api, state.sheet);
      const to =
        end === undefined || end === null
          ? { row: from.row + chart.place.rows - 1, column: from.column + chart.place.columns - 1, rows: 1, columns: 1 }
          : areaOf(end, api, state.sheet);
      const rows = to.row + to.rows - from.row;
      const columns = to.column + to.columns - from.column;
      if (rows < 1 || columns < 1) throw badArgument('Chart.setPosition');
      chart.place = { sheet: state.sheet, row: from.row, column: from.column, rows, columns };
    },
  },
};

/** ChartTitle. */
export const chartTitleType: WireType<ChartState> = {
  get: {
    Text: (state, api) => current(state, api).title,
    Visible: (state, api) => current(state, api).title !== '',
  },
  set: { Text: (state, text: string, api) => void (changing(state, api, 'ChartTitle.text').title = text) },
};

/** ChartLegend. */
export const chartLegendType: WireType<ChartState> = {
  get: {
    Position: (state, api) => current(state, api).legend ?? 'Right',
    Visible: (state, api) => current(state, api).legend !== null,
  },
  set: {
    Position: (state, position: string, api) => void (changing(state, api, 'ChartLegend.position').legend = position),
    Visible: (state, visible: boolean, api) => void (changing(state, api, 'ChartLegend.visible').legend = visible ? 'Right' : null),
  },
};

/** ChartSeriesCollection, read-only: the source determines the series. */
export const chartSeriesCollectionType: WireType<ChartState> = {
  items: (state, api) =>
    api.book.charts.plotOf(current(state, api)).series.map((_, index) => wireObject('ChartSeries', { ...state, index })),
  get: { Count: (state, api) => api.book.charts.plotOf(current(state, api)).series.length },
  call: { GetCount: (state, api) => api.book.charts.plotOf(current(state, api)).series.length },
};

/** ChartSeries. */
export const chartSeriesType: WireType<ChartState & { index: number }> = {
  get: { Name: (state, api) => api.book.charts.plotOf(current(state, api)).series[state.index]?.name ?? '' },
};
