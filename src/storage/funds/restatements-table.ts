import { serialShift } from '../../cells/context';
import { serialOf, type Day } from '../../domain/calendar/day';
import { halfOf, labelOf, parseHalf } from '../../domain/calendar/half';
import { formatMonth } from '../../domain/calendar/month-text';
import type { PlacedEarning, Restatement, RestatementKind } from '../../domain/earnings/restatements';
import { isSameFund, type FundId } from '../../domain/funds/fund';
import { dollarsOfMicros, isExact, microsOfNumber, type Micros } from '../../domain/money/money';
import { MissingColumns } from '../../records/missing-columns';
import { columnsOf, keepingARow, rowOf, type CellContent, type TableCells, type TableChange, type TableDesign } from '../../records/table';
import { dayInCell } from './day-in-cell';
import { fundIn } from './fund-columns';

/** The table of what reports changed of the past. */
export const RESTATEMENTS_TABLE = 'CoopRestatements';

const MONEY = '#,##0.00';
const DAY = 'yyyy-mm-dd';

const COLUMNS = [
  { name: 'Found on', width: 80, format: DAY },
  { name: 'Partner ID', width: 80 },
  { name: 'Program', width: 190 },
  { name: 'Fiscal half', width: 75 },
  { name: 'Month', width: 70, format: 'yyyy-mm' },
  { name: 'Lever', width: 250 },
  { name: 'Earning type', width: 100 },
  { name: 'What happened', width: 230, wraps: true },
  { name: 'Before USD', width: 90, format: MONEY },
  { name: 'After USD', width: 90, format: MONEY },
  { name: 'Change USD', width: 90, format: MONEY },
  { name: 'Since', width: 80, format: DAY },
  { name: 'Reviewed', width: 120 },
  { name: 'Compared by', width: 110 },
  { name: 'Source file', width: 200 },
  { name: 'Earning ID', width: 210 },
] as const;
type Column = (typeof COLUMNS)[number]['name'];
const NAMES = COLUMNS.map(({ name }) => name);

/** The design of the table. */
export const RESTATEMENTS_DESIGN: TableDesign = {
  name: RESTATEMENTS_TABLE,
  sheet: 'Co-op restatements',
  title: 'Earlier earnings that a later report changed',
  hint: 'Since is when the previous report was calculated. Today lists a fund until Funds › Mark as reviewed, or a word under Reviewed.',
  columns: COLUMNS.map((column) => ({ ...column })),
};

/** What a comparison went by. */
export type ComparedBy = 'earning ID' | 'month and lever';

/** A restatement, and what the comparison of its fund went by. */
export interface FoundRestatement extends Restatement {
  comparedBy: ComparedBy;
}

/** Restatements found in a report, and where they come from. */
export interface FoundRestatements {
  list: readonly FoundRestatement[];
  /** The day the report is brought in; null if unknown. */
  on: Day | null;
  source: string;
  /** When the previous report of an earning's fund was calculated; null if unknown. */
  sinceOf: (earning: PlacedEarning) => Day | null;
}

/** Adds restatements at the end of the table: a row for each place where an amount changed. */
export function planRestatements(now: TableCells | null, found: FoundRestatements): TableChange {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const missing = NAMES.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0 && found.list.length > 0) throw new MissingColumns(RESTATEMENTS_TABLE, missing);
  const add = found.list.flatMap(placesOf).map((place) => rowOf(columnIndex, header.length, cellsOf(place, found)));
  // the report matters more than the list of what it changed, so a protected workbook takes it without
  return keepingARow({ design: RESTATEMENTS_DESIGN, set: new Map(), add, remove: [], isDispensable: true }, now);
}

/** A place whose amount a restatement changed. */
interface ChangedPlace extends Pick<FoundRestatement, 'comparedBy'> {
  earning: PlacedEarning;
  what: string;
  before: Micros;
  after: Micros;
  ids: string;
}

function placesOf({ kind, before, after, comparedBy }: FoundRestatement): ChangedPlace[] {
  const ids = [...new Set([before?.earningId ?? '', after?.earningId ?? ''])].filter((id) => id !== '').join(' → ');
  const place = (earning: PlacedEarning, what: string, from: Micros, to: Micros): ChangedPlace => ({
    earning,
    what,
    before: from,
    after: to,
    ids,
    comparedBy,
  });
  if (before && after && (kind === 'moved' || kind === 'type changed')) {
    const [from, to] = [describePlace(before, after), describePlace(after, before)];
    return [place(before, `Moved to ${to}`, before.micros, 0), place(after, `Moved from ${from}`, 0, after.micros)];
  }
  return [place((after ?? before)!, WHAT[kind], before?.micros ?? 0, after?.micros ?? 0)];
}

