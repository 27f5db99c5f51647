import { addressOf, bounding, intersect, MAX_COLUMNS, MAX_ROWS, type Area } from '../../grid/a1';
import { apiNotFound, badArgument, ExcelError, insertDeleteConflict, notFound, wrongSize } from '../../grid/excel-error';
import { shiftColumns } from '../../grid/shift-columns';
import { demandNothingCut, shiftRows } from '../../grid/shift-rows';
import { addRows, deleteRows } from '../../grid/table-rows';
import type { Workbook } from '../../grid/workbook';
import { specialCells } from './range-areas';
import { areaOf, rangeObject, wireObject, worksheetObject, type RangeState, type WireType } from '../wire-object';

/** A part of an area by offset and size. Excel refuses parts outside the sheet. */
export function partOf(area: Area, down: number, right: number, rows: number, columns: number): Area {
  const part = { sheet: area.sheet, row: area.row + down, column: area.column + right, rows, columns };
  const isOutside = part.row < 0 || part.column < 0 || part.row + rows > MAX_ROWS || part.column + columns > MAX_COLUMNS;
  if (isOutside || rows < 1 || columns < 1) throw badArgument('Range');
  return part;
}

function demand(area: Area | null, location: string): Area {
  if (!area) throw notFound(location);
  return area;
}

/** Inserts or deletes whole rows or columns, or cells that move others up or down. */
function restructure(book: Workbook, area: Area, operation: 'insert' | 'delete', shift: string | undefined): void {
  const isRows = area.columns === MAX_COLUMNS;
  const isColumns = area.rows === MAX_ROWS;
  if (!isRows && !isColumns) {
    if (/left|right/i.test(shift ?? '')) return shiftSideways(book, area, operation);
    if (!/down|up/i.test(shift ?? '')) throw apiNotFound(`Range.${operation}()`);
    if (operation === 'insert') return insertCells(book, area);
    // Deleting across a table removes its rows.
    const table = book.tables.all.find((candidate) => intersect(candidate, area));
    const first = table ? area.row - table.row - 1 : -1;
    if (
      table &&
      first >= 0 &&
      area.row + area.rows <= table.row + table.rows &&
      area.column <= table.column &&
      area.column + area.columns >= table.column + table.columns
    ) {
      return deleteRows(book, table, first, area.rows);
    }
    demandNothingCut(book, area, 'Range.delete');
    book.writer.clear(area);
    return shiftRows(book, area, area.row + area.rows, -area.rows);
  }
  book.demandWritable(`Range.${operation}`);
  book.writer.flush();
  const sheet = book.facadeSheet(area.sheet);
  book.asAddIn(() => {
    if (isRows) void (operation === 'insert' ? sheet.insertRows(area.row, area.rows) : sheet.deleteRows(area.row, area.rows));
    else void (operation === 'insert' ? sheet.insertColumns(area.column, area.columns) : sheet.deleteColumns(area.column, area.columns));
  });
}

/** Moves cells to the right to make room, or to the left to close a gap. Excel refuses this if it would affect a table. */
function shiftSideways(book: Workbook, area: Area, operation: 'insert' | 'delete'): void {
  const cut = book.tables.all.some((table) => intersect(book.frames.whole(table), area));
  if (cut) throw insertDeleteConflict(`Range.${operation}`);
  if (operation === 'insert') return shiftColumns(book, area, area.column, area.columns);
  book.writer.clear(area);
  shiftColumns(book, area, area.column + area.columns, -area.columns);
}

/** Inserts cells. Across a whole table they become its rows, even right above its totals row. */
function insertCells(book: Workbook, area: Area): void {
  const table = book.tables.all.find((candidate) => {
    const isAcross = candidate.sheet === area.sheet && candidate.column === area.column && candidate.columns === area.columns;
    return isAcross && area.row > candidate.row && area.row < candidate.row + candidate.rows + (book.frames.showsTotals(candidate) ? 1 : 0);
  });
  if (!table) return shiftRows(book, area, area.row, area.rows);
  addRows(
    book,
    table,
    area.row - table.row - 1,
    Array.from({ length: area.rows }, () => new Array<string>(area.columns).fill('')),
  );
}

