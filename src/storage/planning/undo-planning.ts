import type { Day } from '../../domain/calendar/day';
import type { HistoryEntry } from '../../domain/claims/claim';
import { isSame, isSameInput, standingAt, wholeRow, type CellsByColumn, type RowDone } from '../../records/merge-rows';
import { PLANNING_TABLES } from './planning-tables';
import { tableQuery, type Columns, type RecordTable } from '../../records/record-table';
import { rowFinder } from '../../records/row-finder';
import { appended, withSumsOf } from './save-planning';
import { STAMP_COLUMNS } from './change-stamps';
import { withTablesNeeded } from './required-tables';
import {
  afterwards,
  columnsOf,
  keepingARow,
  isChange,
  type TablesByName,
  type TableQuery,
  type NewCell,
  type TableCells,
  type TableChange,
} from '../../records/table';

/** The changes that undo a save. If someone has changed the same rows since, nothing is written. */
export interface UndoPlan {
  changes: TableChange[];
  changedSince: boolean;
  after: TablesByName;
}

/** The tables an undo must read; with every formula if it removes rows from them. */
export const askedToUndo = (done: readonly RowDone[], others: readonly RecordTable<Columns>[]): TableQuery[] =>
  [...PLANNING_TABLES, ...others].map((table) =>
    done.some((row) => row.table === table.design.name && row.did === 'added') ? table.design.name : tableQuery(table),
  );

/** Plans to undo a save, cell by cell. History stays and also records the undo. */
export function planUndo(
  now: TablesByName,
  done: readonly RowDone[],
  history: readonly HistoryEntry[],
  today: Day,
  others: readonly RecordTable<Columns>[],
): UndoPlan {
  const taken = [...PLANNING_TABLES, ...others].map((table) =>
    undoRows(
      table,
      now.get(table.design.name) ?? null,
      done.filter((row) => row.table === table.design.name),
    ),
  );
  if (taken.some((change) => change === null)) return { changes: [], changedSince: true, after: now };
  const planned = [
    ...taken
      .filter((change) => change !== null)
      .filter(isChange)
      .map((change) => withSumsOf(now, change)),
    ...appended(now, history),
  ];
  const changes = withTablesNeeded(now, planned, today);
  return { changes, changedSince: false, after: afterwards(now, changes) };
}

/** Null if the table no longer has what was written. */
function undoRows(table: RecordTable<Columns>, cells: TableCells | null, done: readonly RowDone[]): TableChange | null {
  const { design } = table;
  const header = cells?.header ?? design.columns.map(({ name }) => name);
  const everywhere = Object.fromEntries(header.map((name, column) => [name, column]));
  const columnIndex = columnsOf(
    header,
    design.columns.map(({ name }) => name),
  );
  const find = rowFinder(table, cells, columnIndex);
  const set = new Map<number, (NewCell | null)[]>();
  const add: (NewCell | null)[][] = [];
  const remove: number[] = [];
  const wide = (by: CellsByColumn): (NewCell | null)[] => {
    const row = new Array<NewCell | null>(header.length).fill(null);
    for (const [column, cell] of Object.entries(by)) if (everywhere[column] !== undefined) row[everywhere[column]] = cell;
    return row;
  };
  for (const edited of done) {
    const row = find(edited.id, null);
    if (edited.did === 'removed') {
      if (row !== null) return null;
      add.push(wide(edited.cells));
      continue;
    }
    if (row === null) return null;
    const stands = (column: string, wrote: NewCell): boolean =>
      columnIndex[column]! >= 0 &&
      (isSame(standingAt(cells!, row, columnIndex[column]!), wrote) ||
        (wrote === '' && isSameInput(table, column, cells!.formulas[row]![columnIndex[column]!], '')));
    if (edited.did === 'added') {
      const others = Object.entries(wholeRow(cells!, row)).filter(
        ([column, cell]) => columnIndex[column] === undefined && cell !== '' && typeof cell !== 'object',
      );
      if (others.length > 0 || !Object.entries(edited.cells).every(([column, cell]) => stands(column, cell))) return null;
      remove.push(row);
    } else {
      // a newer stamp is about other cells, so it stays
      const isNewer = ({ column, wrote }: (typeof edited.cells)[number]): boolean => isStamp(column) && !stands(column, wrote);
      const back = edited.cells.filter((cell) => !isNewer(cell));
      if (!back.every(({ column, wrote }) => stands(column, wrote))) return null;
      set.set(row, wide(Object.fromEntries(back.map(({ column, was }) => [column, was]))));
    }
  }
  return keepingARow({ design, set, add, remove }, cells);
}

const isStamp = (column: string): boolean => STAMP_COLUMNS.some((name) => name === column);
