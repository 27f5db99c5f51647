import type { WorkbookRules } from '../../cells/workbook-rules';
import { claimedCoop, type ClaimedCoop } from '../../domain/balance/claimed-co-op';
import type { Day } from '../../domain/calendar/day';
import { statusOn } from '../../domain/claims/claim-status';
import type { PlanningRead } from '../store/planning-store';
import { daysOfClaim } from './claim-view';

/** What the claims of a workbook come to for each activity on a day. */
export function claimedIn(
  { activities, claims, hasUnknownAmounts }: Pick<PlanningRead, 'activities' | 'claims' | 'hasUnknownAmounts'>,
  asOf: Day,
  book: WorkbookRules,
): ClaimedCoop {
  const claimed = claimedCoop(
    activities.map(({ value }) => value),
    claims.map(({ value }) => value),
    (claim) => {
      const days = daysOfClaim(claim, book);
      return days ? statusOn(claim, asOf, days) : claim.status;
    },
  );
  return hasUnknownAmounts ? new Map([...claimed.keys()].map((id) => [id, null])) : claimed;
}
