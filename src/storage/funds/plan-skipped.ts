import { groupBy } from '../../domain/group-by';
import type { AwaitedRow, SettledRow, UncountedRow } from '../../domain/earnings/uncounted-row';
import { comparableEarningId } from '../../domain/earnings/earning-id';
import { dollarsOfMicros } from '../../domain/money/money';
import { typeKey } from '../../rulebook/name-keys';
import { MissingColumns } from '../../records/missing-columns';
import {
  columnsOf,
  keepingARow,
  rowOf,
  type CellContent,
  type NewCell,
  type TableCells,
  type TableChange,
  type TableDesign,
} from '../../records/table';
import { SKIPPED_COLUMNS, SKIPPED_TABLE, uncountedIn, uncountedKey, type SkippedColumn, type StoredUncounted } from './skipped-table';

const NAMES = SKIPPED_COLUMNS.map(({ name }) => name);

/** The design of the table. */
export const SKIPPED_DESIGN: TableDesign = {
  name: SKIPPED_TABLE,
  sheet: 'Co-op skipped rows',
  title: "Report rows that couldn't be counted",
  hint: 'A later report that has a row in readable form settles it. To settle one yourself, enter a word under Settled by.',
  columns: SKIPPED_COLUMNS.map((column) => ({ ...column })),
};

/** What a report says about rows that can't be counted. */
export interface UncountedOfReport {
  /** Its own rows that can't be counted. */
  skipped: readonly UncountedRow[];
  /** Rows of earlier reports that it counts. */
  settled: readonly SettledRow[];
}

/**
 * What a report changes in the table: its own rows are added, as many times as it has them, and rows that it counts are
 * settled. A row that a report settled earlier but this one can't count is open again; what a person settled stays settled.
 */
export function planSkipped(
  now: TableCells | null,
  { skipped, settled }: UncountedOfReport,
): { change: TableChange; added: number; settled: StoredUncounted[] } {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const missing = NAMES.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0 && skipped.length + settled.length > 0) throw new MissingColumns(SKIPPED_TABLE, missing);

  const waiting = groupBy(skipped, uncountedKey);
  const places = new Map(settled.map(({ row, by }) => [awaitedKey(row), by]));
  const ownIds = new Set(skipped.map(awaitedKey));
  const set = new Map<number, (NewCell | null)[]>();
  const settledNow: StoredUncounted[] = [];
  const settle = (position: number, by: string): void => {
    const cells = new Array<NewCell | null>(header.length).fill(null);
    cells[columnIndex['Settled by']] = by;
    set.set(position, cells);
  };
  const known = new Set<UncountedRow>();
  for (const row of uncountedIn(now)) {
    const again = waiting.get(uncountedKey(row))?.pop();
    if (again) known.add(again);
    if (again && isByReport(row)) settle(row.position, '');
    const by = places.get(awaitedKey(row));
    if (row.settledBy !== '' || by === undefined || ownIds.has(awaitedKey(row))) continue;
    settle(row.position, by);
    settledNow.push({ ...row, settledBy: by });
  }
  const add = skipped.filter((row) => !known.has(row)).map((row) => rowOf(columnIndex, header.length, cellsOf(row)));
  return { change: keepingARow({ design: SKIPPED_DESIGN, set, add, remove: [] }, now), added: add.length, settled: settledNow };
}

function cellsOf(row: UncountedRow): Record<SkippedColumn, CellContent> {
  return {
    File: row.file,
    Line: row.line,
    Reason: row.reason,
    'Settled by': '',
    'Partner ID': row.partnerId,
    Program: row.program,
    'Fiscal half': row.half,
    'Earning type': row.earningType,
    'Amount USD': row.micros === null ? '' : dollarsOfMicros(row.micros),
    Row: row.row,
    'Earning ID': row.earningId,
  };
}

/** What identifies a row in a later report. */
const awaitedKey = ({ earningId, earningType, row }: AwaitedRow): string => {
  const id = comparableEarningId(earningId);
  return id === '' || earningType === '' ? row : [id, typeKey(earningType)].join('\n');
};

/** Whether a report settled a row: it writes the place of another row. */
const isByReport = ({ settledBy }: StoredUncounted): boolean => /, line \d+$/.test(settledBy);
