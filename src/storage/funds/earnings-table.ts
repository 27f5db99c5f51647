import { serialShift } from '../../cells/context';
import { dayOfSerial, utcDayOf, type Day } from '../../domain/calendar/day';
import type { Eligible } from '../../domain/earnings/eligible';
import { isExact, microsOfNumber, type Micros } from '../../domain/money/money';
import { DEADLINES } from '../../rulebook/rules/deadlines';
import { columnsOf, type TableCells, type CellContent } from '../../records/table';

/** The table of earnings by month. */
export const EARNINGS_TABLE = 'CoopEarnings';

/** The earnings of one Partner ID in a month under one lever: one row of the table. */
export interface MonthEarned {
  /** yyyy-mm */
  month: string;
  partnerId: string;
  program: string;
  engagement: string;
  lever: string;
  earningType: string;
  /** Whether it is co-op that was moved or converted to rebate. */
  isRollover: boolean;
  /** Exact: fractions of a cent add up, and a fund's figure is rounded once. */
  micros: Micros;
  /** US dollars that the earnings are a share of; null if the report doesn't have them. */
  eligible: Eligible;
  counted: number;
  repeats: number;
}

/** Its columns. */
export const EARNING_COLUMNS = [
  'Month',
  'Partner ID',
  'Program',
  'Engagement',
  'Lever',
  'Earning type',
  'Reason code',
  'Amount USD',
  'Earnings',
  'Repeats dropped',
  'Eligible USD',
] as const;
/** The name of one of its columns. */
export type EarningColumn = (typeof EARNING_COLUMNS)[number];
/** The rows of the table that we wrote; rows that people add have no number in Earnings. */
export function earningsIn(now: TableCells | null): MonthEarned[] {
  return now ? [...heldRows(now, columnsOf(now.header, EARNING_COLUMNS)).values()] : [];
}

/** Every row of the table with a month and an amount, as the functions count them: a row that people added counts as one earning. */
export function allEarningsIn(now: TableCells | null): MonthEarned[] {
  return now ? [...heldRows(now, columnsOf(now.header, EARNING_COLUMNS), 1).values()] : [];
}

/** The first month that can belong to a fund. Deadlines of earlier ones are unknown, and an import sets their rows aside. */
export const FIRST_MONTH = DEADLINES[0]!.from.slice(0, 7);

/** How many rows of the table have content, but no readable month and amount that can belong to a fund. */
export function unreadRows(now: TableCells | null): number {
  const filled = now?.values.filter((row) => row.some((cell) => cell !== '')).length ?? 0;
  return filled - allEarningsIn(now).length;
}

/** The readable rows by position. `uncounted` is the count for a row without a number of earnings; null leaves it out. */
export function heldRows(
  now: TableCells | null,
  columnIndex: Record<EarningColumn, number>,
  uncounted: number | null = null,
): Map<number, MonthEarned> {
  const held = new Map<number, MonthEarned>();
  now?.values.forEach((row, position) => {
    const text = (name: EarningColumn): string => (columnIndex[name] < 0 ? '' : String(row[columnIndex[name]] ?? '').trim());
    const amount = row[columnIndex['Amount USD']];
    const micros = typeof amount === 'number' ? microsOfNumber(amount) : null;
    const base = row[columnIndex['Eligible USD']];
    const eligible = typeof base === 'number' ? microsOfNumber(base) : null;
    const counted = typeof row[columnIndex.Earnings] === 'number' ? row[columnIndex.Earnings] : uncounted;
    const month = monthAt(row[columnIndex.Month]);
    if (month === null || !isExact(micros) || typeof counted !== 'number') return;
    held.set(position, {
      month,
      micros,
      eligible: isExact(eligible) ? eligible : null,
      counted,
      repeats: Number(text('Repeats dropped')) || 0,
      partnerId: text('Partner ID'),
      program: text('Program'),
      engagement: text('Engagement'),
      lever: text('Lever'),
      earningType: text('Earning type'),
      isRollover: text('Reason code').toLowerCase() === ROLLOVER.toLowerCase(),
    });
  });
  return held;
}

/** The month in a cell as yyyy-mm; null if it can't belong to a fund. */
function monthAt(cell: CellContent | undefined): string | null {
  const text = String(cell ?? '').trim();
  const day = typeof cell === 'number' ? dayOfSerial(cell + serialShift()) : utcDayOf(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  return day !== null && day >= FIRST_MONTH && day <= LAST_DAY ? day.slice(0, 7) : null;
}

/** The last day that COOP functions read. */
const LAST_DAY: Day = '2099-12-31';

/** The reason code of co-op that was moved or converted. */
export const ROLLOVER = 'Co-op rollover';
