import { MissingColumns } from '../../records/missing-columns';
import { serialShift } from '../../cells/context';
import { dayOfSerial, serialOf, utcDayOf, type Day } from '../../domain/calendar/day';
import { dollarsOfMicros, isExact, microsOfNumber, type Micros } from '../../domain/money/money';
import { comparableId } from '../../domain/earnings/partner-id';
import { programKey, typeKey } from '../../rulebook/name-keys';
import { fold } from '../../rulebook/names';
import { DEADLINES } from '../../rulebook/rules/deadlines';
import {
  columnsOf,
  keepingARow,
  type NewCell,
  type TableCells,
  type TableChange,
  type TableDesign,
  type CellContent,
} from '../../records/table';

/** The table of what was earned by month. */
export const EARNINGS_TABLE = 'CoopEarnings';

/** What was earned in a month by one Partner ID under one lever: one row of the table. */
export interface MonthEarned {
  /** yyyy-mm */
  month: string;
  partnerId: string;
  program: string;
  engagement: string;
  lever: string;
  earningType: string;
  /** Co-op that was moved or converted to rebate. */
  isRollover: boolean;
  /** Exactly: parts of a cent count together, and a fund's figure is rounded once. */
  micros: Micros;
  counted: number;
  repeats: number;
}

/** How an amount of the table changed. Null is no row. */
export interface EarningChange extends Pick<MonthEarned, 'month' | 'partnerId' | 'program' | 'lever' | 'earningType'> {
  before: Micros | null;
  after: Micros | null;
}

const COLUMNS = [
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
] as const;
type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = [
  'Month',
  'Partner ID',
  'Program',
  'Engagement',
  'Lever',
  'Earning type',
  'Reason code',
  'Amount USD',
  'Earnings',
];

/** How the table is made. */
export const EARNINGS_DESIGN: TableDesign = {
  name: EARNINGS_TABLE,
  sheet: 'Co-op earnings',
  title: 'Co-op earnings by month',
  hint: "Written by Funds › Bring in a report. COOP functions accept this table as a report: CoopEarnings[#All]. Your own columns, and rows without a number under Earnings, don't change.",
  columns: [
    { name: 'Month', width: 70, format: 'yyyy-mm' },
    { name: 'Partner ID', width: 80 },
    { name: 'Program', width: 190 },
    { name: 'Engagement', width: 160 },
    { name: 'Lever', width: 250 },
    { name: 'Earning type', width: 100 },
    { name: 'Reason code', width: 90 },
    { name: 'Amount USD', width: 90, format: '#,##0.00' },
    { name: 'Earnings', width: 70, format: '0' },
    { name: 'Repeats dropped', width: 95, format: '0' },
  ],
};

/**
 * What a report changes in the table. The report speaks for the months it has rows of, for each Partner ID, program and
 * earning type it holds: there its rows replace ours. Everything else stays, and so do rows people have added.
 */
export function planEarnings(now: TableCells | null, report: readonly MonthEarned[]): { change: TableChange; changes: EarningChange[] } {
  const header = now?.header ?? COLUMNS;
  const columnIndex = columnsOf(header, COLUMNS);
  const missing = NEEDED.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(EARNINGS_TABLE, missing);

  const wanted = new Map<string, MonthEarned>();
  for (const row of report) {
    const same = wanted.get(keyOf(row));
    wanted.set(
      keyOf(row),
      same ? { ...same, micros: same.micros + row.micros, counted: same.counted + row.counted, repeats: same.repeats + row.repeats } : row,
    );
  }
  const months = new Set(report.map(({ month }) => month));
  const spoken = new Set(report.map(scopeOf));
  const set = new Map<number, NewCell[]>();
  const remove: number[] = [];
  const changes: EarningChange[] = [];
  for (const [position, held] of heldRows(now, columnIndex)) {
    if (!months.has(held.month) || !spoken.has(scopeOf(held))) continue;
    const row = wanted.get(keyOf(held));
    wanted.delete(keyOf(held));
    if (!row) {
      remove.push(position);
      changes.push({ ...named(held), before: held.micros, after: null });
    } else if (
      row.micros !== held.micros ||
      row.counted !== held.counted ||
      (columnIndex['Repeats dropped'] >= 0 && row.repeats !== held.repeats)
    ) {
      set.set(position, amountsAt(row, header.length));
      if (row.micros !== held.micros) changes.push({ ...named(row), before: held.micros, after: row.micros });
    }
  }
  const add = [...wanted.values()].sort(inOrder);
  for (const row of add) changes.push({ ...named(row), before: null, after: row.micros });
  return { change: keepingARow({ design: EARNINGS_DESIGN, set, add: add.map((row) => wholeRow(row)), remove }, now), changes };

  function amountsAt(row: MonthEarned, width: number): NewCell[] {
    const cells = new Array<NewCell | null>(width).fill(null);
    const put = (name: Column, cell: NewCell): void => void (columnIndex[name] >= 0 && (cells[columnIndex[name]] = cell));
    put('Amount USD', dollarsOfMicros(row.micros));
    put('Earnings', row.counted);
    put('Repeats dropped', row.repeats);
    return cells as NewCell[];
  }

  function wholeRow(row: MonthEarned): NewCell[] {
    const cells = amountsAt(row, header.length);
    const put = (name: Column, cell: NewCell): void => void (cells[columnIndex[name]] = cell);
    put('Month', serialOf(`${row.month}-01` as Day) - serialShift());
    put('Partner ID', row.partnerId);
    put('Program', row.program);
    put('Engagement', row.engagement);
    put('Lever', row.lever);
    put('Earning type', row.earningType);
    put('Reason code', row.isRollover ? ROLLOVER : '');
    return cells;
  }
}

