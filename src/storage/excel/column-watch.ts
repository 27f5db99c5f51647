import { sumOf } from '../../domain/money/money';
import { list } from '../../domain/text/list';
import { isSameFormula } from '../../records/formula-spelling';
import type { NewCell, TableCells, TableChange, CellContent } from '../../records/table';

/** Columns of a table to which formulas are written, before and after. */
export interface ColumnWatch {
  name: string;
  /** Requests them before anything is written. */
  look(): void;
  /** Requests them again after everything is written. */
  lookAgain(): void;
  /** Reads them if they were too much for the request. */
  readRest(): Promise<void>;
  /** Once everything is read: whether a cell changed that wasn't written. */
  isFilled(): boolean;
  /** The table before, with the formulas of these columns. */
  before: () => TableCells;
  sentence(): string;
}

interface WatchedColumn {
  position: number;
  /** A formula that was written to the column. */
  formula: string;
  isComputed: boolean;
  /** The approximate length of a cell. */
  letters: number;
  before: () => readonly CellContent[];
  after: () => readonly CellContent[];
}

const NOTHING = (): readonly CellContent[] => [];

/**
 * Watches the rows of columns that aren't written: Excel may fill a table's whole column with a formula (office-js issue
 * 2093) without any notice. Null if no formulas are written. If these columns have too many formulas for the same request,
 * they're read in separate requests: those not read yet immediately, and all of them again after the writing.
 */
export async function watchColumns(
  context: Excel.RequestContext,
  table: Excel.Table,
  cells: TableCells,
  { design, set, add, remove }: TableChange,
): Promise<ColumnWatch | null> {
  const isFormula = (cell: NewCell | null | undefined): cell is { formula: string } => typeof cell === 'object' && cell !== null;
  const rows = [...set.values(), ...add];
  const gone = new Set(remove);
  const remaining = [...cells.formulas.keys()].filter((row) => !gone.has(row));
  const watched = [...cells.header.keys()].flatMap((position): WatchedColumn[] => {
    const written = rows.map((row) => row[position]).find(isFormula);
    if (!written) return [];
    return [
      {
        position,
        formula: written.formula,
        isComputed: design.columns.some(({ name, formula }) => name === cells.header[position] && formula !== undefined),
        letters: Math.max(written.formula.length, String(cells.lastRow?.[position] ?? '').length),
        before: () => cells.formulas.map((row) => row[position]!),
        after: NOTHING,
      },
    ];
  });
  if (watched.length === 0) return null;
  const unread = watched.filter(({ position }) => cells.unread?.includes(position));
  const isLong = sumOf(watched, ({ letters }) => letters) * cells.formulas.length > LETTERS_BESIDE;
  if (isLong) {
    const found = await readColumns(context, table, unread, cells.formulas.length);
    unread.forEach((column, n) => (column.before = () => found[n]!));
  }
  const filledIn = ({ position, before, after, ...column }: WatchedColumn): boolean => {
    const [stood, found] = [before(), after()];
    return remaining.some(
      (row, now) =>
        now < found.length &&
        (set.get(row)?.[position] ?? null) === null &&
        row < stood.length &&
        !isTolerable(stood[row]!, found[now]!, column),
    );
  };
  return {
    name: design.name,
    look() {
      if (!isLong) for (const column of unread) column.before = loadColumn(table, column.position);
    },
    lookAgain() {
      if (!isLong) for (const column of watched) column.after = loadColumn(table, column.position);
    },
    async readRest() {
      if (!isLong) return;
      const found = await readColumns(context, table, watched, remaining.length);
      watched.forEach((column, n) => (column.after = () => found[n]!));
    },
    isFilled: () => watched.some(filledIn),
    before: () => {
      const stood = new Map(watched.map(({ position, before }) => [position, before()]));
      return {
        ...cells,
        formulas: cells.formulas.map((row, r) => row.map((cell, position) => stood.get(position)?.[r] ?? cell)),
        ...(cells.unread && { unread: cells.unread.filter((position) => !stood.has(position)) }),
      };
    },
    sentence: () => {
      const names = watched.filter(filledIn).map(({ position }) => `"${cells.header[position]!}"`);
      return `Excel copied a formula into other rows of ${list(names, 'and')} in ${design.name}, so everything was put back. Give the column one formula, or turn off Fill formulas in tables under AutoCorrect Options, then try again.`;
    },
  };
}

/** Requests a whole column; the returned function has it after the sync. */
function loadColumn(table: Excel.Table, column: number): () => CellContent[] {
  const range = table.getDataBodyRange().getColumn(column);
  range.load('formulas');

  return () => range.formulas.map(([cell]) => cell as CellContent);
}

/** Reads columns from their first row on, with as many cells per request as possible. */
async function readColumns(
  context: Excel.RequestContext,
  table: Excel.Table,
  columns: readonly Pick<WatchedColumn, 'position' | 'letters'>[],
  rows: number,
): Promise<CellContent[][]> {
  const body = table.getDataBodyRange();
  const found = columns.map((): CellContent[] => []);
  let asked: { into: CellContent[]; range: Excel.Range }[] = [];
  let room = LETTERS_AT_ONCE;
  const answer = async (): Promise<void> => {
    if (asked.length > 0) await context.sync();
    for (const { into, range } of asked) for (const [cell] of range.formulas) into.push(cell as CellContent);
    asked = [];
    room = LETTERS_AT_ONCE;
  };
  for (const [n, { position, letters }] of columns.entries()) {
    for (let row = 0; row < rows;) {
      if (room < letters) await answer();
      const count = Math.min(rows - row, Math.max(1, Math.floor(room / letters)));
      const range = body.getCell(row, position).getResizedRange(count - 1, 0);
      range.load('formulas');
      asked.push({ into: found[n]!, range });
      row += count;
      room -= count * letters;
    }
  }
  await answer();
  return found;
}

/** Whether a change is harmless: a blank cell of a computed column, or a formula with #REF!, that became the column's formula. */
function isTolerable(
  was: CellContent,
  found: CellContent,
  { formula, isComputed }: Pick<WatchedColumn, 'formula' | 'isComputed'>,
): boolean {
  if (was === found) return true;
  if (typeof was === 'string' && typeof found === 'string' && was.startsWith('=') && isSameFormula(was, found)) return true;
  const isFormulaNow = typeof found === 'string' && isSameFormula(found, formula);
  return isFormulaNow && ((isComputed && was === '') || (typeof was === 'string' && was.includes('#REF!')));
}

/** What a request may read of them, before and after, in addition to what it writes. */
const LETTERS_BESIDE = 900_000;
/** Excel on the web returns at most 5 MB. People's own formulas may be longer than ours, and Chinese text takes three bytes per character. */
const LETTERS_AT_ONCE = 1_500_000;
