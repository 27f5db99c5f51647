import { deadline, type DeadlineRule } from '../../domain/calendar/deadlines';
import { safeBy } from '../../domain/calendar/safe-day';
import { addDays, formatDay, type Day } from '../../domain/calendar/day';
import { latestApproval, type PaymentRule } from '../../domain/calendar/payment-dates';
import { labelOf, type Half } from '../../domain/calendar/half';
import { plural } from '../../domain/text/plural';

/** The lead times of a plan. */
export interface SafetyDays {
  reviewDays: number;
  proofDays: number;
  /** The day by which the payment must arrive; null if it doesn't matter. */
  payBy: Day | null;
}

/** One chain of steps back from a fixed day to the last safe day of an activity. */
export interface SafetyChain {
  /** From the fixed day back to the end of the activity. */
  steps: readonly { day: Day; said: string }[];
  day: Day;
  /** The fixed day and what it is, for a sentence. */
  from: string;
  /** Whether no other chain ends earlier: this one decides. */
  decides: boolean;
}

/** The last day an activity may end, and the chains it was calculated from. */
export interface SafeDay {
  day: Day;
  /** No activity is safe because use begins after this day. */
  isBeforeUse: boolean;
  chains: readonly SafetyChain[];
  /** The same as a formula, for Explain. */
  formula: string;
}

/** Calculates back from the deadlines of a half's co-op to the last safe day of its activities: COOP.SAFEBY with every step. */
export function safeDayOf(earned: Half, { reviewDays, proofDays, payBy }: SafetyDays, dates: DeadlineRule, payment: PaymentRule): SafeDay {
  const [usageEnd, claim, resolution] = [
    deadline(earned, 'usage end', dates),
    deadline(earned, 'claim', dates),
    deadline(earned, 'resolution', dates),
  ];
  const review = (approved: Day): SafetyChain['steps'] => [
    { day: addDays(approved, -reviewDays), said: `Submit the claim (${plural(reviewDays, 'day')} for review)` },
    { day: addDays(approved, -reviewDays - proofDays), said: `End the activity (${plural(proofDays, 'day')} for proof)` },
  ];
  const ways: { from: string; steps: SafetyChain['steps'] }[] = [
    {
      from: `${formatDay(usageEnd)}, when the usage period ends`,
      steps: [{ day: usageEnd, said: 'End the activity (the usage period ends)' }],
    },
    {
      from: `${formatDay(claim)}, the claim deadline`,
      steps: [
        { day: claim, said: 'Submit the claim (claim deadline)' },
        { day: addDays(claim, -proofDays), said: `End the activity (${plural(proofDays, 'day')} for proof)` },
      ],
    },
    {
      from: `${formatDay(resolution)}, the resolution deadline`,
      steps: [{ day: resolution, said: 'Get the claim approved (resolution deadline)' }, ...review(resolution)],
    },
  ];
  if (payBy) {
    const approved = latestApproval(payBy, payment);
    ways.unshift({
      from: `${formatDay(payBy)}, the payment date you set`,
      steps: [
        { day: payBy, said: 'Get paid (the date you set)' },
        { day: approved, said: 'Get the claim approved (payment cutoff)' },
        ...review(approved),
      ],
    });
  }
  const day = safeBy({ earned, payBy, reviewDays, proofDays, dates, payment });
  const chains = ways.map(({ from, steps }) => ({ from, steps, day: steps.at(-1)!.day, decides: steps.at(-1)!.day === day }));
  const given = [`"${labelOf(earned)}"`, payBy ? `"${payBy}"` : '', String(reviewDays), String(proofDays)];
  return { day, isBeforeUse: day < deadline(earned, 'usage start', dates), chains, formula: `=COOP.SAFEBY(${given.join(',')})` };
}
