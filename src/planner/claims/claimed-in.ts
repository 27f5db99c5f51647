import type { WorkbookRules } from '../../cells/workbook-rules';
import { claimedCoop, type ClaimedCoop } from '../../domain/balance/claimed-co-op';
import { claimedActivities } from '../../domain/balance/fund-usage';
import type { Day } from '../../domain/calendar/day';
import type { Claim, ClaimStatus } from '../../domain/claims/claim';
import { statusOn } from '../../domain/claims/claim-status';
import type { PlanningRead } from '../store/planning-store';
import { daysOfClaim } from './claim-view';

/** What the claims of a workbook come to for each activity on a day, and the activities that a claim counts in place of. */
export function claimedIn(
  read: Pick<PlanningRead, 'activities' | 'claims' | 'hasUnknownAmounts'>,
  asOf: Day,
  book: WorkbookRules,
): { claimed: ClaimedCoop; replaced: ReadonlySet<string> } {
  const activities = read.activities.map(({ value }) => value);
  const claims = read.claims.map(({ value }) => value);
  const statusNow = (claim: Claim): ClaimStatus => {
    const days = daysOfClaim(claim, book);
    return days ? statusOn(claim, asOf, days) : claim.status;
  };
  const claimed = claimedCoop(activities, claims, statusNow);
  return {
    claimed: read.hasUnknownAmounts ? new Map([...claimed.keys()].map((id) => [id, null])) : claimed,
    replaced: claimedActivities(activities, claims, statusNow),
  };
}
