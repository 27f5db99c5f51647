import { comparableId } from '../../domain/earnings/partner-id';
import { dayOfSerial } from '../../domain/calendar/day';
import { sum, type Micros } from '../../domain/money/money';
import { programKey } from '../../rulebook/name-keys';
import { fold } from '../../rulebook/names';
import { growthLeverOf, leverOfRow } from '../growth-lever';
import { isRollover, kindOfType } from '../range/earning-kinds';
import { calculatedAt, dayReader, microsAt } from './cell-reading';
import { CollectingTaker } from './collecting-taker';
import type { Month, MonthRow, ReportKind, TenantGrowth } from './earnings-import';
import type { Cells } from './line-cells';
import { copyOf } from './recent-texts';
import { furtherColumns, type ReportColumns } from './report-columns';
import { amountCellAt, usdMicrosAt } from './row-amount';
import { earningIdAt, idAt } from './row-text';

/** The months that growth levers were earned in, and the same months a year before. */
export function growthMonths(months: readonly MonthRow[]): { earned: Set<Month>; before: Set<Month> } {
  const earned = new Set(months.flatMap((row) => (growthLeverOf(row) === null ? [] : [row.month])));
  return { earned, before: new Set([...earned].map(yearBefore)) };
}

const yearBefore = (month: Month): Month => `${Number(month.slice(0, 4)) - 1}-${month.slice(5)}` as Month;

/** The one amount that several rows repeat; 'unclear' if they differ or one can't be read. */
type Repeated = Micros | 'unclear' | null;

interface Tenant {
  key: Omit<TenantGrowth, 'earned' | 'revenue' | 'baseline'>;
  before: string;
  earned: Map<string, { micros: Micros; calculated: number }>;
  /** By transaction, or under '' the tenant's total, which the Growth download has. */
  revenue: Map<string, Repeated>;
  baseline: Repeated;
}

/**
 * Collects what growth levers pay on: each tenant's revenue in a month and its baseline. That is the report's own, or else
 * the tenant's revenue in the same area and month a year before, if the reports have it. A transaction counts once, however
 * many levers and earning types list it. Rows without earning IDs are left out.
 */
export class GrowthRows extends CollectingTaker {
  private readonly dayAt = dayReader();
  private columns: (ReportColumns & Record<keyof typeof FURTHER, number>) | null = null;
  private readonly tenants = new Map<string, Tenant>();
  private readonly revenueBefore = new Map<string, Map<string, Repeated>>();
  private transactions = 0;

  constructor(private readonly wanted: ReturnType<typeof growthMonths>) {
    super();
  }

  override begin(name: string, header: readonly unknown[], columns: ReportColumns, kind: ReportKind): void {
    super.begin(name, header, columns, kind);
    this.columns = kind === 'summarized' ? null : { ...columns, ...furtherColumns(header, FURTHER) };
  }

  add(row: Cells, line: number, isUnended: boolean): boolean {
    const isRead = this.collector.add(row, line, isUnended);
    if (isRead && this.columns !== null) this.take(row, this.columns);
    return isRead;
  }

  /** Each tenant's growth in each month, in no order. */
  growth(): TenantGrowth[] {
    return [...this.tenants.values()].map(({ key, before, earned, revenue, baseline }) => ({
      ...key,
      earned: sum([...earned.values()].map(({ micros }) => micros)),
      revenue: totalOf(revenue),
      baseline: baseline === null ? this.baselineBefore(before) : numberOf(baseline),
    }));
  }

