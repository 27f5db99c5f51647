import { addBusinessDays } from '../calendar/business-days';
import type { ClaimDays } from '../calendar/deadlines';
import type { Claim } from './claim';
import { addDays, daysBetween, type Day } from '../calendar/day';
import { payDay, type PaymentRule } from '../calendar/payment-dates';

/** How long Microsoft takes, in days and business days. */
export interface AnswerTimes {
  /** Business days for a review, as Microsoft states. */
  reviewBusinessDays: number;
  /** Days for a review, as partners report. */
  reviewDays: number;
  disputeBusinessDays: number;
  /** The outer limit of payment, counted from approval. */
  paymentBusinessDays: number;
}

/** A span of days in which something should happen. */
export interface Span {
  from: Day;
  to: Day;
}

/** When a claim submitted on a day is reviewed: from Microsoft's statement to the planning assumption. */
export const reviewSpan = (submittedOn: Day, times: AnswerTimes): Span => ({
  from: addBusinessDays(submittedOn, times.reviewBusinessDays),
  to: addDays(submittedOn, times.reviewDays),
});

/** The day a claim's review starts; a resubmission restarts it. Null if it wasn't recorded. */
export const reviewBegun = ({ since, submittedOn }: Claim): Day | null =>
  submittedOn !== null && submittedOn > (since ?? '') ? submittedOn : since;

/** The day by which a dispute should be answered. */
export const disputeAnsweredBy = (disputedOn: Day, times: AnswerTimes): Day => addBusinessDays(disputedOn, times.disputeBusinessDays);

/** When an approved claim is paid, as an estimate, and Microsoft's outer limit. */
export const paymentSpan = (approvedOn: Day, rule: PaymentRule, times: AnswerTimes): Span & { atLatest: Day } => ({
  from: payDay(approvedOn, 'claim', rule),
  to: payDay(approvedOn, 'claim latest', rule),
  atLatest: addBusinessDays(approvedOn, times.paymentBusinessDays),
});

/** The next deadline of a claim. */
export interface NextDeadline {
  waitsFor: 'submission' | 'review' | 'action' | 'objection' | 'dispute' | 'payment';
  /** The last day; if it is a deadline, it ends at 23:59:59 UTC. */
  until: Day;
  /** Days from the as-of date to the last day; below zero when it is over. */
  daysLeft: number;
  /** Whether money is lost when the day passes; otherwise only an answer is late. */
  isDeadline: boolean;
}

/** The next deadline of a claim as of a day, or null if nothing is pending. */
export function nextDeadline(
  claim: Claim,
  asOf: Day,
  days: ClaimDays,
  times: AnswerTimes,
  payment: PaymentRule | null,
): NextDeadline | null {
  const clock = (waitsFor: NextDeadline['waitsFor'], until: Day, isDeadline = false): NextDeadline => ({
    waitsFor,
    until,
    daysLeft: daysBetween(asOf, until),
    isDeadline,
  });
  const since = claim.since ?? claim.submittedOn ?? asOf;
  switch (claim.status) {
    case 'editing':
      return clock('submission', days.claimDeadline, true);
    case 'action required':
      return clock('action', days.resolutionDeadline, true);
    case 'rejected':
      return clock('objection', days.resolutionDeadline, true);
    case 'submitted':
    case 'under review':
      return clock('review', reviewSpan(reviewBegun(claim) ?? asOf, times).to);
    case 'disputed':
      return clock('dispute', disputeAnsweredBy(claim.disputedOn ?? since, times));
    case 'approved':
      return payment && clock('payment', paymentSpan(claim.approvedOn ?? since, payment, times).to);
    default:
      return null;
  }
}
