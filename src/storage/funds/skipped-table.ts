import type { UncountedRow } from '../../domain/earnings/uncounted-row';
import { isExact, microsOfNumber } from '../../domain/money/money';
import { parseHalf } from '../../domain/calendar/half';
import type { FundId } from '../../domain/funds/fund';
import { columnsOf, type TableCells } from '../../records/table';
import { fundIn } from './fund-columns';

/** The table of rows of reports that couldn't be counted. */
export const SKIPPED_TABLE = 'CoopSkipped';

/** Its columns. */
export const SKIPPED_COLUMNS = [
  { name: 'File', width: 160 },
  { name: 'Line', width: 55, format: '0' },
  { name: 'Reason', width: 330, wraps: true },
  { name: 'Settled by', width: 160 },
  { name: 'Partner ID', width: 80 },
  { name: 'Program', width: 190 },
  { name: 'Fiscal half', width: 75 },
  { name: 'Earning type', width: 100 },
  { name: 'Amount USD', width: 90, format: '#,##0.00' },
  { name: 'Row', width: 500, wraps: true },
  { name: 'Earning ID', width: 210 },
] as const;

/** The name of one of its columns. */
export type SkippedColumn = (typeof SKIPPED_COLUMNS)[number]['name'];

/** A row of the table. */
export interface StoredUncounted extends UncountedRow {
  /** Its position below the header. */
  position: number;
  /** The place of the row that is counted instead, or what a person wrote; '' while it is open. */
  settledBy: string;
}

/** The rows of the table, including settled ones. Columns that people have deleted read as blank. */
export function uncountedIn(now: TableCells | null): StoredUncounted[] {
  const columnIndex = columnsOf(
    now?.header ?? [],
    SKIPPED_COLUMNS.map(({ name }) => name),
  );
  return (now?.values ?? []).flatMap((values, position): StoredUncounted[] => {
    if (values.every((cell) => cell === '')) return [];
    const text = (name: SkippedColumn): string => String(values[columnIndex[name]] ?? '').trim();
    const amount = values[columnIndex['Amount USD']];
    const micros = typeof amount === 'number' ? microsOfNumber(amount) : null;
    return [
      {
        position,
        file: text('File'),
        line: Number(text('Line')) || 0,
        reason: text('Reason'),
        settledBy: text('Settled by'),
        partnerId: text('Partner ID'),
        program: text('Program'),
        half: text('Fiscal half'),
        earningType: text('Earning type'),
        micros: isExact(micros) ? micros : null,
        row: text('Row'),
        earningId: text('Earning ID'),
      },
    ];
  });
}

/** Whether a row has not been settled by a report or a person. */
export const isOpen = ({ settledBy }: StoredUncounted): boolean => settledBy === '';

/** The fund a row belongs to; null if unknown. */
export const fundOfUncounted = ({ partnerId, program, half }: Pick<UncountedRow, 'partnerId' | 'program' | 'half'>): FundId | null =>
  program === '' ? null : fundIn({ partnerId, program, half: parseHalf(half) });

/** Identifies a row regardless of its file name; a line without known cells is identified by its place. */
export const uncountedKey = ({ row, file, line, reason }: UncountedRow): string => (row === '' ? [file, line, reason].join('\n') : row);

/** Whether two rows are the same, even if their positions changed. */
export const isSameUncounted = (a: StoredUncounted, b: StoredUncounted): boolean =>
  uncountedKey(a) === uncountedKey(b) && a.file === b.file && a.line === b.line;
