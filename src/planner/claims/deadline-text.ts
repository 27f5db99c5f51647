import type { NextDeadline } from '../../domain/claims/next-deadline';
import { CLOSING_TIME } from '../../domain/calendar/deadlines';
import { weekdayOf, type Day } from '../../domain/calendar/day';
import type { ClaimStatus } from '../../domain/claims/claim';
import { statusName } from '../../domain/claims/claim-status';
import type { ClaimView } from './claim-view';

/** What a claim waits for and until when, in a sentence; null where nothing runs any more. */
export function describeDeadline({ clock, status, claim, days }: Pick<ClaimView, 'clock' | 'status' | 'claim' | 'days'>): string | null {
  if (clock) {
    const { waitsFor, until, daysLeft, isDeadline } = clock;
    if (isDeadline) return `${WAITS[waitsFor]} ${until}, ${CLOSING_TIME}, a ${weekdayOf(until)}, ${leftText(daysLeft)}.`;
    return daysLeft < 0
      ? `${LATE[waitsFor]} ${until}, ${daysText(-daysLeft)} ago. Ask Microsoft about it.`
      : `${WAITS[waitsFor]} ${until}, ${leftText(daysLeft)}.`;
  }
  if (!days || status === claim.status) return null;
  return `${LOST[claim.status] ?? ''} ${claim.status === 'editing' ? days.claimDeadline : days.resolutionDeadline}, ${CLOSING_TIME}. Write down that it is ${statusName(status).toLowerCase()}.`;
}

/** Whether money is lost within two weeks, or is lost already. */
export const isUrgent = ({ clock, status, claim }: Pick<ClaimView, 'clock' | 'status' | 'claim'>): boolean =>
  (clock?.isDeadline === true && clock.daysLeft <= URGENT_DAYS) || status !== claim.status;

const URGENT_DAYS = 14;

const WAITS: Record<NextDeadline['waitsFor'], string> = {
  submission: 'Submit it by',
  action: 'Complete and resubmit it by',
  objection: 'If you do not agree, dispute it by',
  review: 'With Microsoft for review, planned until',
  dispute: 'Dispute to be answered by',
  payment: 'Payment expected by',
};

const LATE: Partial<Record<NextDeadline['waitsFor'], string>> = {
  review: 'Not decided yet; its review was planned until',
  dispute: 'The dispute is not answered yet; that was due by',
  payment: 'Not paid yet; payment was expected by',
};

const LOST: Partial<Record<ClaimStatus, string>> = {
  editing: 'It was not submitted by the claim deadline,',
  'action required': 'It still needed action after the resolution deadline,',
  rejected: 'It was rejected, and the resolution deadline passed on',
};

const daysText = (days: number): string => (days === 1 ? '1 day' : `${days.toLocaleString('en-US')} days`);

const leftText = (days: number): string => (days === 0 ? 'the last day' : `${daysText(days)} left`);

/** A day with its weekday. */
export const dayWithWeekday = (day: Day): string => `${day} (${weekdayOf(day)})`;