const WHAT: Readonly<Record<RestatementKind, string>> = {
  changed: 'Amount changed',
  'new in an old month': 'New in a month that was already reported',
  gone: 'No longer in the report',
  moved: 'Moved',
  'type changed': 'Moved',
  'booked again': 'Canceled and booked again',
  canceled: 'Canceled',
};

/** A place by what distinguishes it from another one: Mar 2026, Partner ID 1234567, Coop, M365 core. */
export function describePlace(earning: PlacedEarning, other: PlacedEarning): string {
  const { keys } = earning;
  return [
    ...(earning.month === other.month ? [] : [formatMonth(earning.month)]),
    ...(keys.partner === other.keys.partner ? [] : [`Partner ID ${earning.partnerId}`]),
    ...(keys.program === other.keys.program ? [] : [earning.program]),
    ...(keys.type === other.keys.type ? [] : [earning.earningType]),
    ...(keys.lever === other.keys.lever ? [] : [earning.lever || 'no lever']),
  ].join(', ');
}

function cellsOf(
  { earning, what, before, after, ids, comparedBy }: ChangedPlace,
  { on, source, sinceOf }: FoundRestatements,
): Record<Column, CellContent> {
  const since = sinceOf(earning);
  const serial = (day: Day | null): CellContent => (day ? serialOf(day) - serialShift() : '');
  const first = `${earning.month}-01` as Day;
  return {
    'Found on': serial(on),
    'Partner ID': earning.partnerId,
    Program: earning.program,
    'Fiscal half': labelOf(halfOf(first)),
    Month: serial(first),
    Lever: earning.lever,
    'Earning type': earning.earningType,
    'What happened': what,
    'Before USD': dollarsOfMicros(before),
    'After USD': dollarsOfMicros(after),
    'Change USD': dollarsOfMicros(after - before),
    Since: serial(since),
    Reviewed: '',
    'Compared by': comparedBy,
    'Source file': source,
    'Earning ID': ids,
  };
}

/** A row of the table that no one has reviewed. */
export interface OpenRestatement {
  /** Position below the header, counted from 0. */
  row: number;
  fund: FundId;
  earningType: string;
  micros: Micros;
  /** When it was found, and when the report before that was calculated; null if unknown. */
  foundOn: Day | null;
  since: Day | null;
}

/** The rows of the table that aren't reviewed and name a fund and an amount. Columns that people have deleted read as blank. */
export function openRestatements(now: TableCells | null): OpenRestatement[] {
  const columnIndex = columnsOf(now?.header ?? [], NAMES);
  return (now?.values ?? []).flatMap((cells, row): OpenRestatement[] => {
    const text = (name: Column): string => String(cells[columnIndex[name]] ?? '').trim();
    const day = (name: Column): Day | null => dayInCell(cells[columnIndex[name]]);
    const fund = fundIn({ partnerId: text('Partner ID'), program: text('Program'), half: parseHalf(text('Fiscal half')) });
    const change = cells[columnIndex['Change USD']];
    const micros = typeof change === 'number' ? microsOfNumber(change) : null;
    if (fund === null || text('Reviewed') !== '' || !isExact(micros)) return [];
    return [{ row, fund, micros, earningType: text('Earning type'), foundOn: day('Found on'), since: day('Since') }];
  });
}

/** Enters a word under Reviewed in the open rows of a fund, so that Today no longer lists it. */
export function planReviewed(now: TableCells | null, fund: FundId, word: string): TableChange {
  const header = now?.header ?? NAMES;
  const column = columnsOf(header, ['Reviewed']).Reviewed;
  if (column < 0) throw new MissingColumns(RESTATEMENTS_TABLE, ['Reviewed']);
  const cells = header.map((_, index) => (index === column ? word : null));
  const rows = openRestatements(now).filter((open) => isSameFund(open.fund, fund));
  return { design: RESTATEMENTS_DESIGN, set: new Map(rows.map(({ row }) => [row, cells])), add: [], remove: [] };
}
