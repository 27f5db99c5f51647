import { isErrorText, isUnfinished } from '../cells/error-text';
import type { Given } from '../cells/scalar';
import { Problem } from '../domain/problem';
import type { Kind } from './cell-types';
import { missingLater } from './later-columns';
import { columnsOf, type TableQuery, type ColumnDesign, type NewCell, type TableCells, type TableDesign, type CellContent } from './table';

/** How a column looks in a new table. */
type Looks = Pick<ColumnDesign, 'width' | 'wraps' | 'tones'>;

/** A column that people and the pane fill in. */
interface InputColumn<V> extends Looks {
  name: string;
  kind: Kind<V>;
  isLater?: boolean;
}

/** A column with a formula. What people enter over the formula is kept. */
interface ComputedColumn extends Looks {
  name: string;
  format?: string;
  formula: string;
  former?: readonly string[];
  isLater?: boolean;
}

/** A table's columns, by the record's field names. */
export type Columns = Readonly<Record<string, InputColumn<unknown> | ComputedColumn>>;

/** A row as its input columns read. */
export type RecordOf<C extends Columns> = {
  [K in keyof C as C[K] extends ComputedColumn ? never : K]: C[K] extends InputColumn<infer V> ? V : never;
};

/** A table of ours with a record in each row. `key` is the ID column; null where rows have no ID. */
export interface RecordTable<C extends Columns> {
  design: TableDesign;
  columns: C;
  key: string | null;
  /** Columns in which other spellings are replaced with ours when their row is saved. */
  spelledOut: readonly string[];
  /** Columns with a sum formula in rows where no one entered a figure. */
  summed: readonly SummedColumn[];
}

/** A column with a sum formula until someone enters a figure over it. */
export interface SummedColumn {
  column: string;
  formula: string;
  /** Whether a cell has the formula, in this or an earlier version. */
  isSum: (cell: CellContent | undefined) => boolean;
}

/** A cell that can't be read. */
export interface CellTrouble {
  column: string;
  found: string;
  sentence: string;
}

/** A row when it was read, for merging a save. Cells are by our column names, formulas as text. */
export interface StoredRow {
  /** As written; '' if blank. */
  id: string;
  row: number;
  cells: Readonly<Record<string, CellContent>>;
}

/** A row that was read. */
export interface ReadRow<R> {
  record: R;
  base: StoredRow;
  troubles: readonly CellTrouble[];
}

/** A table's sheet, and which of its columns come first and last where it is new: those people read, and those they don't. */
interface RecordSheet extends Omit<TableDesign, 'columns'> {
  first?: readonly string[];
  last?: readonly string[];
}

/** Describes a table of records. */
export function recordTable<C extends Columns>(
  { first = [], last = [], ...sheet }: RecordSheet,
  key: string | null,
  columns: C,
  spelledOut: readonly string[] = [],
  summed: readonly SummedColumn[] = [],
): RecordTable<C> {
  const designed = Object.values(columns).map((column) => {
    const { name, width, wraps, tones } = column;
    const format = 'formula' in column ? column.format : column.kind.format;
    const { choices, choicesOn, choicesIn, isOpen } = 'formula' in column ? ({} as Partial<Kind<unknown>>) : column.kind;
    return {
      name,
      width,
      ...(wraps ? { wraps } : {}),
      ...(tones ? { tones } : {}),
      ...(format ? { format } : {}),
      ...(choices ? { choices } : {}),
      ...(choicesOn ? { choicesOn } : {}),
      ...(choicesIn ? { choicesIn } : {}),
      ...(isOpen ? { isOpen } : {}),
      ...('formula' in column ? { formula: column.formula } : {}),
      ...('former' in column ? { former: column.former } : {}),
      ...(column.isLater ? { isLater: true } : {}),
    };
  });
  return { design: { ...sheet, columns: inReadingOrder(designed, first, last) }, columns, key, spelledOut, summed };
}

function inReadingOrder<N extends { name: string }>(columns: readonly N[], first: readonly string[], last: readonly string[]): N[] {
  const place = ({ name }: N): number => (first.includes(name) ? first.indexOf(name) - first.length : last.indexOf(name) + 1);
  return [...columns].sort((a, b) => place(a) - place(b));
}

/** The query for a table. Formulas of computed columns aren't needed and would be most of the bytes; rows without an ID are only added. */
export const tableQuery = ({ design: { name, columns }, key }: RecordTable<Columns>): TableQuery =>
  key === null
    ? { name, formulasIn: [] }
    : columns.some(({ formula }) => formula !== undefined)
      ? { name, formulasIn: columns.filter(({ formula }) => formula === undefined).map((column) => column.name) }
      : name;

/** Our columns that people have deleted from the table, without those that the next save adds. */
export function missingColumns(table: RecordTable<Columns>, cells: TableCells): string[] {
  const coming = missingLater(cells, table.design);
  const columnIndex = columnsOf(
    cells.header,
    table.design.columns.map(({ name }) => name),
  );
  return table.design.columns.flatMap((column) => (columnIndex[column.name]! < 0 && !coming.includes(column) ? [column.name] : []));
}

/** The rows that aren't blank. A cell that can't be read counts as blank and is reported; the row is never dropped. */
export function readRecords<C extends Columns>(table: RecordTable<C>, cells: TableCells | null): ReadRow<RecordOf<C>>[] {
  if (!cells) return [];
  const inputs = Object.entries(table.columns).flatMap(([field, column]) => ('kind' in column ? [{ field, ...column }] : []));
  const columnIndex = columnsOf(
    cells.header,
    inputs.map(({ name }) => name),
  );
  const rows: ReadRow<RecordOf<C>>[] = [];
  cells.values.forEach((values, row) => {
    if (inputs.every(({ name }) => (values[columnIndex[name]!] ?? '') === '')) return;
    const record: Record<string, unknown> = {};
    const raw: Record<string, CellContent> = {};
    const troubles: CellTrouble[] = [];
    for (const { field, name, kind } of inputs) {
      const value = values[columnIndex[name]!] ?? '';
      raw[name] = cells.formulas[row]![columnIndex[name]!] ?? '';
      try {
        record[field] = readCell(kind, value, name);
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown;
        record[field] = kind.blank;
        troubles.push({ column: name, found: String(value), sentence: thrown.message });
      }
    }
    const id = table.key === null ? '' : String(values[columnIndex[table.key]!] ?? '').trim();
    rows.push({ record: record as RecordOf<C>, base: { id, row, cells: raw }, troubles });
  });
  return rows;
}

/** A cell's value. Throws a Problem if it can't be read. */
export function readCell<V>(kind: Kind<V>, cell: CellContent, column: string): V {
  const given: Given = typeof cell === 'string' ? cell.trim() : cell;
  if (given === '') return kind.blank;
  if (isUnfinished(given)) throw new Problem('bad input', `${column}: Excel is still calculating this cell.`);
  if (isErrorText(given)) throw new Problem('bad input', `${column}: the cell has ${given}.`);
  return kind.read(given, column);
}

/** A record's cells, by column name. */
export function writtenRecord<C extends Columns>(table: RecordTable<C>, record: RecordOf<C>): Record<string, NewCell> {
  const cells: Record<string, NewCell> = {};
  for (const [field, column] of Object.entries(table.columns)) {
    if ('kind' in column) cells[column.name] = column.kind.write((record as Record<string, unknown>)[field]);
  }
  return cells;
}
