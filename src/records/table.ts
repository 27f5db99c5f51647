import type { Day } from '../domain/calendar/day';
import { isSameFormula } from './formula-spelling';

/** A cell's content as Excel returns it: dates are serials, errors are text, a blank cell is ''. */
export type CellContent = string | number | boolean;

/** A cell's new content. Text stays text whatever it begins with; only `formula` makes a formula. */
export type NewCell = CellContent | NewFormula;

/** A formula, and its result for where a formula can't be written. */
export interface NewFormula {
  formula: string;
  value?: CellContent;
}

/** A row to write, one cell per table column; null leaves a cell unchanged. */
export type NewRow = readonly (NewCell | null)[];

/** A table in the workbook. Dates are serials. A table always has a row, so its only row may be blank. */
export interface TableCells {
  header: readonly string[];
  /** The rows below the header. `formulas` has the formula where there is one, and the value elsewhere. */
  values: readonly (readonly CellContent[])[];
  formulas: readonly (readonly CellContent[])[];
  /** Indexes of columns whose formulas weren't requested: there `formulas` repeats the values. */
  unread?: readonly number[];
  /** The last row, with the formulas of all columns, including those in `unread`. */
  lastRow?: readonly CellContent[];
  /** Whether the totals row shows, or the header row doesn't: Excel then only takes new rows by its own row operation. */
  hasTotals?: boolean;
  hidesHeader?: boolean;
  /** Indexes of columns that people have formatted as text. */
  textColumns?: readonly number[];
}

/** A table to read with some of its formulas: those of thousands of rows are more than Excel on the web returns. */
export interface TableColumnsQuery {
  name: string;
  /** The columns whose formulas matter. */
  formulasIn: readonly string[];
}

/** A table's name, to read all its formulas, or the table with the columns whose formulas matter. */
export type TableQuery = string | TableColumnsQuery;

/** The name of the table that a query is for. */
export const nameOf = (asked: TableQuery): string => (typeof asked === 'string' ? asked : asked.name);

/** What a color says about a cell; its text says the same. */
export type Tone = 'good' | 'attention' | 'bad' | 'quiet';

/**
 * The texts of a column by tone. One that ends in a colon stands for all texts that begin with it, and `above 0` for any
 * amount above zero.
 */
export type Tones = Readonly<Partial<Record<Tone, readonly string[]>>>;

/** A column of a table we create. */
export interface ColumnDesign {
  name: string;
  /** In points. */
  width: number;
  format?: string;
  /** Whether its texts may be longer than the column is wide, and then take several lines. */
  wraps?: boolean;
  tones?: Tones;
  formula?: string;
  /** Our formulas for it in earlier versions, or when there are other tables. */
  former?: readonly string[];
  /** Whether the first version of the table didn't have it: a table of that version gets it at its right end. */
  isLater?: boolean;
  /** What its cells offer: these, or the values of another table's column. Nothing else is allowed unless `isOpen`. */
  choices?: readonly string[];
  /** Choices for the day on which the table is created. */
  choicesOn?: (today: Day) => readonly string[];
  choicesIn?: { table: string; column: string };
  isOpen?: boolean;
}

/** One of our tables as we create it. People may then move, sort and widen it as they like. */
export interface TableDesign {
  name: string;
  sheet: string;
  title: string;
  /** A sentence above the table. */
  hint: string;
  columns: readonly ColumnDesign[];
  /** The table that this one goes to the right of, on its sheet. */
  beside?: string;
  /** The name that its first cell gets, for formulas anywhere in the workbook. */
  cellName?: string;
  /** A chart of the whole table, above it. */
  chart?: { name: string; title: string };
}

/** A change to a table. Rows are indexes below the header, as last read. */
export interface TableChange {
  design: TableDesign;
  /** Rows with changed cells. */
  set: ReadonlyMap<number, NewRow>;
  /** Rows to add at the end. */
  add: readonly NewRow[];
  /** Rows to remove. */
  remove: readonly number[];
  /** Columns to add at the right end. Rows in `set` and `add` have a cell for each. */
  columns?: readonly ColumnDesign[];
  /** Whether the other changes are still written if this one can't be because its sheet is protected. */
  isDispensable?: boolean;
}

/** Whether a change changes anything. */
export const isChange = ({ set, add, remove, columns = [] }: TableChange): boolean =>
  set.size + add.length + remove.length + columns.length > 0;

/** Excel never leaves a table without a row: an empty table has one blank row, which Excel may not count. */
export const isBlankTable = ({ formulas }: TableCells): boolean => formulas.length === 1 && formulas[0]!.every((cell) => cell === '');

/**
 * Keeps the one row that a table must have: removing all rows blanks the first, and adding rows to a blank table fills
 * its blank row first. Excel doesn't count that row, so adding after it would end one row short (office-js issue 5909).
 */
export function keepingARow<C extends Pick<TableChange, 'set' | 'add' | 'remove' | 'columns'>>(change: C, now: TableCells | null): C {
  const [first, ...others] = change.add;
  if (now && first && isBlankTable(now) && change.set.size === 0) return { ...change, set: new Map([[0, first]]), add: others, remove: [] };
  if (!now || change.add.length > 0 || change.remove.length < now.formulas.length) return change;
  const [blank, ...rest] = change.remove;
  const width = now.header.length + (change.columns?.length ?? 0);
  return { ...change, set: new Map([...change.set, [blank!, new Array<NewCell>(width).fill('')]]), remove: rest };
}

