import { isSameFormula } from './formula-spelling';
import {
  columnsOf,
  isBlankTable,
  isFormulaAt,
  type CellContent,
  type ColumnDesign,
  type NewCell,
  type NewRow,
  type TableCells,
  type TableChange,
  type TableDesign,
} from './table';

/**
 * Columns that a table lacks because it's from an earlier version. A table with the last of them has had them all: someone
 * deleted the missing ones, so they aren't added again.
 */
export function missingLater({ header }: Pick<TableCells, 'header'>, { columns }: TableDesign): ColumnDesign[] {
  const later = columns.filter(({ isLater }) => isLater);
  const has = columnsOf(
    header,
    later.map(({ name }) => name),
  );
  const last = later.at(-1);
  return last === undefined || has[last.name]! >= 0 ? [] : later.filter(({ name }) => has[name]! < 0);
}

/** Whether a table is from an earlier version, or was written when the workbook had other tables; its last row shows that. */
export function isOutdated(now: TableCells, design: TableDesign): boolean {
  const columnIndex = columnsOf(
    now.header,
    design.columns.map(({ name }) => name),
  );
  const last = now.lastRow ?? now.formulas.at(-1)!;
  return missingLater(now, design).length > 0 || design.columns.some((column) => isFormer(column, last[columnIndex[column.name]!]));
}

/**
 * Updates a table: adds later columns at its right end, and replaces formulas that exactly match one we wrote before with
 * today's. Everything else stays as people have it. All its formulas must have been read.
 */
export function updateOf(now: TableCells, design: TableDesign): TableChange {
  const columns = missingLater(now, design);
  const columnIndex = columnsOf(
    [...now.header, ...columns.map(({ name }) => name)],
    design.columns.map(({ name }) => name),
  );
  const width = now.header.length + columns.length;
  const set = new Map<number, NewRow>();
  const replaced = design.columns.filter(({ former, name }) => former && columnIndex[name]! >= 0 && columnIndex[name]! < now.header.length);
  for (const row of isBlankTable(now) ? [] : now.formulas.keys()) {
    const cells = new Array<NewCell | null>(width).fill(null);
    for (const { name, formula } of columns) cells[columnIndex[name]!] = formula === undefined ? '' : { formula };
    for (const column of replaced) {
      const position = columnIndex[column.name]!;
      if (isFormulaAt(now, row, position) && isFormer(column, now.formulas[row]![position])) cells[position] = { formula: column.formula! };
    }
    if (cells.some((cell) => cell !== null)) set.set(row, cells);
  }
  return { design, set, add: [], remove: [], ...(columns.length > 0 && { columns }) };
}

const isFormer = ({ former = [], formula: current }: ColumnDesign, cell: CellContent | undefined): boolean =>
  current !== undefined &&
  typeof cell === 'string' &&
  cell.startsWith('=') &&
  !isSameFormula(cell, current) &&
  former.some((formula) => isSameFormula(cell, formula));

/** Combines an update and a change that was planned against the updated table. */
export function joined(update: TableChange, change: TableChange): TableChange {
  const gone = new Set(change.remove);
  const set = new Map(change.set);
  for (const [row, cells] of update.set) if (!gone.has(row)) set.set(row, overlaid(cells, change.set.get(row)));
  return { ...change, set, ...(update.columns && { columns: update.columns }) };
}

/** A row, with the cells of another one that are to be written instead. */
export const overlaid = (row: NewRow, cells: NewRow | undefined): NewRow => row.map((cell, column) => cells?.[column] ?? cell);
