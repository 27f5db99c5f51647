import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Activity } from '../../domain/activities/activity';
import type { Day } from '../../domain/calendar/day';
import type { Claim } from '../../domain/claims/claim';
import { claimFromActivity, lastClaimOf, type ClaimStart } from '../../domain/claims/claim-from-activity';
import { newId, type PlanningRead } from '../store/planning-store';
import { mostUnderCap, requirementsOf } from './claim-view';

/** A new claim on an activity: its co-op share, and no more than its cap has left. If nothing is left, the check says so. */
export function claimFor(activity: Activity, evidence: Claim['evidence'], read: PlanningRead, book: WorkbookRules, asOf: Day): Claim {
  const claims = read.claims.map(({ value }) => value);
  const start: ClaimStart = {
    requirements: requirementsOf(activity, asOf, book),
    evidence,
    last: lastClaimOf(activity.fund, claims),
    lowDollar: read.settings.lowDollar,
    most: null,
    newId,
  };
  const most = mostUnderCap(claimFromActivity(activity, start), read, book, asOf);
  return claimFromActivity(activity, { ...start, most });
}
