import { deadline, type DeadlineRule } from './deadlines';
import { addDays, type Day } from './day';
import type { Half } from './half';
import { latestApproval, type PaymentRule } from './payment-dates';

/** What a safe activity must leave time for. */
export interface SafetyQuestion {
  /** The half its money was earned in. */
  earned: Half;
  /** The day the money must arrive by, if that matters. */
  payBy: Day | null;
  reviewDays: number;
  proofDays: number;
  dates: DeadlineRule;
  /** Needed with payBy only. */
  payment: PaymentRule | null;
}

/** The last day an activity can end and still be proven, claimed, approved and, if needed, paid on time. */
export function safeBy({ earned, payBy, reviewDays, proofDays, dates, payment }: SafetyQuestion): Day {
  const days = {
    usageEnd: deadline(earned, 'usage end', dates),
    claimDeadline: deadline(earned, 'claim', dates),
    resolutionDeadline: deadline(earned, 'resolution', dates),
  };
  return safeByDays(days, reviewDays, proofDays, payBy !== null && payment !== null ? latestApproval(payBy, payment) : null);
}

/** The same for a fund with known dates; approveBy is the day a claim must be approved by to be paid on time, if that matters. */
export function safeByDays(
  fund: { usageEnd: Day; claimDeadline: Day; resolutionDeadline: Day },
  reviewDays: number,
  proofDays: number,
  approveBy: Day | null,
): Day {
  const limits = [fund.usageEnd, addDays(fund.claimDeadline, -proofDays), addDays(fund.resolutionDeadline, -reviewDays - proofDays)];
  if (approveBy !== null) limits.push(addDays(approveBy, -reviewDays - proofDays));
  return limits.sort()[0]!;
}
