import type { Worksheet } from '@univerjs/core';
import { intersect, type Area } from '../../grid/a1';
import { notFound } from '../../grid/excel-error';
import type { Table } from '../../grid/tables';
import { EVENT, eventMethods } from '../event-targets';
import type { RichApi } from '../rich-api';
import {
  areaOf,
  rangeObject,
  tableObject,
  wireObject,
  worksheetObject,
  type TableState,
  type WireObject,
  type WireType,
} from '../wire-object';

/** A collection of tables: of the workbook, of a sheet, or those that overlap a range. */
interface TableCollectionState {
  sheet?: Worksheet;
  within?: Area;
}

/** The current table. */
export function currentTable({ id }: TableState, { book }: RichApi): Table {
  const table = book.tables.byId(id);
  if (!table) throw notFound('Table');
  return table;
}

function members({ sheet, within }: TableCollectionState, { book }: RichApi): Table[] {
  return book.tables.all.filter((table) => (!sheet || table.sheet === sheet) && (!within || intersect(book.frames.whole(table), within)));
}

function member(state: TableCollectionState, api: RichApi, key: string): WireObject | null {
  const id = api.book.tables.find(key)?.id;
  return tableObject(members(state, api).find((table) => table.id === id));
}

function demand(object: WireObject | null, location: string): WireObject {
  if (!object) throw notFound(location);
  return object;
}

/** TableCollection. */
export const tableCollectionType: WireType<TableCollectionState> = {
  items: (state, api) => members(state, api).map((table) => tableObject(table)!),
  item: (state, api, key: string) => demand(member(state, api, key), 'TableCollection.getItem'),
  get: { Count: (state, api) => members(state, api).length },
  call: {
    Add: (state, api, range: unknown, hasHeaders: boolean) => tableObject(api.book.tables.add(areaOf(range, api, state.sheet), hasHeaders)),
    GetCount: (state, api) => members(state, api).length,
    GetFirst: (state, api) => demand(tableObject(members(state, api)[0]), 'TableCollection.getFirst'),
    GetItem: (state, api, key: string) => demand(member(state, api, key), 'TableCollection.getItem'),
    GetItemAt: (state, api, index: number) => demand(tableObject(members(state, api)[index]), 'TableCollection.getItemAt'),
    GetItemOrNullObject: (state, api, key: string) => member(state, api, key),
    ...eventMethods<TableCollectionState>(
      { DataChanged: EVENT.tableChanged, Added: EVENT.tableAdded, Deleted: EVENT.tableDeleted },
      ({ sheet }) => sheet?.getSheetId() ?? 'Workbook',
    ),
  },
};

/** Table. */
export const tableType: WireType<TableState> = {
  id: ({ id }) => id,
  get: {
    Id: ({ id }) => id,
    Name: (state, api) => currentTable(state, api).name,
    ShowBandedRows: () => true,
    ShowFilterButton: () => true,
    ShowHeaders: (state, api) => api.book.frames.showsHeaders(currentTable(state, api)),
    ShowTotals: (state, api) => api.book.frames.showsTotals(currentTable(state, api)),
    Style: ({ id }, { book }) => book.tables.styles.get(id) ?? 'TableStyleMedium2',
  },
  set: {
    Name: (state, name: string, api) => api.book.tables.rename(currentTable(state, api), name),
    ShowBandedRows: (_state, _value, { ignored }) => void ignored.add('Table.showBandedRows='),
    ShowFilterButton: (_state, _value, { ignored }) => void ignored.add('Table.showFilterButton='),
    ShowHeaders: (state, shows: boolean, api) => api.book.frames.showHeaders(currentTable(state, api), shows),
    ShowTotals: (state, shows: boolean, api) => api.book.frames.showTotals(currentTable(state, api), shows),
    Style: ({ id }, style: string, { book }) => void book.tables.styles.set(id, style),
  },
  nav: {
    AutoFilter: ({ id }) => wireObject('AutoFilter', { id }),
    Columns: ({ id }) => wireObject('TableColumnCollection', { id }),
    Rows: ({ id }) => wireObject('TableRowCollection', { id }),
    Worksheet: (state, api) => worksheetObject(currentTable(state, api).sheet),
  },
  call: {
    ClearFilters: (state, api) => api.book.filters.clear(currentTable(state, api)),
    ConvertToRange: (state, api) => {
      const table = currentTable(state, api);
      api.book.tables.remove(table, { clear: false });
      return rangeObject(table);
    },
    Delete: (state, api) => api.book.tables.remove(currentTable(state, api), { clear: true }),
    GetDataBodyRange: (state, api) => rangeObject(api.book.tables.body(currentTable(state, api))),
    GetHeaderRowRange: (state, api) => rangeObject(api.book.frames.header(currentTable(state, api))),
    GetRange: (state, api) => rangeObject(api.book.frames.whole(currentTable(state, api))),
    GetTotalRowRange: (state, api) => rangeObject(api.book.frames.totalRow(currentTable(state, api))),
    ReapplyFilters: (state, api) => api.book.filters.reapply(currentTable(state, api)),
    Resize: (state, api, range: unknown) => {
      const table = currentTable(state, api);
      const area = areaOf(range, api, table.sheet);
      const { rows, columns, column } = api.book.frames.resized(table, area);
      api.book.tables.resize({ ...table, column }, rows, columns);
      if (rows > table.rows)
        api.book.calculatedColumns.continueInto({ ...table, rows, columns, column }, table.rows - 1, rows - table.rows);
    },
    ...eventMethods<TableState>({ DataChanged: EVENT.tableChanged, SelectionChanged: EVENT.tableSelectionChanged }, ({ id }) => id),
  },
};
