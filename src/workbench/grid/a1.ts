import type { IRange, Worksheet } from '@univerjs/core';

/** The number of rows of an Excel sheet. */
export const MAX_ROWS = 1048576;

/** The number of columns of an Excel sheet. */
export const MAX_COLUMNS = 16384;

/** A rectangle of cells, counted from 0. */
export interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A rectangle of cells on a sheet. */
export interface Area extends Box {
  sheet: Worksheet;
}

/** 'AB' for 27. */
function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const A1 = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i;

/** Parses 'B2', 'B2:C4', 'A:A' and '1:3', with or without dollar signs; null if the text isn't an address. */
export function parseA1(text: string): Box | null {
  const match = A1.exec(text.trim());
  if (!match) return null;
  const [, firstColumn, firstRow, lastColumn, lastRow] = match;
  const isPair = text.includes(':');
  if (!firstColumn && !firstRow) return null;
  if (!isPair && !(firstColumn && firstRow)) return null;
  if (isPair && (Boolean(firstColumn) !== Boolean(lastColumn) || Boolean(firstRow) !== Boolean(lastRow))) return null;
  const c1 = firstColumn ? columnIndex(firstColumn) : 0;
  const r1 = firstRow ? Number(firstRow) - 1 : 0;
  const c2 = isPair ? (lastColumn ? columnIndex(lastColumn) : MAX_COLUMNS - 1) : c1;
  const r2 = isPair ? (lastRow ? Number(lastRow) - 1 : MAX_ROWS - 1) : r1;
  if (Math.min(r1, r2) < 0 || Math.max(r1, r2) >= MAX_ROWS || Math.max(c1, c2) >= MAX_COLUMNS) return null;
  return { row: Math.min(r1, r2), column: Math.min(c1, c2), rows: Math.abs(r2 - r1) + 1, columns: Math.abs(c2 - c1) + 1 };
}

/** The address without its sheet; whole rows and columns are '1:3' and 'A:B'. */
export function localA1(box: Box): string {
  if (box.rows === MAX_ROWS) return `${columnName(box.column)}:${columnName(box.column + box.columns - 1)}`;
  if (box.columns === MAX_COLUMNS) return `${box.row + 1}:${box.row + box.rows}`;
  const first = columnName(box.column) + (box.row + 1);
  if (box.rows * box.columns === 1) return first;
  return `${first}:${columnName(box.column + box.columns - 1)}${box.row + box.rows}`;
}

/** The address without its sheet, with dollar signs. */
export function absoluteA1(box: Box): string {
  return localA1(box)
    .replace(/([A-Z]+)/g, '$$$1')
    .replace(/(\d+)/g, '$$$1');
}

/** A sheet's name as formulas write it. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][\w.]*$/.test(name) && !parseA1(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** The address with its sheet. */
export function addressOf(area: Area): string {
  return `${quoteSheet(area.sheet.getName())}!${localA1(area)}`;
}

/** Splits "'My sheet'!A1" into 'My sheet' and A1; the sheet is null if there is none. */
export function splitSheet(reference: string): { sheet: string | null; local: string } {
  const mark = reference.lastIndexOf('!');
  if (mark < 0) return { sheet: null, local: reference };
  const written = reference.slice(0, mark);
  return { sheet: written.replace(/^'|'$/g, '').replace(/''/g, "'"), local: reference.slice(mark + 1) };
}

/** The smallest area that contains both. */
export function bounding(a: Area, b: Box): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheet: a.sheet,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The intersection of two areas, or null. */
export function intersect(a: Area, b: Area): Area | null {
  if (a.sheet !== b.sheet) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : null;
}

/** Converts a box to Univer's range, whose ends are inclusive. */
export function toRange(box: Box): IRange {
  return {
    startRow: box.row,
    startColumn: box.column,
    endRow: box.row + box.rows - 1,
    endColumn: box.column + box.columns - 1,
  };
}

/** Converts Univer's range to an area; NaN ends mean whole rows or columns. */
export function fromRange(sheet: Worksheet, range: IRange): Area {
  const row = range.startRow || 0;
  const column = range.startColumn || 0;
  return {
    sheet,
    row,
    column,
    rows: Number.isFinite(range.endRow) ? range.endRow - row + 1 : MAX_ROWS,
    columns: Number.isFinite(range.endColumn) ? range.endColumn - column + 1 : MAX_COLUMNS,
  };
}
