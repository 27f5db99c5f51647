import { isErrorText, isUnfinished } from '../cells/error-text';
import type { Given } from '../cells/scalar';
import { Problem } from '../domain/problem';
import type { Kind } from './cell-types';
import { missingLater } from './later-columns';
import { columnsOf, type TableQuery, type NewCell, type TableCells, type TableDesign, type CellContent } from './table';

/** A column people and the pane fill in. */
interface InputColumn<V> {
  name: string;
  width: number;
  kind: Kind<V>;
  isLater?: boolean;
}

/** A column the sheet works out. What people write over its formula is theirs. */
interface ComputedColumn {
  name: string;
  width: number;
  format?: string;
  formula: string;
  former?: readonly string[];
  isLater?: boolean;
}

/** The columns of a table, by the record's own names for them. */
export type Columns = Readonly<Record<string, InputColumn<unknown> | ComputedColumn>>;

/** A row, as its input columns read. */
export type RecordOf<C extends Columns> = {
  [K in keyof C as C[K] extends ComputedColumn ? never : K]: C[K] extends InputColumn<infer V> ? V : never;
};

/** A table of ours that keeps records as rows. `key` is the column that names a row; null where rows have no name. */
export interface RecordTable<C extends Columns> {
  design: TableDesign;
  columns: C;
  key: string | null;
  /** Columns whose other spellings are written out when their row is saved. */
  spelledOut: readonly string[];
  /** Columns that hold a formula in rows in which no one has a figure of their own. */
  summed: readonly SummedColumn[];
}

/** A column of figures that follow others until someone writes one over the formula. */
export interface SummedColumn {
  column: string;
  formula: string;
  /** Whether a cell holds such a formula, this one or one of an earlier version. */
  isSum: (cell: CellContent | undefined) => boolean;
}

/** A cell of a row that cannot be read. */
export interface CellTrouble {
  column: string;
  found: string;
  sentence: string;
}

/** A row as it stood when it was read: what a save is merged against. Cells by our columns' names, formulas as such. */
export interface StoredRow {
  /** As written; '' where no one did. */
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

/** Describes a table of records. */
export function recordTable<C extends Columns>(
  sheet: Omit<TableDesign, 'columns'>,
  key: string | null,
  columns: C,
  spelledOut: readonly string[] = [],
  summed: readonly SummedColumn[] = [],
): RecordTable<C> {
  const designed = Object.values(columns).map((column) => {
    const { name, width } = column;
    const format = 'formula' in column ? column.format : column.kind.format;
    const { choices, choicesOn, choicesIn, isOpen } = 'formula' in column ? ({} as Partial<Kind<unknown>>) : column.kind;
    return {
      name,
      width,
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
  return { design: { ...sheet, columns: designed }, columns, key, spelledOut, summed };
}

/** How the table is to be read: of computed columns the values are enough, and their formulas would be most of the bytes. Rows without a name are only added. */
export const tableQuery = ({ design: { name, columns }, key }: RecordTable<Columns>): TableQuery =>
  key === null
    ? { name, formulasIn: [] }
    : columns.some(({ formula }) => formula !== undefined)
      ? { name, formulasIn: columns.filter(({ formula }) => formula === undefined).map((column) => column.name) }
      : name;

/** Our columns that people have taken out of the table; those that come with the next save are not missing. */
export function missingColumns(table: RecordTable<Columns>, cells: TableCells): string[] {
  const coming = missingLater(cells, table.design);
  const columnIndex = columnsOf(
    cells.header,
    table.design.columns.map(({ name }) => name),
  );
  return table.design.columns.flatMap((column) => (columnIndex[column.name]! < 0 && !coming.includes(column) ? [column.name] : []));
}

/** The rows that hold something. A cell that cannot be read counts as blank and is told; the row is never dropped. */
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

/** A cell's value; throws a Problem with a sentence where it cannot be read. */
export function readCell<V>(kind: Kind<V>, cell: CellContent, column: string): V {
  const given: Given = typeof cell === 'string' ? cell.trim() : cell;
  if (given === '') return kind.blank;
  if (isUnfinished(given)) throw new Problem('bad input', `${column}: Excel is still calculating this cell.`);
  if (isErrorText(given)) throw new Problem('bad input', `${column}: the cell has ${given}.`);
  return kind.read(given, column);
}

/** What a record's cells are to hold, by column. */
export function writtenRecord<C extends Columns>(table: RecordTable<C>, record: RecordOf<C>): Record<string, NewCell> {
  const cells: Record<string, NewCell> = {};
  for (const [field, column] of Object.entries(table.columns)) {
    if ('kind' in column) cells[column.name] = column.kind.write((record as Record<string, unknown>)[field]);
  }
  return cells;
}
