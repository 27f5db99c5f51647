import { readCell, type Columns, type StoredRow, type RecordTable } from './record-table';
import { changedBy } from './changed-by';
import { looksAtMissing } from './formula-text';
import { MissingColumns } from './missing-columns';
import { rowFinder } from './row-finder';
import {
  columnsOf,
  continuedFormula,
  isFormulaAt,
  keepingARow,
  type NewCell,
  type TableCells,
  type TableChange,
  type CellContent,
} from './table';

/** Cells by the names of their columns. */
export type CellsByColumn = Readonly<Record<string, NewCell>>;

/** A change to one row. */
export interface RowEdit {
  /** The ID of the row, existing or new. */
  id: string;
  /** The ID of the activity or claim the row belongs to, for messages. */
  subject: string;
  /** The row when it was opened; null for a new one. */
  base: StoredRow | null;
  /** Our cells when the row was opened; only cells that differ in `now` are written. */
  was: CellsByColumn | null;
  /** Our cells to save; null removes the row. */
  now: CellsByColumn | null;
  /** If someone has deleted the row: with isPart it's added again when we changed it; without, it's reported as gone. */
  isPart?: boolean;
}

/** A cell or row that both sides changed: ours is written, theirs is reported. */
export interface RowConflict {
  subject: string;
  column: string;
  theirs: string;
  ours: string;
  /** Where theirs was written; a pane leaves its stamp in the row. */
  where: 'sheet' | 'pane';
}

/** What was done to a row, for undo. */
export type RowDone =
  | { table: string; did: 'set'; id: string; cells: readonly { column: string; was: NewCell; wrote: NewCell }[] }
  | { table: string; did: 'added'; id: string; cells: CellsByColumn }
  /** Every cell of the row, including people's own columns. */
  | { table: string; did: 'removed'; id: string; cells: CellsByColumn };

/** Row edits merged with the table as it is now. */
export interface MergedRows {
  change: TableChange;
  conflicts: RowConflict[];
  /** IDs of rows that are no longer there. */
  gone: string[];
  done: RowDone[];
}

/**
 * Merges edits with a table as it is now. Only cells that we changed are written. If the sheet's cell changed too, ours
 * is the newer one and is written, and theirs is reported. `stamp` is written to every row that changes.
 */
export function mergeRows(
  table: RecordTable<Columns>,
  cells: TableCells | null,
  edits: readonly RowEdit[],
  stamp: CellsByColumn = {},
): MergedRows {
  const header = cells?.header ?? table.design.columns.map(({ name }) => name);
  const columnIndex = columnsOf(
    header,
    table.design.columns.map(({ name }) => name),
  );
  const find = rowFinder(table, cells, columnIndex);
  const set = new Map<number, (NewCell | null)[]>();
  const add: (NewCell | null)[][] = [];
  const remove: number[] = [];
  const conflicts: RowConflict[] = [];
  const tell = ({ subject, isPart, base }: RowEdit, row: number | null, column: string, theirs: string, ours: string): void => {
    const held = (name: string): CellContent | undefined =>
      row === null || columnIndex[name] === undefined ? undefined : cells!.formulas[row]![columnIndex[name]];
    const isStamped =
      base !== null && held('Changed') !== undefined && base.cells['Changed'] !== held('Changed') && held('Changed in') !== 'sheet';
    conflicts.push({
      subject,
      column: isPart ? `${table.design.name} ${column}` : column,
      theirs,
      ours,
      where: isStamped ? 'pane' : 'sheet',
    });
  };
  const gone: string[] = [];
  const done: RowDone[] = [];
  const wide = (by: CellsByColumn): (NewCell | null)[] => {
    const row = new Array<NewCell | null>(header.length).fill(null);
    for (const [column, cell] of Object.entries(by)) if (columnIndex[column]! >= 0) row[columnIndex[column]!] = cell;
    return row;
  };
  const addRow = (id: string, by: CellsByColumn): void => {
    const needed = Object.keys(by).filter((column) => columnIndex[column]! < 0 && (by[column] !== '' || column === table.key));
    if (needed.length > 0) throw new MissingColumns(table.design.name, needed);
    const computed = Object.fromEntries(
      table.design.columns.flatMap(({ name, formula }) => {
        if (formula === undefined || columnIndex[name]! < 0) return [];
        const continued = cells && continuedFormula(cells, columnIndex[name]!);
        return continued !== null
          ? [[name, { formula: continued }] as const]
          : looksAtMissing(formula, columnIndex)
            ? []
            : [[name, { formula }] as const];
      }),
    );
    add.push(wide({ ...computed, ...by }));
    done.push({ table: table.design.name, did: 'added', id, cells: by });
  };

  for (const edit of edits) {
    const { id, base, was, now, isPart = false } = edit;
    const row = find(id, base);
    const touched =
      now === null
        ? []
        : Object.keys(now).filter(
            (column) => was === null || !isSame(was[column] ?? '', now[column]!) || isOtherFigure(was[column], now[column]),
          );
    if (row === null) {
      if (now === null || (was !== null && isPart && touched.length === 0)) continue;
      if (was !== null && !isPart) gone.push(id);
      else {
        if (base !== null) tell(edit, null, 'row', 'deleted', 'kept');
        addRow(id, { ...now, ...stamp });
      }
      continue;
    }
    if (now === null) {
      const changed =
        base === null
          ? []
          : Object.keys(base.cells).filter(
              (column) =>
                !(column in stamp) &&
                columnIndex[column]! >= 0 &&
                !isSameInput(table, column, cells!.formulas[row]![columnIndex[column]!], base.cells[column]),
            );
      for (const column of changed)
        tell(edit, row, column, shownCell(table, column, cells!.values[row]![columnIndex[column]!]!), 'deleted');
      remove.push(row);
      done.push({ table: table.design.name, did: 'removed', id, cells: wholeRow(cells!, row) });
      continue;
    }
    const missing = touched.filter((column) => columnIndex[column]! < 0);
    if (missing.length > 0) throw new MissingColumns(table.design.name, missing);
    const writes: Record<string, NewCell> = {};
    for (const column of touched) {
      const standing = standingAt(cells!, row, columnIndex[column]!);
      const ours = now[column]!;
      const before = base === null ? null : base.cells[column];
      const stood = cells!.formulas[row]![columnIndex[column]!];
      const by = changedBy(
        true,
        !isSameInput(table, column, stood, before ?? ''),
        () => isSame(standing, ours) || readsTheSame(table, column, cells!.values[row]![columnIndex[column]!]!, standing, ours),
      );
      if (by === 'no one' || by === 'both-same') continue;
      if (by === 'conflict')
        tell(edit, row, column, shownCell(table, column, cells!.values[row]![columnIndex[column]!]!), shownNew(table, column, ours));
      writes[column] = ours;
    }
    if (Object.keys(writes).length === 0) continue;
    Object.assign(writes, spelledOut(table, cells!, row, columnIndex, edit));
    for (const [column, cell] of Object.entries(stamp)) if (columnIndex[column]! >= 0) writes[column] = cell;
    set.set(row, wide(writes));
    done.push({
      table: table.design.name,
      did: 'set',
      id,
      cells: Object.entries(writes).map(([column, wrote]) => ({ column, was: standingAt(cells!, row, columnIndex[column]!), wrote })),
    });
  }
  return { change: keepingARow({ design: table.design, set, add, remove }, cells), conflicts, gone, done };
}

