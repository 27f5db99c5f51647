import { addBusinessDays } from '../calendar/business-days';
import type { ClaimDays } from '../calendar/deadlines';
import type { Claim } from './claim';
import { addDays, daysBetween, type Day } from '../calendar/day';
import { payDay, type PaymentRule } from '../calendar/payment-dates';

/** How long Microsoft takes, in days and business days. */
export interface AnswerTimes {
  /** Within so many business days a claim is reviewed, by Microsoft. */
  reviewBusinessDays: number;
  /** Within so many days, by those who have waited. */
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

/** When a claim submitted on a day is reviewed: from what Microsoft states to what is planned with. */
export const reviewSpan = (submittedOn: Day, times: AnswerTimes): Span => ({
  from: addBusinessDays(submittedOn, times.reviewBusinessDays),
  to: addDays(submittedOn, times.reviewDays),
});

/** The day from which a claim is reviewed, which a resubmission begins again. Null where no one recorded it. */
export const reviewBegun = ({ since, submittedOn }: Claim): Day | null =>
  submittedOn !== null && submittedOn > (since ?? '') ? submittedOn : since;

/** The day a dispute is answered by. */
export const disputeAnsweredBy = (disputedOn: Day, times: AnswerTimes): Day => addBusinessDays(disputedOn, times.disputeBusinessDays);

/** When an approved claim is paid, as an estimate, and Microsoft's outer limit. */
export const paymentSpan = (approvedOn: Day, rule: PaymentRule, times: AnswerTimes): Span & { atLatest: Day } => ({
  from: payDay(approvedOn, 'claim', rule),
  to: payDay(approvedOn, 'claim latest', rule),
  atLatest: addBusinessDays(approvedOn, times.paymentBusinessDays),
});

/** What a claim waits for, and until when. */
export interface NextDeadline {
  waitsFor: 'submission' | 'review' | 'action' | 'objection' | 'dispute' | 'payment';
  /** The last day, which ends at 23:59:59 UTC where it is a deadline. */
  until: Day;
  /** Days from the day looked from to the last day; below zero when it is over. */
  daysLeft: number;
  /** Whether money is lost when the day passes, rather than someone late. */
  isDeadline: boolean;
}

/** The clock a claim is under on a day, or null where nothing runs anymore. */
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