/** The rows of the table that we wrote; those people wrote have no number under Earnings. */
export function earningsIn(now: TableCells | null): MonthEarned[] {
  return now ? [...heldRows(now, columnsOf(now.header, COLUMNS)).values()] : [];
}

/** Every row of the table with a month and an amount, as the functions count them: those people wrote count as one earning. */
export function allEarningsIn(now: TableCells | null): MonthEarned[] {
  return now ? [...heldRows(now, columnsOf(now.header, COLUMNS), 1).values()] : [];
}

/** The first month that makes a fund: deadlines of earlier ones are not known, and an import sets their rows aside. */
export const FIRST_MONTH = DEADLINES[0]!.from.slice(0, 7);

/** How many rows of the table hold something, and yet no month and amount that can be read and make a fund. */
export function unreadRows(now: TableCells | null): number {
  const filled = now?.values.filter((row) => row.some((cell) => cell !== '')).length ?? 0;
  return filled - allEarningsIn(now).length;
}

function heldRows(now: TableCells | null, columnIndex: Record<Column, number>, uncounted: number | null = null): Map<number, MonthEarned> {
  const held = new Map<number, MonthEarned>();
  now?.values.forEach((row, position) => {
    const text = (name: Column): string => (columnIndex[name] < 0 ? '' : String(row[columnIndex[name]] ?? '').trim());
    const amount = row[columnIndex['Amount USD']];
    const micros = typeof amount === 'number' ? microsOfNumber(amount) : null;
    const counted = typeof row[columnIndex.Earnings] === 'number' ? row[columnIndex.Earnings] : uncounted;
    const month = monthAt(row[columnIndex.Month]);
    if (month === null || !isExact(micros) || typeof counted !== 'number') return;
    held.set(position, {
      month,
      micros,
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

/** The month of a cell, if it can be one of a fund. */
function monthAt(cell: CellContent | undefined): string | null {
  const text = String(cell ?? '').trim();
  const day = typeof cell === 'number' ? dayOfSerial(cell + serialShift()) : utcDayOf(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  return day !== null && day >= FIRST_MONTH && day <= LAST_DAY ? day.slice(0, 7) : null;
}

/** The last day that COOP functions read. */
const LAST_DAY: Day = '2099-12-31';

const ROLLOVER = 'Co-op rollover';
/** Names are compared as the functions compare them: what they add up together must not be here twice, once in each spelling. */
const scopeOf = ({ partnerId, program, earningType }: MonthEarned): string =>
  [comparableId(partnerId), programKey(program), typeKey(earningType)].join('\n');
const keyOf = (row: MonthEarned): string =>
  [row.month, scopeOf(row), fold(row.engagement) || row.engagement, fold(row.lever) || row.lever, row.isRollover].join('\n');
const named = ({ month, partnerId, program, lever, earningType }: MonthEarned) => ({ month, partnerId, program, lever, earningType });

function inOrder(a: MonthEarned, b: MonthEarned): number {
  const parts = (row: MonthEarned): string[] => [row.month, row.partnerId, row.program, row.engagement, row.lever, row.earningType];
  const [first, second] = [parts(a), parts(b)];
  const differs = first.findIndex((part, n) => part !== second[n]);
  return differs < 0 ? 0 : first[differs]! < second[differs]! ? -1 : 1;
}