/** The cell whose formula spills over a cell. */
function spillParent(book: Workbook, area: Area): Area | null {
  const used = book.cells.used(area.sheet);
  if (!used || !book.cells.spills(area.sheet)) return null;
  for (let row = area.row; row >= used.row; row--) {
    for (let column = area.column; column >= used.column; column--) {
      const anchor = { sheet: area.sheet, row, column, rows: 1, columns: 1 };
      const spill = book.cells.spillOf(anchor);
      if (spill && intersect(spill, { ...area, rows: 1, columns: 1 })) return anchor;
    }
  }
  return null;
}

/** Range. */
export const rangeType: WireType<RangeState> = {
  get: {
    Address: ({ area }) => addressOf(area),
    AddressLocal: ({ area }) => addressOf(area),
    CellCount: ({ area }) => (area.rows * area.columns > 2147483647 ? -1 : area.rows * area.columns),
    ColumnCount: ({ area }) => area.columns,
    ColumnIndex: ({ area }) => area.column,
    Formulas: ({ area }, { book }) => book.cells.read(area, 'formula'),
    FormulasLocal: ({ area }, { book }) => book.cells.read(area, 'formula'),
    HasSpill: ({ area }, { book }) => spillParent(book, area) !== null,
    IsEntireColumn: ({ area }) => area.rows === MAX_ROWS,
    IsEntireRow: ({ area }) => area.columns === MAX_COLUMNS,
    NumberFormat: ({ area }, { book }) => book.cells.read(area, 'ownFormat'),
    RowCount: ({ area }) => area.rows,
    RowHidden: ({ area }, { book }) => {
      const hidden = book.layout.hiddenRows(area);
      return hidden === 0 ? false : hidden === area.rows || null;
    },
    RowIndex: ({ area }) => area.row,
    Text: ({ area }, { book }) => book.cells.read(area, 'text'),
    ValueTypes: ({ area }, { book }) => book.cells.read(area, 'type'),
    Values: ({ area }, { book }) => book.cells.read(area, 'value'),
  },
  set: {
    Formulas: ({ area }, value: unknown, { book }) => book.writer.write(area, 'formula', value),
    FormulasLocal: ({ area }, value: unknown, { book }) => book.writer.write(area, 'formula', value),
    NumberFormat: ({ area }, value: unknown, { book }) => book.writer.write(area, 'format', value),
    RowHidden: ({ area }, value: boolean, { book }) => book.layout.hideRows(area, value),
    Values: ({ area }, value: unknown, { book }) => book.writer.write(area, 'value', value),
  },
  nav: {
    ConditionalFormats: ({ area }) => wireObject('ConditionalFormatCollection', { area }),
    DataValidation: ({ area }) => wireObject('DataValidation', { area }),
    Format: ({ area }) => wireObject('RangeFormat', { area }),
    Worksheet: ({ area }) => worksheetObject(area.sheet),
  },
  call: {
    Calculate: ({ area }, { book }) => {
      const cells = [];
      for (let r = 0; r < area.rows; r++) {
        for (let c = 0; c < area.columns; c++) cells.push({ sheetId: area.sheet.getSheetId(), row: area.row + r, column: area.column + c });
      }
      book.calculation.recalculate(book.unitId, cells);
    },
    Clear: ({ area }, { book }, applyTo?: string | null) => book.writer.clear(area, applyTo ?? 'All'),
    Delete: ({ area }, { book }, shift?: string) => restructure(book, area, 'delete', shift),
    GetAbsoluteResizedRange: ({ area }, _api, rows: number, columns: number) => rangeObject(partOf(area, 0, 0, rows, columns)),
    GetBoundingRect: ({ area }, api, other: unknown) => rangeObject(bounding(area, areaOf(other, api, area.sheet))),
    GetCell: ({ area }, _api, row: number, column: number) => rangeObject(partOf(area, row, column, 1, 1)),
    GetColumn: ({ area }, _api, column: number) => rangeObject(partOf(area, 0, column, area.rows, 1)),
    GetEntireColumn: ({ area }) => rangeObject({ ...area, row: 0, rows: MAX_ROWS }),
    GetEntireRow: ({ area }) => rangeObject({ ...area, column: 0, columns: MAX_COLUMNS }),
    GetIntersection: ({ area }, api, other: unknown) =>
      rangeObject(demand(intersect(area, areaOf(other, api, area.sheet)), 'Range.getIntersection')),
    GetIntersectionOrNullObject: ({ area }, api, other: unknown) => rangeObject(intersect(area, areaOf(other, api, area.sheet))),
    GetLastCell: ({ area }) => rangeObject(partOf(area, area.rows - 1, area.columns - 1, 1, 1)),
    GetLastColumn: ({ area }) => rangeObject(partOf(area, 0, area.columns - 1, area.rows, 1)),
    GetLastRow: ({ area }) => rangeObject(partOf(area, area.rows - 1, 0, 1, area.columns)),
    GetOffsetRange: ({ area }, _api, down: number, right: number) => rangeObject(partOf(area, down, right, area.rows, area.columns)),
    GetResizedRange: ({ area }, _api, rows: number, columns: number) =>
      rangeObject(partOf(area, 0, 0, area.rows + rows, area.columns + columns)),
    GetRow: ({ area }, _api, row: number) => rangeObject(partOf(area, row, 0, 1, area.columns)),
    GetRowsAbove: ({ area }, _api, count: number = 1) => rangeObject(partOf(area, -count, 0, count, area.columns)),
    GetRowsBelow: ({ area }, _api, count: number = 1) => rangeObject(partOf(area, area.rows, 0, count, area.columns)),
    GetSpecialCells: ({ area }, { book }, cellType: string, valueType?: string) => {
      const found = specialCells(book, area, cellType, valueType);
      if (!found) throw notFound('Range.getSpecialCells');
      return found;
    },
    GetSpecialCellsOrNullObject: ({ area }, { book }, cellType: string, valueType?: string) =>
      specialCells(book, area, cellType, valueType),
    GetSpillParent: ({ area }, { book }) => rangeObject(demand(spillParent(book, area), 'Range.getSpillParent')),
    GetSpillParentOrNullObject: ({ area }, { book }) => rangeObject(spillParent(book, area)),
    GetSpillingToRange: ({ area }, { book }) => rangeObject(demand(book.cells.spillOf(area), 'Range.getSpillingToRange')),
    GetSpillingToRangeOrNullObject: ({ area }, { book }) => rangeObject(book.cells.spillOf(area)),
    GetTables: ({ area }) => wireObject('TableCollection', { sheet: area.sheet, within: area }),
    GetUsedRange: ({ area }, { book }, valuesOnly: boolean = false) =>
      rangeObject(demand(book.cells.used(area.sheet, area, valuesOnly), 'Range.getUsedRange')),
    GetUsedRangeOrNullObject: ({ area }, { book }, valuesOnly: boolean = false) =>
      rangeObject(book.cells.used(area.sheet, area, valuesOnly)),
    GetVisibleView: ({ area }, { book }) => {
      if (area.rows === MAX_ROWS) throw new ExcelError('Timeout', 'View within the used range.', 'Range.getVisibleView');
      if (book.layout.hiddenRows(area) === area.rows) throw notFound('Range.getVisibleView');
      return wireObject('RangeView', { area });
    },
    Insert: ({ area }, { book }, shift?: string) => {
      restructure(book, area, 'insert', shift);
      return rangeObject(area);
    },
    Select: ({ area }, { book }) => {
      book.writer.flush();
      book.sheets.select(area);
    },
    _ValidateArraySize: ({ area }, _api, rows: number, columns: number) => {
      if (rows !== area.rows || columns !== area.columns) throw wrongSize('Range.values');
    },
  },
};

/** RangeView: the rows of an area that aren't hidden. */
export const rangeViewType: WireType<RangeState> = {
  get: {
    RowCount: ({ area }, { book }) => area.rows - book.layout.hiddenRows(area),
  },
};