/** Our spelling for cells of a row being written that have another one, if no one has changed them since it was opened. */
function spelledOut(
  table: RecordTable<Columns>,
  cells: TableCells,
  row: number,
  columnIndex: Readonly<Record<string, number>>,
  { base, was, now }: RowEdit,
): Record<string, NewCell> {
  const isOther = (column: string): boolean => {
    if (columnIndex[column]! < 0 || base === null || isFormulaAt(cells, row, columnIndex[column]!)) return false;
    const stands = cells.formulas[row]![columnIndex[column]!]!;
    const means = now?.[column];
    return stands !== '' && stands === base.cells[column] && means !== '' && was?.[column] === means && String(stands) !== means;
  };
  return Object.fromEntries(table.spelledOut.filter(isOther).map((column) => [column, now![column]!]));
}

/** A cell's content, in the form in which it can be written back. */
export const standingAt = (cells: TableCells, row: number, column: number): NewCell =>
  isFormulaAt(cells, row, column) ? { formula: String(cells.formulas[row]![column]) } : cells.formulas[row]![column]!;

/** Every cell of a row, in the form in which it can be written back. */
export const wholeRow = (cells: TableCells, row: number): Record<string, NewCell> =>
  Object.fromEntries(cells.header.map((name, column) => [name, standingAt(cells, row, column)]));

/** Whether two cells are the same. Any two formulas are, since Excel may spell one differently. */
export function isSame(a: NewCell, b: NewCell): boolean {
  if (typeof a === 'object' || typeof b === 'object') return typeof a === 'object' && typeof b === 'object';
  return a === b;
}

/** Whether the input in a cell is unchanged. The sum formula counts as blank, since Excel fills it into rows without a figure. */
export function isSameInput(table: RecordTable<Columns>, column: string, a: CellContent | undefined, b: CellContent | undefined): boolean {
  if (a === b) return true;
  const summed = table.summed.find((candidate) => candidate.column === column);
  const isNone = (cell: CellContent | undefined): boolean => cell === '' || summed!.isSum(cell);
  return summed !== undefined && isNone(a) && isNone(b);
}

/** Whether two formulas have different results. */
const isOtherFigure = (a: NewCell | undefined, b: NewCell | undefined): boolean =>
  typeof a === 'object' && typeof b === 'object' && a.value !== b.value;

function readsTheSame(table: RecordTable<Columns>, column: string, value: CellContent, standing: NewCell, ours: NewCell): boolean {
  const kind = kindOf(table, column);
  if (!kind || typeof standing === 'object' || typeof ours === 'object' || value === '') return false;
  try {
    return isSame(kind.write(readCell(kind, value, column)), ours);
  } catch {
    return false;
  }
}

/** A cell's text for messages. */
export function shownCell(table: RecordTable<Columns>, column: string, value: CellContent): string {
  if (table.summed.some((summed) => summed.column === column && summed.isSum(value))) return SUM;
  const kind = kindOf(table, column);
  try {
    return kind ? kind.show(readCell(kind, value, column)) : String(value);
  } catch {
    return String(value);
  }
}

const shownNew = (table: RecordTable<Columns>, column: string, cell: NewCell): string =>
  typeof cell === 'object' ? SUM : shownCell(table, column, cell);

const SUM = 'the sum of its expenses';

const kindOf = (table: RecordTable<Columns>, name: string) => {
  const column = Object.values(table.columns).find((candidate) => candidate.name === name);
  return column && 'kind' in column ? column.kind : null;
};
