import { compareHalves } from '../../domain/calendar/half';
import { RECALCULATED } from '../../rulebook/counting';
import type { FundDetails } from '../store/funds-in-workbook';

/** What to know of a fund whose report is older than a recalculation of its half; null if it isn't. */
export function recalculationNote({ half, isTyped, origin }: Pick<FundDetails, 'half' | 'isTyped' | 'origin'>): string | null {
  const asOf = origin?.asOf ?? null;
  const isOlder = asOf === null || asOf < RECALCULATED.before;
  return compareHalves(half, RECALCULATED.half) === 0 && !isTyped && isOlder ? RECALCULATED.says : null;
}
