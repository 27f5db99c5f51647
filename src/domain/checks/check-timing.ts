import type { Activity } from '../activities/activity';
import type { Fund } from '../funds/fund';
import { findingAt, type FieldFinding } from './activity-finding';
import { formatDay, type Day } from '../calendar/day';
import { blocking, warning } from '../new-finding';

/** Findings on an activity as of a day: too late to claim, over but not done, or later than is safe. */
export function findingsOnTiming({ status, start, end }: Activity, fund: Fund, asOf: Day, lastSafeDay: Day | null): FieldFinding[] {
  const last = end ?? start;
  const findings: FieldFinding[] = [];
  if (asOf > fund.claimDeadline) {
    findings.push(
      findingAt(
        'fund',
        'deadline',
        blocking(`claims on this fund closed on ${formatDay(fund.claimDeadline)}. Anything not claimed is lost.`),
      ),
    );
  }
  if (last === null || status === 'done') return findings;
  if (last < asOf)
    findings.push(
      findingAt(
        'end',
        null,
        warning(`the end date, ${formatDay(last)}, is before ${formatDay(asOf)}. Mark it done if it took place, or enter new dates.`),
      ),
    );
  if (lastSafeDay !== null && last > lastSafeDay && last <= fund.usageEnd) {
    findings.push(
      findingAt(
        'end',
        'deadline',
        warning(`${formatDay(last)} is after the last safe day, ${formatDay(lastSafeDay)}. Proof, review, or payment may be late.`),
      ),
    );
  }
  return findings;
}
