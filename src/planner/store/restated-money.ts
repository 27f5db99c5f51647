import { groupBy } from '../../domain/group-by';
import { fundKey } from '../../domain/funds/fund';
import { centsOfMicros, sumOf, type Cents } from '../../domain/money/money';
import type { RestatedMoney } from '../../domain/to-do/to-do-fund';
import type { TableCells } from '../../records/table';
import { kindOfType } from '../../reports/range/earning-kinds';
import { openRestatements } from '../../storage/funds/restatements-table';

/** What reports changed of each fund's past that no one has reviewed, by the fund's key, where that isn't zero. */
export function restatedMoney(restatements: TableCells | null): ReadonlyMap<string, RestatedMoney> {
  const found = new Map<string, RestatedMoney>();
  for (const [key, rows] of groupBy(openRestatements(restatements), ({ fund }) => fundKey(fund))) {
    const sumOfKind = (kind: 'co-op' | 'rebate'): Cents =>
      centsOfMicros(sumOf(rows, ({ earningType, micros }) => (kindOfType(earningType) === kind ? micros : 0)));
    const [coop, rebate] = [sumOfKind('co-op'), sumOfKind('rebate')];
    const [since = null] = rows.flatMap((row) => row.since ?? []).sort();
    if (coop !== 0 || rebate !== 0) found.set(key, { coop, rebate, since });
  }
  return found;
}
