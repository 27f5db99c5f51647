import type { Day } from '../../domain/calendar/day';
import { compareHalves, halfOf, type Half } from '../../domain/calendar/half';
import type { EarningsImport } from '../../reports/import/earnings-import';
import { RECALCULATED } from '../../rulebook/counting';
import type { FundDetails } from '../store/funds-in-workbook';

/** What to know of a fund whose report is older than a recalculation of its half; null if it isn't. */
export function recalculationNote({ half, isTyped, origin }: Pick<FundDetails, 'half' | 'isTyped' | 'origin'>): string | null {
  return isRecalculated(half) && !isTyped && isOlder(origin?.asOf ?? null) ? RECALCULATED.says : null;
}

/** The same of a report that is to be brought in, if it has rows of that half. */
export function recalculationIn({ months, asOf }: Pick<EarningsImport, 'months' | 'asOf'>): string | null {
  return isOlder(asOf) && months.some(({ month }) => isRecalculated(halfOf(`${month}-01`))) ? RECALCULATED.says : null;
}

const isRecalculated = (half: Half): boolean => compareHalves(half, RECALCULATED.half) === 0;
const isOlder = (asOf: Day | null): boolean => asOf === null || asOf < RECALCULATED.before;
