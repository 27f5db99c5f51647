import type { CellContent } from '../../records/table';

/** The cells in use on a sheet. Rows and columns are counted from 0. */
export interface SheetCells {
  sheet: string;
  isProtected: boolean;
  row: number;
  column: number;
  values: readonly (readonly CellContent[])[];
  formulas: readonly (readonly CellContent[])[];
  tables: readonly TablePlace[];
}

/** Where the rows of a table are. */
export interface TablePlace {
  name: string;
  header: readonly string[];
  row: number;
  column: number;
  rows: number;
}

/** A cell of the workbook. */
export interface Place {
  sheet: string;
  row: number;
  column: number;
}

export const valueAt = ({ values, row, column }: SheetCells, atRow: number, atColumn: number): CellContent =>
  values[atRow - row]?.[atColumn - column] ?? '';

export const contentAt = ({ formulas, row, column }: SheetCells, atRow: number, atColumn: number): CellContent =>
  formulas[atRow - row]?.[atColumn - column] ?? '';

/** The formula of a cell; null if it has none. Text that begins with "=" has itself as its value, which no formula does. */
export function formulaAt(cells: SheetCells, row: number, column: number): string | null {
  const content = contentAt(cells, row, column);
  return typeof content === 'string' && content.startsWith('=') && content !== valueAt(cells, row, column) ? content : null;
}

/** The table that a cell is in, below its header. */
export const tableAt = ({ tables }: SheetCells, row: number, column: number): TablePlace | null =>
  tables.find(
    (table) => row >= table.row && row < table.row + table.rows && column >= table.column && column < table.column + table.header.length,
  ) ?? null;

/** What identifies each row of a table, such as "A-7K2M9Q" or "Order ID: 17"; null for a row without an ID of its own. */
export function rowIds(cells: SheetCells, table: TablePlace): (string | null)[] {
  const all = keysOf(table).map((names) => idsBy(cells, table, names));
  return Array.from({ length: table.rows }, (_, row) => all.map((ids) => ids[row]!).find((id) => id !== null) ?? null);
}

/** The row of a table with an ID, counted from its first; null if no row has it, or several do. */
export function rowWithId(cells: SheetCells, table: TablePlace, id: string): number | null {
  for (const names of keysOf(table)) {
    const row = idsBy(cells, table, names).findIndex((found) => found !== null && fold(found) === fold(id));
    if (row >= 0) return row;
  }
  return null;
}

/** The columns that may identify a row, the best first. */
function keysOf({ name, header }: TablePlace): string[][] {
  const natural = name === 'CoopFunds' ? [['Partner ID', 'Program', 'Fiscal half']] : [];
  const named = header.filter((column) => / id$/i.test(column.trim())).map((column) => [column]);
  return [...natural, ['ID'], ...named].filter((names) => names.every((column) => header.some((other) => fold(other) === fold(column))));
}

function idsBy(cells: SheetCells, table: TablePlace, names: readonly string[]): (string | null)[] {
  const columns = names.map((name) => table.column + table.header.findIndex((other) => fold(other) === fold(name)));
  const label = names.length === 1 && fold(names[0]!) !== 'ID' ? `${names[0]!.trim()}: ` : '';
  const ids = Array.from({ length: table.rows }, (_, row) => {
    const parts = columns.map((column) => String(valueAt(cells, table.row + row, column)).trim());
    const isTyped = columns.every((column) => formulaAt(cells, table.row + row, column) === null);
    return isTyped && parts.every((part) => part !== '') ? label + parts.join(' / ') : null;
  });
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(fold(id), (counts.get(fold(id)) ?? 0) + 1);
  return ids.map((id) => (id !== null && counts.get(fold(id)) === 1 ? id : null));
}

const fold = (text: string): string => text.trim().toUpperCase();
