import { groupBy } from '../../domain/group-by';
import type { EarningRow } from '../../domain/earnings/earning';
import { serialShift } from '../../cells/context';
import { isDay, serialOf } from '../../domain/calendar/day';
import { dollarsOfMicros } from '../../domain/money/money';
import { dayInCell } from './day-in-cell';
import { scopeOf as reportScope } from './plan-earnings';
import { MissingColumns } from '../../records/missing-columns';
import { columnsOf, keepingARow, rowOf, type TableCells, type TableChange, type TableDesign, type CellContent } from '../../records/table';
import { ExcelError } from '../excel-error';

/** The optional table of a report's individual rows. */
export const ROWS_TABLE = 'CoopEarningRows';

const COLUMNS = [
  { name: 'Earning date', width: 85, wraps: true, format: 'yyyy-mm-dd' },
  { name: 'Partner ID', width: 80 },
  { name: 'Program', width: 190 },
  { name: 'Engagement', width: 160 },
  { name: 'Lever', width: 250 },
  { name: 'Earning type', width: 100 },
  { name: 'Reason code', width: 120, wraps: true },
  { name: 'Amount USD', width: 90, format: '#,##0.00' },
  { name: 'Calculation date', width: 150 },
  { name: 'Transaction ID', width: 110 },
  { name: 'Customer', width: 160 },
  { name: 'Payment ID', width: 95 },
  { name: 'Payment status', width: 95 },
  { name: 'File', width: 160 },
  { name: 'Line', width: 55, format: '0' },
  { name: 'Earning ID', width: 210 },
] as const;
type Column = (typeof COLUMNS)[number]['name'];
const NAMES = COLUMNS.map(({ name }) => name);
/** What identifies a row. The file name doesn't. */
const TOLD_BY = NAMES.filter((name) => name !== 'File' && name !== 'Line');

/** The design of the table. */
export const ROWS_DESIGN: TableDesign = {
  name: ROWS_TABLE,
  sheet: 'Co-op earning rows',
  title: 'Single rows of earnings reports',
  hint: 'Rows as in the reports, including duplicates. COOP functions accept this table as a report: CoopEarningRows[#All]. A later report replaces its months only if you bring it in with its rows.',
  columns: COLUMNS.map((column) => ({ ...column })),
};

/**
 * What the rows of a report change in the table. As for CoopEarnings, a report covers its months for each Partner ID,
 * program, and earning type: rows there that it doesn't have are removed. Rows without a number in Line were added by people.
 */
export function planRows(now: TableCells | null, report: readonly EarningRow[]): { change: TableChange; added: number; removed: number } {
  const header = now?.header ?? NAMES;
  const columnIndex = columnsOf(header, NAMES);
  const missing = NAMES.filter((name) => columnIndex[name] < 0);
  if (missing.length > 0) throw new MissingColumns(ROWS_TABLE, missing);

  const wanted = report.map(cellsOf);
  const waiting = groupBy(wanted, keyOf);
  const months = new Set(wanted.map(monthOf));
  const scopes = new Set(wanted.map(scopeOf));
  const unchanged = new Set<Record<Column, CellContent>>();
  const remove: number[] = [];
  now?.values.forEach((values, position) => {
    if (typeof values[columnIndex.Line] !== 'number') return;
    const held = Object.fromEntries(NAMES.map((name) => [name, values[columnIndex[name]] ?? ''])) as Record<Column, CellContent>;
    if (!months.has(monthOf(held)) || !scopes.has(scopeOf(held))) return;
    const same = waiting.get(keyOf(held))?.pop();
    if (same) unchanged.add(same);
    else remove.push(position);
  });
  const add = wanted.filter((row) => !unchanged.has(row)).map((row) => rowOf(columnIndex, header.length, row));
  if ((now?.values.length ?? 0) - remove.length + add.length > MAX_ROWS)
    throw new ExcelError('too large', `The table ${ROWS_TABLE} would have more rows than a sheet has. Nothing was written.`);
  return { change: keepingARow({ design: ROWS_DESIGN, set: new Map(), add, remove }, now), added: add.length, removed: remove.length };
}

function cellsOf(row: EarningRow): Record<Column, CellContent> {
  return {
    'Earning ID': row.earningId,
    'Partner ID': row.partnerId,
    Program: row.program,
    Engagement: row.engagement,
    Lever: row.lever,
    'Earning type': row.earningType,
    'Reason code': row.reasonCode,
    'Earning date': isDay(row.earned) ? serialOf(row.earned) - serialShift() : row.earned,
    'Amount USD': typeof row.amount === 'number' ? dollarsOfMicros(row.amount) : row.amount,
    'Calculation date': row.calculated,
    'Transaction ID': row.transactionId,
    Customer: row.customer,
    'Payment ID': row.paymentId,
    'Payment status': row.paymentStatus,
    File: row.file,
    Line: row.line,
  };
}

const keyOf = (row: Record<Column, CellContent>): string => TOLD_BY.map((name) => String(row[name])).join('\n');
const scopeOf = (row: Record<Column, CellContent>): string =>
  reportScope({ partnerId: String(row['Partner ID']), program: String(row.Program), earningType: String(row['Earning type']) });

const monthOf = (row: Record<Column, CellContent>): string => dayInCell(row['Earning date'])?.slice(0, 7) ?? '';

/** A sheet has 1,048,576 rows; some are above the table. */
const MAX_ROWS = 1_048_000;
