import type { Day } from '../domain/calendar/day';
import { isSameFormula } from './formula-spelling';

/** A cell's content as Excel gives it: dates are serials, errors their text, a blank cell is ''. */
export type CellContent = string | number | boolean;

/** What a cell is to hold. A text is text whatever it begins with: only `formula` makes a formula. */
export type NewCell = CellContent | NewFormula;

/** A formula, and what it gives, for where it cannot be written. */
export interface NewFormula {
  formula: string;
  value?: CellContent;
}

/** A row to be written, one cell for each of the table's columns; null leaves a cell as it is. */
export type NewRow = readonly (NewCell | null)[];

/** A table as it stands in the workbook. Dates are serials; a table is never without a row, so its only one may be blank. */
export interface TableCells {
  header: readonly string[];
  /** The rows below the header: their values, and what stands in the cells, which differs where that is a formula. */
  values: readonly (readonly CellContent[])[];
  formulas: readonly (readonly CellContent[])[];
  /** Positions of columns whose formulas were not asked for: there `formulas` repeats the values. */
  unread?: readonly number[];
  /** What stands in the last row: the formulas, too, of columns of which no others were asked for. */
  lastRow?: readonly CellContent[];
  /** Whether a totals row shows, or no header row does: Excel then takes new rows only as such. */
  hasTotals?: boolean;
  hidesHeader?: boolean;
  /** Positions of columns whose cells people have formatted as text. */
  textColumns?: readonly number[];
}

/** A table to read; named alone, with all its formulas. Formulas of thousands of rows are more than Excel on the web hands over. */
export interface TableColumnsQuery {
  name: string;
  /** The columns whose formulas matter. */
  formulasIn: readonly string[];
}

/** A table's name, or the table with what is wanted of it. */
export type TableQuery = string | TableColumnsQuery;

/** The name of a table that is asked for. */
export const nameOf = (asked: TableQuery): string => (typeof asked === 'string' ? asked : asked.name);

/** A column as it is made. One with a formula is worked out in the sheet. */
export interface ColumnDesign {
  name: string;
  width: number;
  format?: string;
  formula?: string;
  /** Formulas of ours that it had in earlier versions, or has beside other tables. */
  former?: readonly string[];
  /** Whether the table came without it at first: a table of an earlier version gets it at its right end. */
  isLater?: boolean;
  /** What its cells offer: these, or what a column of another table holds. They take nothing else unless it is open. */
  choices?: readonly string[];
  /** Choices of the day on which it is made. */
  choicesOn?: (today: Day) => readonly string[];
  choicesIn?: { table: string; column: string };
  isOpen?: boolean;
}

/** One of our tables, as it is made where the workbook has none. People may then move, sort and widen it as they like. */
export interface TableDesign {
  name: string;
  sheet: string;
  title: string;
  /** A sentence above the table. */
  hint: string;
  columns: readonly ColumnDesign[];
  /** Stands to the right of this table, on its sheet, where both are made at once. */
  beside?: string;
  /** A chart of the whole table, above it. */
  chart?: { name: string; title: string };
}

/** How a table is to change. Rows are positions below the header, as last read. */
export interface TableChange {
  design: TableDesign;
  /** Rows of which cells change. */
  set: ReadonlyMap<number, NewRow>;
  /** Rows for the end of the table. */
  add: readonly NewRow[];
  /** Rows that go. */
  remove: readonly number[];
  /** Columns that come at the right end. Rows in `set` and `add` have a cell for each. */
  columns?: readonly ColumnDesign[];
  /** The rest is worth writing where this cannot be: its sheet is protected. */
  isDispensable?: boolean;
}

/** Whether a plan would change anything. */
export const isChange = ({ set, add, remove, columns = [] }: TableChange): boolean =>
  set.size + add.length + remove.length + columns.length > 0;

/** Excel never leaves a table without a row: its only row is blank then, which Excel may not even count. */
export const isBlankTable = ({ formulas }: TableCells): boolean => formulas.length === 1 && formulas[0]!.every((cell) => cell === '');

/**
 * A table is never without a row: where all of them go and none comes, the first is blanked instead, and a blank one is
 * the first to be filled. Excel does not count that blank row, so rows added after it would be one fewer than they seem
 * (office-js issue 5909).
 */
export function keepingARow<C extends Pick<TableChange, 'set' | 'add' | 'remove' | 'columns'>>(change: C, now: TableCells | null): C {
  const [first, ...others] = change.add;
  if (now && first && isBlankTable(now) && change.set.size === 0) return { ...change, set: new Map([[0, first]]), add: others, remove: [] };
  if (!now || change.add.length > 0 || change.remove.length < now.formulas.length) return change;
  const [blank, ...rest] = change.remove;
  const width = now.header.length + (change.columns?.length ?? 0);
  return { ...change, set: new Map([...change.set, [blank!, new Array<NewCell>(width).fill('')]]), remove: rest };
}

/** A table after a change, as it is expected to read back. A formula's value is not known and stands as ''. */
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

/** A table with columns more at its right end, which are blank. */
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

/** Whether two readings of a table hold the same, what its formulas give aside. */
export function sameTable(a: TableCells | null, b: TableCells | null): boolean {
  if (!a || !b) return a === b;
  const unread = new Set([...(a.unread ?? []), ...(b.unread ?? [])]);
  return (
    a.formulas.length === b.formulas.length &&
    a.header.length === b.header.length &&
    Boolean(a.hasTotals) === Boolean(b.hasTotals) &&
    Boolean(a.hidesHeader) === Boolean(b.hidesHeader) &&
    a.header.every((name, index) => name === b.header[index]) &&
    a.formulas.every((row, r) =>
      row.every(
        (cell, c) =>
          cell === b.formulas[r]![c] ||
          unread.has(c) ||
          (isFormulaAt(a, r, c) && isFormulaAt(b, r, c) && isSameFormula(String(cell), String(b.formulas[r]![c]))),
      ),
    )
  );
}

/** Whether a cell holds a formula. A text that begins like one reads back as its own value, which no formula does. */
export function isFormulaAt({ formulas, values }: TableCells, row: number, column: number): boolean {
  const cell = formulas[row]![column];
  return typeof cell === 'string' && cell.startsWith('=') && cell !== values[row]![column];
}

/**
 * The formula that a new row takes over from the last one: Excel gives all of a column whatever formula comes into it, so
 * that another than the people's own would replace theirs. Null where there is none, or one that a row below cannot have as it is.
 */
export function continuedFormula({ values, formulas, lastRow = formulas.at(-1) }: TableCells, column: number): string | null {
  const cell = lastRow?.[column];
  if (typeof cell !== 'string' || !cell.startsWith('=') || cell === values.at(-1)![column]) return null;
  return /#REF!/.test(cell) || A1.test(cell.replace(/"(?:[^"]|"")*"/g, '""')) ? null : cell;
}

/** A reference to another cell by where it is, outside brackets. */
const A1 = /(?<![\w.[\]])\$?[A-Z]{1,3}\$?\d{1,7}(?![\w(.[])/i;

/** Where the columns of a table stand, by name; case and spaces around do not matter, and -1 means that there is none. */
export function columnsOf<N extends string>(header: readonly string[], names: readonly N[]): Record<N, number> {
  const folded = header.map((name) => String(name).trim().toLowerCase());
  return Object.fromEntries(names.map((name) => [name, folded.indexOf(name.toLowerCase())])) as Record<N, number>;
}
