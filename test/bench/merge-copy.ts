import { serialOf } from '../../src/domain/calendar/day';
import { mergeTables } from '../../src/merging/merge-tables';
import type { SideTable } from '../../src/merging/side';
import type { CellContent } from '../../src/records/table';
import { PLAN } from '../../src/storage/planning/plan-table';
import { median, ms, printTable, timeOf } from './measure';

const RUNS = 5;
const HEADER = PLAN.design.columns.map(({ name }) => name);

/** Listing what differs in a copy that came back, after both files are read. */
export function benchMerge(): void {
  const rows = [500, 5_000].map((size) => {
    const versions = { base: planOf(size, 'Ann'), mine: planOf(size, 'Bo'), theirs: planOf(size, 'Cy') };
    return [size.toLocaleString('en-US'), ms(median(Array.from({ length: RUNS }, () => timeOf(() => mergeTables(versions)))))];
  });
  printTable(`A copy that comes back, with a conflict in each activity: medians of ${RUNS}`, [['activities', 'list'], ...rows]);
}

function planOf(size: number, owner: string): ReadonlyMap<string, SideTable> {
  const cells = (n: number): Readonly<Record<string, CellContent>> => ({
    ID: `A-${n}`,
    Title: `Activity ${n}`,
    Status: 'planned',
    'Partner ID': String(1_000_000 + (n % 12)),
    'Fiscal half': 'FY25 H1',
    Start: serialOf('2025-03-01') + (n % 28),
    Owner: owner,
    Budget: 100 + n,
    Currency: 'USD',
  });
  const rows = Array.from({ length: size }, (_, n) => {
    const given = cells(n);
    return { row: n + 5, cells: HEADER.map((name) => ({ value: given[name] ?? '', formula: null })) };
  });
  return new Map([['CoopPlan', { header: HEADER, columnIds: [], rows }]]);
}