/** A table as it should read back after a change. A new formula's value isn't known and is ''. */
export function changed(before: TableCells | null, { design, set, add, remove, columns = [] }: TableChange): TableCells {
  const now = before && withColumns(before, columns);
  const header = now?.header ?? design.columns.map(({ name }) => name);
  const blank = header.map(() => '');
  const gone = new Set(remove);
  const values: CellContent[][] = [];
  const formulas: CellContent[][] = [];
  const put = (row: NewRow, wasValues: readonly CellContent[], wasFormulas: readonly CellContent[]): void => {
    values.push(row.map((cell, index) => (cell === null ? wasValues[index]! : typeof cell === 'object' ? '' : cell)));
    formulas.push(row.map((cell, index) => (cell === null ? wasFormulas[index]! : typeof cell === 'object' ? cell.formula : cell)));
  };
  now?.formulas.forEach((was, row) => {
    if (gone.has(row)) return;
    put(set.get(row) ?? header.map(() => null), now.values[row]!, was);
  });
  for (const row of add) put(row, blank, blank);
  return { ...now, header, values, formulas, lastRow: undefined };
}

/** A table with more columns at its right end, which are blank. */
export function withColumns(now: TableCells, columns: readonly ColumnDesign[]): TableCells {
  if (columns.length === 0) return now;
  const blank = columns.map(() => '');
  const widened = (row: readonly CellContent[]): readonly CellContent[] => [...row, ...blank];
  return {
    ...now,
    header: [...now.header, ...columns.map(({ name }) => name)],
    values: now.values.map(widened),
    formulas: now.formulas.map(widened),
    ...(now.lastRow && { lastRow: widened(now.lastRow) }),
  };
}

/** A table without columns that were added at its right end. */
export function withoutColumns(now: TableCells, columns: readonly ColumnDesign[]): TableCells {
  const isAdded = columns.length > 0 && columns.every(({ name }, n) => now.header.at(n - columns.length) === name);
  if (!isAdded) return now;
  const narrowed = <T>(row: readonly T[]): T[] => row.slice(0, -columns.length);
  return {
    ...now,
    header: narrowed(now.header),
    values: now.values.map(narrowed),
    formulas: now.formulas.map(narrowed),
    ...(now.lastRow && { lastRow: narrowed(now.lastRow) }),
  };
}

/** Whether two readings of a table are the same, apart from the results of formulas. */
export function sameTable(a: TableCells | null, b: TableCells | null): boolean {
  if (!a || !b) return a === b;
  const unread = new Set([...(a.unread ?? []), ...(b.unread ?? [])]);
  return (
    a.formulas.length === b.formulas.length &&
    a.header.length === b.header.length &&
    Boolean(a.hasTotals) === Boolean(b.hasTotals) &&
    Boolean(a.hidesHeader) === Boolean(b.hidesHeader) &&
    a.header.every((name, index) => name === b.header[index]) &&
    a.formulas.every((cells, row) =>
      cells.every(
        (cell, column) =>
          cell === b.formulas[row]![column] ||
          unread.has(column) ||
          (isFormulaAt(a, row, column) && isFormulaAt(b, row, column) && isSameFormula(String(cell), String(b.formulas[row]![column]))),
      ),
    )
  );
}

/** Whether a cell has a formula. Text that begins with = has itself as its value, which no formula does. */
export function isFormulaAt({ formulas, values }: TableCells, row: number, column: number): boolean {
  const cell = formulas[row]![column];
  return typeof cell === 'string' && cell.startsWith('=') && cell !== values[row]![column];
}

/**
 * The formula that a new row takes over from the last one. Excel fills a column with any formula written into it, so
 * writing ours would replace one that people have changed. Null if there is none, or if it can't move to the next row as it is.
 */
export function continuedFormula({ values, formulas, lastRow = formulas.at(-1) }: TableCells, column: number): string | null {
  const cell = lastRow?.[column];
  if (typeof cell !== 'string' || !cell.startsWith('=') || cell === values.at(-1)![column]) return null;
  return /#REF!/.test(cell) || A1.test(cell.replace(/"(?:[^"]|"")*"/g, '""')) ? null : cell;
}

/** An A1 reference outside brackets. */
const A1 = /(?<![\w.[\]])\$?[A-Z]{1,3}\$?\d{1,7}(?![\w(.[])/i;

/** Indexes of a table's columns by name, ignoring case and surrounding spaces; -1 if the table has no such column. */
export function columnsOf<N extends string>(header: readonly string[], names: readonly N[]): Record<N, number> {
  const folded = header.map((name) => String(name).trim().toLowerCase());
  return Object.fromEntries(names.map((name) => [name, folded.indexOf(name.toLowerCase())])) as Record<N, number>;
}

/** The cells of a row by the names of their columns; null in columns that aren't named. */
export function rowOf<N extends string>(
  columnIndex: Readonly<Record<N, number>>,
  width: number,
  cells: Readonly<Record<N, NewCell>>,
): (NewCell | null)[] {
  const row = new Array<NewCell | null>(width).fill(null);
  for (const name of Object.keys(columnIndex) as N[]) row[columnIndex[name]] = cells[name];
  return row;
}

/** Whether a table has all of these columns. */
export const hasColumns = ({ header }: Pick<TableCells, 'header'>, ...names: readonly string[]): boolean =>
  Object.values(columnsOf(header, names)).every((index) => index >= 0);

/** The current tables, by name. */
export type TablesByName = ReadonlyMap<string, TableCells | null>;

/** The tables that were read, by the requested names. */
export const tablesByName = (asked: readonly TableQuery[], found: readonly (TableCells | null)[]): TablesByName =>
  new Map(asked.map((query, index) => [nameOf(query), found[index] ?? null]));

/** All tables, with changes applied. */
export const afterwards = (now: TablesByName, changes: readonly TableChange[]): TablesByName =>
  new Map([...now, ...changes.map((change) => [change.design.name, changed(now.get(change.design.name) ?? null, change)] as const)]);
