import { addDays, addMonths, type Day } from './day';
import { latestApproval, type PaymentRule } from './payment';
import { deadline, halfOf, nextHalf, type DeadlineRule, type Half } from './period';

/** The day to claim an activity by: the claim deadline of the usage period that holds its last day, or the day advised. */
export function claimBy(activityEnd: Day, kind: 'final' | 'advised', rule: DeadlineRule): Day {
  if (kind === 'advised') return addDays(activityEnd, rule.advisedDays);
  return deadline(earningHalfFor(activityEnd), 'claim', rule);
}

/** The half whose co-op pays for an activity on a day: the one before. */
export const earningHalfFor = (activityDay: Day): Half => nextHalf(halfOf(activityDay), -1);

/** Whether a claim is in time: the deadline is over at midnight UTC, so the UTC day it was submitted on decides. */
export const isInTime = (submittedOn: Day, earningHalf: Half, rule: DeadlineRule): boolean =>
  submittedOn <= deadline(earningHalf, 'claim', rule);

/** What a safe activity must leave time for. */
export interface SafetyQuestion {
  /** The half its money was earned in. */
  earned: Half;
  /** The day the money must have arrived by, if that matters. */
  payBy: Day | null;
  reviewDays: number;
  proofDays: number;
  dates: DeadlineRule;
  /** Needed with payBy only. */
  payment: PaymentRule | null;
}

/** The last day an activity may end and still be proven, claimed, approved and, if asked, paid in time. */
export function safeBy({ earned, payBy, reviewDays, proofDays, dates, payment }: SafetyQuestion): Day {
  const days = {
    usageEnd: deadline(earned, 'usage end', dates),
    claimDeadline: deadline(earned, 'claim', dates),
    resolutionDeadline: deadline(earned, 'resolution', dates),
  };
  return safeByDays(days, reviewDays, proofDays, payBy !== null && payment !== null ? latestApproval(payBy, payment) : null);
}

/** The same for a fund that knows its days; approveBy is the day a claim must be approved by to be paid in time, if that matters. */
export function safeByDays(
  fund: { usageEnd: Day; claimDeadline: Day; resolutionDeadline: Day },
  reviewDays: number,
  proofDays: number,
  approveBy: Day | null,
): Day {
  const limits = [fund.usageEnd, addDays(fund.claimDeadline, -proofDays), addDays(fund.resolutionDeadline, -reviewDays - proofDays)];
  if (approveBy !== null) limits.push(addDays(approveBy, -reviewDays - proofDays));
  return limits.reduce((earliest, day) => (day < earliest ? day : earliest));
}

/** How long the three sources keep proof of an activity: each counts the same months from another day. */
export interface Retention {
  fromActivity: Day;
  fromEarningOrClaims: Day;
  fromClaims: Day;
  /** The latest of them, which satisfies all. */
  keepUntil: Day;
}

/** The days until which proof of an activity must be kept. */
export function retention(activityEnd: Day, rule: DeadlineRule): Retention {
  const earned = earningHalfFor(activityEnd);
  const fromActivity = addMonths(activityEnd, rule.retentionMonths);
  const fromEarning = addMonths(deadline(earned, 'earning end', rule), rule.retentionMonths);
  const fromClaims = deadline(earned, 'retention', rule);
  const fromEarningOrClaims = fromEarning > fromClaims ? fromEarning : fromClaims;
  const keepUntil = [fromEarningOrClaims, fromClaims].reduce((latest, day) => (day > latest ? day : latest), fromActivity);
  return { fromActivity, fromEarningOrClaims, fromClaims, keepUntil };
}
