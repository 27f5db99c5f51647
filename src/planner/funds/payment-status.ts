import { serialShift } from '../../cells/context';
import { dayOfSerial } from '../../domain/calendar/day';
import { halfOf } from '../../domain/calendar/half';
import { comparableEarningId } from '../../domain/earnings/earning-id';
import { fundKey } from '../../domain/funds/fund';
import { centsOfMicros, isExact, microsOfNumber, sumOf, type Cents, type Micros } from '../../domain/money/money';
import { columnsOf, hasColumns, type TableCells } from '../../records/table';
import { kindOfType } from '../../reports/range/earning-kinds';
import { instantOf } from '../../cells/instant';
import { fundNamed } from '../../rulebook/name-keys';
import type { FundView } from './funds-view';

/** The co-op of a fund with one payment status. */
export interface StatusSum {
  /** As the report has it; '' for none, null for co-op of the fund that no row with a status shows. */
  status: string | null;
  cents: Cents;
  /** Earnings; 0 for co-op without rows. */
  rows: number;
}

/**
 * The co-op rows of each fund by payment status, the largest first, by the fund's key. An earning counts once, with its
 * latest calculation. What is missing from the fund's co-op is the last line.
 */
export function coopByPaymentStatus(cells: TableCells, funds: readonly FundView[]): Map<string, StatusSum[]> {
  const byFund = new Map<string, Map<string, { micros: Micros; rows: number }>>();
  for (const { fund, status, micros } of coopRows(cells)) {
    const statuses = byFund.get(fund) ?? new Map<string, { micros: Micros; rows: number }>();
    byFund.set(fund, statuses);
    const sum = statuses.get(status) ?? { micros: 0, rows: 0 };
    statuses.set(status, { micros: sum.micros + micros, rows: sum.rows + 1 });
  }
  return new Map(
    funds.map((fund) => {
      const found = [...(byFund.get(fundKey(fund)) ?? [])];
      const sums = found
        .map(([status, { micros, rows }]): StatusSum => ({ status, cents: centsOfMicros(micros), rows }))
        .sort((a, b) => b.cents - a.cents);
      const rest = fund.coop - centsOfMicros(sumOf(found, ([, { micros }]) => micros));
      return [fundKey(fund), rest === 0 ? sums : [...sums, { status: null, cents: rest, rows: 0 }]];
    }),
  );
}

interface CoopRow {
  fund: string;
  status: string;
  micros: Micros;
  calculated: number;
}

function coopRows(cells: TableCells): CoopRow[] {
  if (!hasColumns(cells, ...COLUMNS)) return [];
  const columnIndex = columnsOf(cells.header, COLUMNS);
  const byId = new Map<string, CoopRow>();
  const loose: CoopRow[] = [];
  for (const values of cells.values) {
    const text = (column: (typeof COLUMNS)[number]): string => String(values[columnIndex[column]] ?? '').trim();
    const [date, amount] = [values[columnIndex['Earning date']], values[columnIndex['Amount USD']]];
    const micros = typeof amount === 'number' ? microsOfNumber(amount) : null;
    if (kindOfType(text('Earning type')) !== 'co-op' || typeof date !== 'number' || date < 1 || !isExact(micros)) continue;
    const row: CoopRow = {
      fund: fundKey(fundNamed(text('Partner ID'), text('Program'), halfOf(dayOfSerial(Math.floor(date) + serialShift())))),
      status: text('Payment status'),
      micros,
      calculated: instantOf(values[columnIndex['Calculation date']]) ?? 0,
    };
    const id = comparableEarningId(text('Earning ID'));
    const known = byId.get(id);
    if (id === '') loose.push(row);
    else if (!known || row.calculated > known.calculated) byId.set(id, row);
  }
  return [...byId.values(), ...loose];
}

const COLUMNS = [
  'Earning ID',
  'Partner ID',
  'Program',
  'Earning type',
  'Earning date',
  'Amount USD',
  'Calculation date',
  'Payment status',
] as const;
