import type { Micros } from '../../domain/money/money';
import { comparableId } from '../../domain/earnings/partner-id';
import { programKey } from '../../rulebook/name-keys';
import type { EarningsImport, MonthKey, MonthRow } from './earnings-import';
import { sameKey } from './month-key';

/** A row of months that is not what it was. */
export interface MonthChange extends MonthKey {
  /** Null for a row that is new. */
  before: Micros | null;
  /** Null for a row that is gone. */
  after: Micros | null;
}

/** What differs between two states of the same months, such as the table in the workbook and a later report. */
export function changesBetween(before: readonly MonthRow[], after: readonly MonthRow[]): MonthChange[] {
  const old = new Map(before.map((row) => [sameKey(row), row]));
  const changes: MonthChange[] = [];
  for (const row of after) {
    const key = sameKey(row);
    const was = old.get(key);
    old.delete(key);
    if (was?.micros !== row.micros || was.counted !== row.counted)
      changes.push({ ...keyOf(row), before: was ? was.micros : null, after: row.micros });
  }
  for (const row of old.values()) changes.push({ ...keyOf(row), before: row.micros, after: null });
  return changes.sort((a, b) => (sameKey(a) < sameKey(b) ? -1 : 1));
}

/**
 * The months kept in a workbook, brought up to date with a later report. A report is split and downloaded by month, so
 * what it holds of a Partner ID, program, month and kind of earning stands in place of what was kept of them; the rest stays.
 */
export function updateMonths(kept: readonly MonthRow[], later: Pick<EarningsImport, 'months'>): MonthRow[] {
  const isCovered = new Set(later.months.map(coverOf));
  return [...kept.filter((row) => !isCovered.has(coverOf(row))), ...later.months];
}

const coverOf = ({ month, partnerId, program, kind }: MonthKey): string =>
  JSON.stringify([month, comparableId(partnerId), programKey(program), kind]);

function keyOf({ month, partnerId, program, engagement, lever, earningType, kind }: MonthKey): MonthKey {
  return { month, partnerId, program, engagement, lever, earningType, kind };
}
