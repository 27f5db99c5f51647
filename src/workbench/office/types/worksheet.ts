import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../grid/a1';
import { internalError, notFound } from '../../grid/excel-error';
import { EVENT, eventMethods, SHEET_EVENTS, workbookTarget } from '../event-targets';
import { areaOf, rangeObject, wireObject, worksheetObject, type WireObject, type WireType, type WorksheetState } from '../wire-object';
import { partOf } from './range';

const wholeSheet = ({ sheet }: WorksheetState): Area => ({ sheet, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
const sheetId = ({ sheet }: WorksheetState): string => sheet.getSheetId();

function demand(object: WireObject | null, location: string): WireObject {
  if (!object) throw notFound(location);
  return object;
}

/** WorksheetCollection. */
export const worksheetCollectionType: WireType<object> = {
  items: (_state, { book }) => book.sheets.all.map((sheet) => worksheetObject(sheet)!),
  item: (_state, { book }, key: string) => demand(worksheetObject(book.sheets.find(key)), 'WorksheetCollection.getItem'),
  call: {
    Add: (_state, { book }, name?: string) => {
      book.sheets.demandStructure('WorksheetCollection.add');
      return worksheetObject(book.sheets.add(name));
    },
    GetActiveWorksheet: (_state, { book }) => worksheetObject(book.sheets.active),
    GetCount: (_state, { book }, visibleOnly: boolean = false) =>
      book.sheets.all.filter((sheet) => !visibleOnly || !sheet.isSheetHidden()).length,
    GetFirst: (_state, { book }) => worksheetObject(book.sheets.all[0]),
    GetItem: (_state, { book }, key: string) => demand(worksheetObject(book.sheets.find(key)), 'WorksheetCollection.getItem'),
    GetItemOrNullObject: (_state, { book }, key: string) => worksheetObject(book.sheets.find(key)),
    GetLast: (_state, { book }) => worksheetObject(book.sheets.all.at(-1)),
    ...eventMethods({ ...SHEET_EVENTS, Added: EVENT.sheetAdded, Deleted: EVENT.sheetDeleted }, workbookTarget),
  },
};

/** Worksheet. */
export const worksheetType: WireType<WorksheetState> = {
  id: sheetId,
  get: {
    Id: sheetId,
    Name: ({ sheet }) => sheet.getName(),
    Position: ({ sheet }, { book }) => book.sheets.all.indexOf(sheet),
    TabColor: ({ sheet }) => sheet.getTabColor() || '',
    Visibility: ({ sheet }, { book }) => book.sheets.visibility(sheet),
  },
  set: {
    Name: ({ sheet }, name: string, { book }) => {
      book.sheets.demandStructure('Worksheet.name');
      book.sheets.rename(sheet, name);
    },
    Position: ({ sheet }, position: number, { book }) => {
      book.sheets.demandStructure('Worksheet.position');
      book.sheets.move(sheet, position);
    },
    TabColor: ({ sheet }, value: string, { book }) => {
      book.run('sheet.command.set-tab-color', { subUnitId: sheet.getSheetId(), value });
    },
    Visibility: ({ sheet }, value: string, { book }) => {
      book.sheets.demandStructure('Worksheet.visibility');
      book.sheets.setVisibility(sheet, value);
    },
  },
  nav: {
    Charts: ({ sheet }) => wireObject('ChartCollection', { sheet }),
    FreezePanes: ({ sheet }) => wireObject('WorksheetFreezePanes', { sheet }),
    Names: () => wireObject('NamedItemCollection', {}),
    PageLayout: ({ sheet }) => wireObject('PageLayout', { sheet }),
    Protection: ({ sheet }) => wireObject('WorksheetProtection', { sheet }),
    Tables: ({ sheet }) => wireObject('TableCollection', { sheet }),
  },
  call: {
    Activate: ({ sheet }, { book }) => {
      book.writer.flush();
      book.sheets.activate(sheet);
    },
    Calculate: (_state, { book }) => book.calculation.recalculateAll(),
    Delete: ({ sheet }, { book }) => {
      book.sheets.demandStructure('Worksheet.delete');
      // By design (office-js issue 365).
      if (book.sheets.visibility(sheet) === 'VeryHidden') throw internalError('Worksheet.delete');
      book.sheets.remove(sheet);
    },
    GetCell: (state, _api, row: number, column: number) => rangeObject(partOf(wholeSheet(state), row, column, 1, 1)),
    GetRange: (state, { book }, address?: string) => rangeObject(address ? book.sheets.parse(address, state.sheet) : wholeSheet(state)),
    GetRangeByIndexes: (state, _api, row: number, column: number, rows: number, columns: number) =>
      rangeObject(partOf(wholeSheet(state), row, column, rows, columns)),
    GetUsedRange: (state, { book }, valuesOnly: boolean = false) =>
      rangeObject(book.cells.used(state.sheet, null, valuesOnly) ?? partOf(wholeSheet(state), 0, 0, 1, 1)),
    GetUsedRangeOrNullObject: ({ sheet }, { book }, valuesOnly: boolean = false) => rangeObject(book.cells.used(sheet, null, valuesOnly)),
    ...eventMethods(SHEET_EVENTS, sheetId),
  },
};

/** WorksheetProtection. */
export const worksheetProtectionType: WireType<WorksheetState> = {
  get: {
    Options: ({ sheet }, { book }) => book.layout.protectionOptions(sheet),
    Protected: ({ sheet }, { book }) => book.layout.isProtected(sheet),
  },
  call: {
    Protect: ({ sheet }, { book }, options?: object) => book.layout.protect(sheet, options ?? {}),
    Unprotect: ({ sheet }, { book }) => book.layout.unprotect(sheet),
  },
};

/** WorkbookProtection, of the workbook's structure. */
export const workbookProtectionType: WireType<object> = {
  get: { Protected: (_state, { book }) => book.sheets.isStructureProtected },
  call: {
    Protect: (_state, { book }) => {
      book.sheets.demandStructure('WorkbookProtection.protect');
      book.sheets.isStructureProtected = true;
    },
    Unprotect: (_state, { book }) => {
      book.sheets.isStructureProtected = false;
    },
  },
};

/** WorksheetFreezePanes. */
export const worksheetFreezePanesType: WireType<WorksheetState> = {
  call: {
    FreezeAt: ({ sheet }, api, range: unknown) => {
      const area = areaOf(range, api, sheet);
      api.book.layout.freeze(sheet, area.row + area.rows, area.column + area.columns);
    },
    FreezeColumns: ({ sheet }, { book }, count: number = 1) => book.layout.freeze(sheet, book.layout.frozen(sheet).rows, count),
    FreezeRows: ({ sheet }, { book }, count: number = 1) => book.layout.freeze(sheet, count, book.layout.frozen(sheet).columns),
    GetLocationOrNullObject: (state, { book }) => {
      const { rows, columns } = book.layout.frozen(state.sheet);
      if (!rows && !columns) return null;
      return rangeObject({ ...wholeSheet(state), rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS });
    },
    Unfreeze: ({ sheet }, { book }) => book.layout.freeze(sheet, 0, 0),
  },
};
