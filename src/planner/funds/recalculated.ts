import { compareHalves, halfOf } from '../../domain/calendar/half';
import type { EarningsImport, MonthRow } from '../../reports/import/earnings-import';
import { RECALCULATED } from '../../rulebook/counting';
import type { FundDetails } from '../store/funds-in-workbook';

/** What to know of a fund whose report is older than a recalculation of its half; null if it isn't. */
export function recalculationNote({ half, isTyped, origin }: Pick<FundDetails, 'half' | 'isTyped' | 'origin'>): string | null {
  const asOf = origin?.asOf ?? null;
  const isOlder = asOf === null || asOf < RECALCULATED.before;
  return compareHalves(half, RECALCULATED.half) === 0 && !isTyped && isOlder ? RECALCULATED.says : null;
}

/** The same of a report that is to be brought in, if it has rows of that half. */
export function recalculationIn({ months, asOf }: Pick<EarningsImport, 'months' | 'asOf'>): string | null {
  const isOlder = asOf === null || asOf < RECALCULATED.before;
  const isOfHalf = ({ month }: MonthRow): boolean => compareHalves(halfOf(`${month}-01`), RECALCULATED.half) === 0;
  return isOlder && months.some(isOfHalf) ? RECALCULATED.says : null;
}
