import type { Activity } from '../../activities/activity';
import { findingAt, type ClaimFinding } from './claim-finding';
import type { Claim } from '../claim';
import { statusName } from '../claim-status';
import { formatDay, type Day } from '../../calendar/day';
import { list } from '../../text/list';
import { formatIn } from '../../money/currency';

/**
 * Findings on a claim's history. The pane refuses such changes, but people who type a status in the sheet can omit its
 * day, or enter days in an impossible order.
 */
export function findingsOnCourse(claim: Claim, asOf: Day): ClaimFinding[] {
  const { status, since, submittedOn, approvedOn, paidOn, disputedOn, amount, approved, currency } = claim;
  const about = findingAt('status', 'dates');
  const days: [name: string, day: Day | null, isNeeded: boolean][] = [
    ['Submitted', submittedOn, status !== 'editing' && status !== 'forfeited'],
    ['Disputed on', disputedOn, status === 'disputed'],
    ['Approved on', approvedOn, status === 'approved' || status === 'paid'],
    ['Paid on', paidOn, status === 'paid'],
  ];
  const missing = days.filter(([, day, isNeeded]) => isNeeded && day === null).map(([name]) => name);
  return [
    ...(missing.length > 0
      ? [
          about.warning(
            `The status is ${statusName(status)}, but the sheet has no date under ${list(
              missing.map((name) => `"${name}"`),
              'and',
            )}.`,
          ),
        ]
      : []),
    ...ORDER.flatMap(([earlier, later]) => {
      const [first, second] = [claim[earlier.field], claim[later.field]];
      return first !== null && second !== null && second < first
        ? [about.warning(`It was ${later.said} on ${formatDay(second)}, before it was ${earlier.said} on ${formatDay(first)}.`)]
        : [];
    }),
    ...(status === 'editing' && submittedOn !== null
      ? [about.warning(`It was submitted on ${formatDay(submittedOn)}, but its status is still Editing.`)]
      : []),
    ...(amount !== null && approved !== null && approved > amount
      ? [about.warning(`${formatIn(approved, currency)} approved is more than the ${formatIn(amount, currency)} claimed.`)]
      : []),
    ...(since !== null && since > asOf
      ? [about.note(`It became ${statusName(status)} on ${formatDay(since)}, after the as-of date, ${formatDay(asOf)}.`)]
      : []),
  ];
}

/** Findings on a claim's activity. The claim is valid without it and counts with its own data. */
export function findingsOnItsActivity({ activityId, status }: Claim, activity: Activity | null): ClaimFinding[] {
  const about = findingAt('activityId', 'activity');
  if (activityId === '') return [];
  if (activity === null) return [about.note(`Its activity, ${activityId}, is no longer in the plan. The claim keeps its own values.`)];
  if (activity.status === 'canceled')
    return [
      about.warning(
        status === 'editing' ? 'Its activity is canceled in the plan.' : 'Its activity is canceled in the plan but claimed here.',
      ),
    ];
  return [];
}

const SUBMITTED = { field: 'submittedOn', said: 'submitted' } as const;
const DISPUTED = { field: 'disputedOn', said: 'disputed' } as const;
const APPROVED = { field: 'approvedOn', said: 'approved' } as const;
const PAID = { field: 'paidOn', said: 'paid' } as const;

/** Only a rejected claim is disputed, so an earlier approval doesn't limit the day of the dispute. */
const ORDER = [
  [SUBMITTED, DISPUTED],
  [SUBMITTED, APPROVED],
  [APPROVED, PAID],
] as const;
