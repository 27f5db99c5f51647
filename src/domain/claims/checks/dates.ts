import type { ClaimDays } from '../../calendar/deadlines';
import { at, type ClaimFinding } from './claim-finding';
import type { Claim } from '../claim';
import { weekdayOf, type Day } from '../../calendar/day';
import { labelOf } from '../../calendar/half';

/**
 * What there is to say about a claim's days: the activity must lie in the usage period. Claiming before the day that
 * Microsoft opens it is warned about, as sources differ; only the deadlines stop a claim. Null days are days nobody knows.
 */
export function findingsOnDates(claim: Claim, days: ClaimDays | null, asOf: Day): ClaimFinding[] {
  const { start, end, fund } = claim;
  const isTurned = start !== null && end !== null && end < start;
  return [
    ...(isTurned ? [at('end', 'dates').blocking(`It ends before it starts, on ${start}.`)] : []),
    ...(days === null && fund !== null
      ? [at('fund', 'deadline').warning(`We hold no deadlines for co-op earned in ${labelOf(fund.half)}, so its days are not checked.`)]
      : []),
    ...(days === null ? [] : [...(isTurned ? [] : onPeriod(claim, days)), ...onSubmission(claim, days, asOf)]),
  ];
}

function onPeriod({ start, end }: Claim, { usageStart, usageEnd }: ClaimDays): ClaimFinding[] {
  const period = `the usage period of this fund, ${usageStart} to ${usageEnd}`;
  const outside = (day: Day | null): boolean => day !== null && (day < usageStart || day > usageEnd);
  return [
    ...(outside(start) ? [at('start', 'dates').blocking(`${start} is outside ${period}.`)] : []),
    ...(outside(end) ? [at('end', 'dates').blocking(`${end} is outside ${period}.`)] : []),
  ];
}

function onSubmission({ status, submittedOn, end }: Claim, { claimOpens, claimDeadline }: ClaimDays, asOf: Day): ClaimFinding[] {
  const about = at('status', 'deadline');
  const isEditing = status === 'editing';
  const day = isEditing ? asOf : submittedOn;
  const findings: ClaimFinding[] = [];
  if (isEditing && end !== null && end > asOf) findings.push(about.note(`The activity ends on ${end}; claim it once it has taken place.`));
  if (day !== null && day < claimOpens) {
    findings.push(
      about.warning(
        `${isEditing ? `${day} is` : `It was submitted on ${day},`} before ${claimOpens}, when Microsoft opens claiming for this usage period; the funds may not show there yet. Guides let you claim once the activity has taken place.`,
      ),
    );
  }
  if (!isEditing && submittedOn !== null && submittedOn > claimDeadline) {
    findings.push(about.blocking(`It was submitted on ${submittedOn}, after the claim deadline of ${claimDeadline}.`));
  }
  const weekday = weekdayOf(claimDeadline);
  if (isEditing && asOf <= claimDeadline && (weekday === 'Saturday' || weekday === 'Sunday')) {
    findings.push(about.note(`The claim deadline, ${claimDeadline}, is a ${weekday}; it is not moved.`));
  }
  return findings;
}
