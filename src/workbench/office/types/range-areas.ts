import { addressOf, type Area } from '../../grid/a1';
import { typeOf } from '../../grid/cell-value';
import { accessDenied, apiNotFound, ExcelError } from '../../grid/excel-error';
import type { Workbook } from '../../grid/workbook';
import { rangeObject, wireObject, worksheetObject, type WireObject, type WireType } from '../wire-object';

/** Several areas of one sheet. */
interface AreasState {
  areas: Area[];
}

/** The value type of each Excel.SpecialCellValueType; names such as 'ErrorsText' combine several of these. */
const VALUE_TYPES: Record<string, string> = { Errors: 'Error', Logical: 'Boolean', Numbers: 'Double', Text: 'String' };

/** How many cells outside the used range may be searched. */
const MAX_BLANK = 100_000;

/** The cells of a type within an area, joined into vertical blocks; null if there are none. */
export function specialCells(book: Workbook, within: Area, cellType: string, valueType?: string | null): WireObject<AreasState> | null {
  if (cellType !== 'Formulas' && cellType !== 'Constants') throw apiNotFound(`Range.getSpecialCells('${cellType}')`);
  // VBA's SpecialCells fails on a protected sheet; whether Office.js does is unknown.
  if (book.layout.isProtected(within.sheet)) throw accessDenied('Range.getSpecialCells');
  const used = book.cells.used(within.sheet, within, true);
  const asked = within.rows * within.columns;
  // Excel searches the whole range, which takes minutes for a sheet (office-js issue 4245).
  if (asked - (used ? used.rows * used.columns : 0) > MAX_BLANK)
    throw new ExcelError('Timeout', 'Search within the used range.', 'Range.getSpecialCells');
  if (!used) return null;
  const wanted = Object.keys(VALUE_TYPES).filter((name) => !valueType || valueType === 'All' || valueType.includes(name));
  const types = new Set(wanted.map((name) => VALUE_TYPES[name]));
  const values = book.cells.read(used, 'value');
  const fits = (row: number, column: number): boolean => {
    const value = values[row - used.row]![column - used.column]!;
    if (!types.has(typeOf(value))) return false;
    return (book.cells.storedFormula(used.sheet, row, column) !== null) === (cellType === 'Formulas');
  };
  const areas: Area[] = [];
  for (let column = used.column; column < used.column + used.columns; column++) {
    let open: Area | null = null;
    for (let row = used.row; row < used.row + used.rows; row++) {
      if (!fits(row, column)) open = null;
      else if (open) open.rows++;
      else areas.push((open = { sheet: used.sheet, row, column, rows: 1, columns: 1 }));
    }
  }
  return areas.length ? wireObject('RangeAreas', { areas }) : null;
}

/** RangeAreas. */
export const rangeAreasType: WireType<AreasState> = {
  get: {
    Address: ({ areas }) => areas.map(addressOf).join(','),
    AreaCount: ({ areas }) => areas.length,
    CellCount: ({ areas }) => areas.reduce((count, { rows, columns }) => count + rows * columns, 0),
  },
  nav: {
    Areas: ({ areas }) => wireObject('RangeCollection', { areas }),
    Worksheet: ({ areas }) => worksheetObject(areas[0]?.sheet),
  },
};

/** RangeCollection. */
export const rangeCollectionType: WireType<AreasState> = {
  items: ({ areas }) => areas.map((area) => rangeObject(area)),
  call: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ areas }, _api, index: number) => rangeObject(areas[index] ?? null),
  },
};
