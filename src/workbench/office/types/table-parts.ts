import type { Area } from '../../grid/a1';
import type { CellValue } from '../../grid/cell-value';
import { apiNotFound, ExcelError, notFound } from '../../grid/excel-error';
import { addColumn, deleteColumn } from '../../grid/table-columns';
import { addRows, deleteRows } from '../../grid/table-rows';
import type { RichApi } from '../rich-api';
import { rangeObject, wireObject, type TableState, type WireObject, type WireType } from '../wire-object';
import { currentTable } from './table';

/** A row or column of a table, by index. */
interface PartState extends TableState {
  index: number;
}

function rowArea(state: PartState, api: RichApi): Area {
  const table = currentTable(state, api);
  if (state.index < 0 || state.index >= api.book.frames.rowCount(table)) throw notFound('TableRow');
  return { ...api.book.tables.body(table), row: table.row + 1 + state.index, rows: 1 };
}

function columnArea(state: PartState, api: RichApi, part: 'whole' | 'header' | 'body' | 'totalRow'): Area {
  const table = currentTable(state, api);
  const { sheet, row, rows, column } = part === 'body' ? api.book.tables.body(table) : api.book.frames[part](table);
  return { sheet, row, rows, column: column + state.index, columns: 1 };
}

function rowCount(state: TableState, api: RichApi): number {
  return api.book.frames.rowCount(currentTable(state, api));
}

/** A column by name or by ID, which is counted from 1. */
function column(state: TableState, api: RichApi, key: string | number): WireObject<PartState> {
  const wanted = String(key).toUpperCase();
  const index = api.book.tables.headers(currentTable(state, api)).findIndex((name, i) => key === i + 1 || name.toUpperCase() === wanted);
  if (index < 0) throw notFound('TableColumnCollection.getItem');
  return wireObject('TableColumn', { id: state.id, index });
}

function row(state: TableState, api: RichApi, index: number): WireObject<PartState> {
  if (index < 0 || index >= rowCount(state, api)) throw notFound('TableRowCollection.getItemAt');
  return wireObject('TableRow', { id: state.id, index });
}

type Row = (CellValue | null)[];

function asRows(values: Row[] | Row | null | undefined, columns: number): Row[] {
  if (values === null || values === undefined) return [new Array<CellValue>(columns).fill('')];
  return Array.isArray(values[0]) ? (values as Row[]) : [values as Row];
}

/** TableRowCollection. */
export const tableRowCollectionType: WireType<TableState> = {
  items: (state, api) => Array.from({ length: rowCount(state, api) }, (_, index) => wireObject('TableRow', { id: state.id, index })),
  get: { Count: rowCount },
  call: {
    Add: (state, api, index: number | null, values?: Row[] | Row | null) => {
      const table = currentTable(state, api);
      return wireObject('TableRow', { id: state.id, index: addRows(api.book, table, index, asRows(values, table.columns)) });
    },
    GetCount: rowCount,
    GetItemAt: row,
  },
};

/** TableRow. */
export const tableRowType: WireType<PartState> = {
  get: {
    Index: ({ index }) => index,
    Values: (state, api) => api.book.cells.read(rowArea(state, api), 'value'),
  },
  set: { Values: (state, values: unknown, api) => api.book.writer.write(rowArea(state, api), 'value', values) },
  call: {
    Delete: (state, api) => deleteRows(api.book, currentTable(state, api), state.index),
    GetRange: (state, api) => rangeObject(rowArea(state, api)),
  },
};

/** TableColumnCollection. */
export const tableColumnCollectionType: WireType<TableState> = {
  items: (state, api) =>
    api.book.tables.headers(currentTable(state, api)).map((_, index) => wireObject('TableColumn', { id: state.id, index })),
  item: column,
  get: { Count: (state, api) => currentTable(state, api).columns },
  call: {
    Add: (state, api, index?: number | null, values?: unknown, name?: string) => {
      if (values !== null && values !== undefined) throw apiNotFound('TableColumnCollection.add() with values');
      return wireObject('TableColumn', { id: state.id, index: addColumn(api.book, currentTable(state, api), index, name ?? undefined) });
    },
    GetCount: (state, api) => currentTable(state, api).columns,
    GetItem: column,
    GetItemAt: (state, api, index: number) => column(state, api, index + 1),
    GetItemOrNullObject: (state, api, key: string | number) => {
      try {
        return column(state, api, key);
      } catch (thrown) {
        if (thrown instanceof ExcelError && thrown.code === 'ItemNotFound') return null;
        throw thrown;
      }
    },
  },
};

/** TableColumn. */
export const tableColumnType: WireType<PartState> = {
  id: ({ index }) => index + 1,
  get: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: (state, api) => api.book.tables.headers(currentTable(state, api))[state.index],
    Values: (state, api) => api.book.cells.read(columnArea(state, api, 'whole'), 'value'),
  },
  set: {
    Name: (state, name: string, api) => api.book.writer.write(columnArea(state, api, 'header'), 'value', [[name]]),
    Values: (state, values: unknown, api) => api.book.writer.write(columnArea(state, api, 'whole'), 'value', values),
  },
  call: {
    Delete: (state, api) => deleteColumn(api.book, currentTable(state, api), state.index),
    GetDataBodyRange: (state, api) => rangeObject(columnArea(state, api, 'body')),
    GetHeaderRowRange: (state, api) => rangeObject(columnArea(state, api, 'header')),
    GetRange: (state, api) => rangeObject(columnArea(state, api, 'whole')),
    GetTotalRowRange: (state, api) => rangeObject(columnArea(state, api, 'totalRow')),
  },
};
