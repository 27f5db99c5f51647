import type { NextDeadline } from '../../domain/claims/next-deadline';
import { CLOSING_TIME } from '../../domain/calendar/deadlines';
import { addDays, endOfDayIn, formatDay, weekdayOf, type Day } from '../../domain/calendar/day';
import type { ClaimStatus } from '../../domain/claims/claim';
import { statusName } from '../../domain/claims/claim-status';
import { plural } from '../../domain/text/plural';
import type { ClaimView } from './claim-view';

/** A claim's next deadline in sentences; null if nothing is pending. The default time zone is this machine's. */
export function describeDeadline(
  { clock, status, claim, days, times }: Pick<ClaimView, 'clock' | 'status' | 'claim' | 'days' | 'times'>,
  timeZone?: string,
): string | null {
  if (clock) {
    const { waitsFor, until, daysLeft, isDeadline } = clock;
    if (isDeadline) {
      const sentence = `${WAITS[waitsFor]} ${closingOf(until, timeZone)}. ${leftText(daysLeft)}.`;
      return waitsFor === 'action' ? `${sentence} ${reviewText(until, daysLeft, times.reviewDays)}` : sentence;
    }
    return daysLeft < 0
      ? `${LATE[waitsFor]} ${formatDay(until)} (${plural(-daysLeft, 'day')} ago). Ask Microsoft for an update.`
      : `${WAITS[waitsFor]} ${formatDay(until)} (${leftText(daysLeft).toLowerCase()}).`;
  }
  if (!days || status === claim.status) return null;
  const missed = claim.status === 'editing' ? days.claimDeadline : days.resolutionDeadline;
  return `${LOST[claim.status] ?? ''} ${closingOf(missed, timeZone)}. Record it as ${statusName(status).toLowerCase()}.`;
}

/** Whether money will be lost within two weeks, or is already lost. */
export const isUrgent = ({ clock, status, claim }: Pick<ClaimView, 'clock' | 'status' | 'claim'>): boolean =>
  (clock?.isDeadline === true && clock.daysLeft <= URGENT_DAYS) || status !== claim.status;

/** A day with its weekday. */
export const dayWithWeekday = (day: Day): string => `${formatDay(day)} (${weekdayOf(day)})`;

/** When a deadline closes: in UTC, and in the time zone if its clock differs. */
export const closingOf = (day: Day, timeZone?: string): string => `${dayWithWeekday(day)}, ${closingTime(day, timeZone)}`;

/** The time at which a deadline closes: 23:59:59 UTC, and in the time zone if its clock differs, with the day if that differs, too. */
export function closingTime(day: Day, timeZone?: string): string {
  const there = endOfDayIn(day, timeZone);
  const local = there === endOfDayIn(day, 'UTC') ? '' : ` (${there.replace(`${formatDay(day)}, `, '')} your time)`;
  return `${CLOSING_TIME}${local}`;
}

const URGENT_DAYS = 14;

const WAITS: Record<NextDeadline['waitsFor'], string> = {
  submission: 'Submit by',
  action: 'Complete and resubmit by',
  objection: "If you don't agree, dispute by",
  review: 'Under review; decision expected by',
  dispute: 'Disputed; answer expected by',
  payment: 'Payment expected by',
};

const LATE: Partial<Record<NextDeadline['waitsFor'], string>> = {
  review: 'No decision yet; it was expected by',
  dispute: 'No answer to the dispute yet; it was expected by',
  payment: 'Not paid yet; payment was expected by',
};

const LOST: Partial<Record<ClaimStatus, string>> = {
  editing: 'Not submitted by the claim deadline,',
  'action required': 'Not resolved by the resolution deadline,',
  rejected: 'Rejected, and not disputed by the resolution deadline,',
};

/** A claim has to be approved by that day, not just sent, although the portal shows it as the day to resubmit by. */
const reviewText = (until: Day, daysLeft: number, reviewDays: number): string =>
  daysLeft < reviewDays
    ? `It must be approved by then, and a review can take ${plural(reviewDays, 'day')}: resubmit as soon as you can.`
    : `It must be approved by then, and a review can take ${plural(reviewDays, 'day')}: resubmit by ${formatDay(addDays(until, -reviewDays))} to be safe.`;

const leftText = (days: number): string => (days === 0 ? 'Last day' : `${plural(days, 'day')} left`);
