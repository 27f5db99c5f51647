import { CLOSING_TIME, type Clock } from '../../../domain/claim-clock';
import { weekdayOf, type Day } from '../../../domain/day';
import type { ClaimStatus } from '../../../domain/claim-kept';
import type { ClaimView } from './claim-view';

/** What a claim waits for and until when, in a sentence; null where nothing runs any more. */
export function clockSaid({ clock, status, claim, days }: Pick<ClaimView, 'clock' | 'status' | 'claim' | 'days'>): string | null {
  if (clock) return `${WAITS[clock.waitsFor]} ${dayText(clock)}${clock.daysLeft < 0 ? '' : `, ${daysText(clock.daysLeft)}`}.`;
  if (days && status !== claim.status) return `${LOST[claim.status] ?? ''} ${claim.status === 'editing' ? days.claimDeadline : days.resolutionDeadline}, ${CLOSING_TIME}.`;
  return null;
}

/** Whether money is lost within two weeks, or is lost already. */
export const isUrgent = ({ clock, status, claim }: Pick<ClaimView, 'clock' | 'status' | 'claim'>): boolean =>
  (clock?.isDeadline === true && clock.daysLeft <= URGENT_DAYS) || status !== claim.status;

const URGENT_DAYS = 14;

const WAITS: Record<Clock['waitsFor'], string> = {
  submission: 'Submit it by',
  action: 'Complete and resubmit it by',
  review: 'With Microsoft for review, planned until',
  dispute: 'Dispute to be answered by',
  payment: 'Payment expected by',
};

const LOST: Partial<Record<ClaimStatus, string>> = {
  editing: 'It was not submitted by the claim deadline,',
  'action required': 'It still needed action after the resolution deadline,',
  rejected: 'It was rejected, and the resolution deadline passed on',
};

const dayText = ({ until, isDeadline, daysLeft }: Clock): string =>
  isDeadline ? `${until}, ${CLOSING_TIME}, a ${weekdayOf(until)}` : daysLeft < 0 ? `${until}, ${-daysLeft === 1 ? '1 day' : `${-daysLeft} days`} ago` : until;

const daysText = (days: number): string => (days === 0 ? 'the last day' : days === 1 ? '1 day left' : `${days} days left`);

/** A day with its weekday. */
export const dayWithWeekday = (day: Day): string => `${day} (${weekdayOf(day)})`;