  private take(row: Cells, columns: NonNullable<typeof this.columns>): void {
    const text = (column: number): string => (column < 0 ? '' : idAt(row.at(column)));
    const day = this.dayAt(row, columns.date, columns.marks.dates);
    const month = dayOfSerial(day).slice(0, 7) as Month;
    const isEarned = this.wanted.earned.has(month);
    if (!isEarned && !this.wanted.before.has(month)) return;
    const tenant = text(columns.tenant) || text(columns.customer);
    if (tenant === '') return;
    const names = { lever: text(columns.lever), engagement: text(columns.engagement) };
    const area = leverOfRow(names)?.area ?? '';
    const partner = [comparableId(text(columns.partnerId)), programKey(text(columns.program)), fold(tenant)];
    const amountAt = (column: number): Repeated => clearly(column < 0 ? null : microsAt(amountCellAt(row, column, columns)));
    const transaction = (): { id: string; micros: Repeated } => ({
      id: copyOf(text(columns.transactionId)),
      micros: amountAt(columns.transactionUsd),
    });
    if (this.wanted.before.has(month) && area !== '') {
      const { id, micros } = transaction();
      this.repeat(this.revenueBefore, JSON.stringify([...partner, area, month]), id, id === '' ? 'unclear' : micros);
    }
    const lever = growthLeverOf(names);
    const kind = kindOfType(text(columns.type));
    if (!isEarned || lever === null || (kind !== 'co-op' && kind !== 'rebate') || isRollover(text(columns.reason))) return;
    const earningId = earningIdAt(row.at(columns.earningId));
    if (earningId === '') return;
    const key = JSON.stringify([...partner, lever, month]);
    const known: Tenant = this.tenants.get(key) ?? {
      key: { month, partnerId: text(columns.partnerId), program: text(columns.program), lever, tenant: copyOf(tenant) },
      before: JSON.stringify([...partner, area, yearBefore(month)]),
      earned: new Map(),
      revenue: new Map(),
      baseline: null,
    };
    this.tenants.set(key, known);
    const calculated = columns.calculated < 0 ? 0 : calculatedAt(row, columns.calculated, columns.marks.calculated);
    const earning = `${copyOf(earningId)} ${kind}`;
    const earlier = known.earned.get(earning);
    if (!earlier || calculated > earlier.calculated) known.earned.set(earning, { micros: usdMicrosAt(row, columns)!, calculated });
    const whole = amountAt(columns.total);
    const { id, micros } = whole === null ? transaction() : { id: '', micros: whole };
    if (whole !== null || id !== '') known.revenue.set(id, repeated(known.revenue.get(id) ?? null, micros));
    const baseline = isInDollars(text(columns.baselineType)) ? amountAt(columns.baseline) : seatsAt(row, columns.baseline);
    if (baseline !== null) known.baseline = repeated(known.baseline, baseline);
  }

  private repeat(all: Map<string, Map<string, Repeated>>, key: string, id: string, micros: Repeated): void {
    const revenue = all.get(key) ?? new Map<string, Repeated>();
    all.set(key, revenue);
    if (!revenue.has(id) && ++this.transactions > MAX_TRANSACTIONS) return;
    revenue.set(id, repeated(revenue.get(id) ?? null, micros));
  }

  private baselineBefore(key: string): Micros | null {
    const revenue = this.revenueBefore.get(key);
    return revenue === undefined || this.transactions > MAX_TRANSACTIONS ? null : totalOf(revenue);
  }
}

/** Columns beyond those an import needs, by their folded names. */
const FURTHER = {
  tenant: ['customertenantid'],
  customer: ['customerid'],
  transactionId: ['transactionid'],
  transactionUsd: ['transactionamountusd'],
  total: ['totaltransactionamountusd'],
  baseline: ['baseline'],
  baselineType: ['baselinetype'],
};

/** A high water mark is a number of seats, not an amount. */
const isInDollars = (type: string): boolean => ['', '$', 'USD', 'US$'].includes(type.toUpperCase());

/** A number of seats is no baseline in dollars, and shows nothing about the points of amounts. */
const seatsAt = (row: Cells, column: number): Repeated => (column < 0 || microsAt(row.at(column)) === null ? null : 'unclear');

const clearly = (micros: Micros | null): Repeated => (Number.isNaN(micros) ? 'unclear' : micros);

const repeated = (known: Repeated, micros: Repeated): Repeated =>
  micros === null ? known : known === null || known === micros ? micros : 'unclear';

const numberOf = (amount: Repeated): Micros | null => (amount === 'unclear' ? null : amount);

/** The sum; null if there is none, or one of the amounts is unclear. */
function totalOf(revenue: ReadonlyMap<string, Repeated>): Micros | null {
  const amounts = [...revenue.values()].filter((amount) => amount !== null);
  return amounts.length === 0 || amounts.includes('unclear') ? null : sum(amounts as Micros[]);
}

/** Enough for the months of a year before; more would exhaust the worker's memory. */
const MAX_TRANSACTIONS = 1_000_000;
