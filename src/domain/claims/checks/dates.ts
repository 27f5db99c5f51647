import type { ClaimDays } from '../../calendar/deadlines';
import { findingAt, type ClaimFinding } from './claim-finding';
import type { Claim } from '../claim';
import { formatDay, weekendDayOf, type Day } from '../../calendar/day';
import { labelOf } from '../../calendar/half';

/**
 * Findings on a claim's days: the activity must be in the usage period. Claiming before the day that Microsoft opens
 * claims is a warning, since sources differ; only the deadlines block a claim. Null days are unknown.
 */
export function findingsOnDates(claim: Claim, days: ClaimDays | null, asOf: Day): ClaimFinding[] {
  const { start, end, fund } = claim;
  const isTurned = start !== null && end !== null && end < start;
  return [
    ...(isTurned ? [findingAt('end', 'dates').blocking(`The end date is before the start date, ${formatDay(start)}.`)] : []),
    ...(days === null && fund !== null
      ? [
          findingAt('fund', 'deadline').warning(
            `We have no deadlines for co-op earned in ${labelOf(fund.half)}, so its dates aren't checked.`,
          ),
        ]
      : []),
    ...(days === null ? [] : [...(isTurned ? [] : onPeriod(claim, days)), ...onSubmission(claim, days, asOf)]),
    ...onExpiration(claim, days),
  ];
}

/** What Partner Center shows is compared with the deadlines we know: whichever is earlier counts. */
function onExpiration({ claimExpires, status }: Claim, days: ClaimDays | null): ClaimFinding[] {
  const deadline = status === 'editing' ? days?.claimDeadline : status === 'action required' ? days?.resolutionDeadline : null;
  if (claimExpires === null || !deadline || claimExpires >= deadline) return [];
  return [
    findingAt('claimExpires', 'deadline').warning(
      `Partner Center shows that this claim expires on ${formatDay(claimExpires)}, before the deadline we have, ${formatDay(deadline)}. Submit it by the earlier day.`,
    ),
  ];
}

function onPeriod({ start, end }: Claim, { usageStart, usageEnd }: ClaimDays): ClaimFinding[] {
  const period = `the usage period of this fund, ${formatDay(usageStart)} to ${formatDay(usageEnd)}`;
  const outside = (day: Day | null): day is Day => day !== null && (day < usageStart || day > usageEnd);
  return [
    ...(outside(start) ? [findingAt('start', 'dates').blocking(`${formatDay(start)} is outside ${period}.`)] : []),
    ...(outside(end) ? [findingAt('end', 'dates').blocking(`${formatDay(end)} is outside ${period}.`)] : []),
  ];
}

function onSubmission({ status, submittedOn, end }: Claim, { claimOpens, claimDeadline }: ClaimDays, asOf: Day): ClaimFinding[] {
  const about = findingAt('status', 'deadline');
  const isEditing = status === 'editing';
  const day = isEditing ? asOf : submittedOn;
  const findings: ClaimFinding[] = [];
  if (isEditing && end !== null && end > asOf)
    findings.push(about.note(`The activity ends on ${formatDay(end)}. Claim it after it takes place.`));
  if (day !== null && day < claimOpens) {
    findings.push(
      about.warning(
        `${isEditing ? `${formatDay(day)} is` : `It was submitted on ${formatDay(day)},`} before ${formatDay(claimOpens)}, when Microsoft opens claims for this usage period. The funds may not show there yet. Guides let you claim as soon as the activity has taken place.`,
      ),
    );
  }
  if (!isEditing && submittedOn !== null && submittedOn > claimDeadline) {
    findings.push(
      about.blocking(`It was submitted on ${formatDay(submittedOn)}, after the claim deadline of ${formatDay(claimDeadline)}.`),
    );
  }
  const weekday = weekendDayOf(claimDeadline);
  if (isEditing && asOf <= claimDeadline && weekday) {
    findings.push(about.note(`The claim deadline, ${formatDay(claimDeadline)}, is a ${weekday}. It doesn't move.`));
  }
  return findings;
}
