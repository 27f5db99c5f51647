import { deadline, type DeadlineRule } from '../../domain/calendar/deadlines';
import { safeBy } from '../../domain/calendar/safe-day';
import { addDays, type Day } from '../../domain/calendar/day';
import { latestApproval, type PaymentRule } from '../../domain/calendar/payment-dates';
import { labelOf, type Half } from '../../domain/calendar/half';

/** What a plan leaves time for. */
export interface SafetyDays {
  reviewDays: number;
  proofDays: number;
  /** The day the money must have arrived by; null where it does not matter. */
  payBy: Day | null;
}

/** One way to work back from a fixed day to the last safe day of an activity. */
export interface SafetyChain {
  /** From the fixed day back to the end of the activity. */
  steps: readonly { day: Day; said: string }[];
  day: Day;
  /** The fixed day and what it is, for a sentence. */
  from: string;
  /** Whether no other chain ends earlier: this one decides. */
  decides: boolean;
}

/** The last day an activity may end, and every chain of days it was worked back from. */
export interface SafeDay {
  day: Day;
  /** No activity is safe, as use begins after it. */
  isBeforeUse: boolean;
  chains: readonly SafetyChain[];
  /** The same as a formula, for Explain. */
  formula: string;
}

/** Works back from the days of a half's co-op to the last safe day of its activities: COOP.SAFEBY, with every step of the way. */
export function safeDayOf(earned: Half, { reviewDays, proofDays, payBy }: SafetyDays, dates: DeadlineRule, payment: PaymentRule): SafeDay {
  const [usageEnd, claim, resolution] = [
    deadline(earned, 'usage end', dates),
    deadline(earned, 'claim', dates),
    deadline(earned, 'resolution', dates),
  ];
  const review = (approved: Day): SafetyChain['steps'] => [
    { day: addDays(approved, -reviewDays), said: `submit the claim: ${daysOf(reviewDays)} for review` },
    { day: addDays(approved, -reviewDays - proofDays), said: `end the activity: ${daysOf(proofDays)} for proof` },
  ];
  const ways: { from: string; steps: SafetyChain['steps'] }[] = [
    { from: `${usageEnd}, when the usage period ends`, steps: [{ day: usageEnd, said: 'end the activity: the usage period ends' }] },
    {
      from: `${claim}, the claim deadline`,
      steps: [
        { day: claim, said: 'submit the claim: the claim deadline' },
        { day: addDays(claim, -proofDays), said: `end the activity: ${daysOf(proofDays)} for proof` },
      ],
    },
    {
      from: `${resolution}, the resolution deadline`,
      steps: [{ day: resolution, said: 'have it approved: the resolution deadline' }, ...review(resolution)],
    },
  ];
  if (payBy) {
    const approved = latestApproval(payBy, payment);
    ways.unshift({
      from: `${payBy}, the day you set for the money to be there`,
      steps: [
        { day: payBy, said: 'be paid: the day you set' },
        { day: approved, said: 'have it approved: the payment cut-off before' },
        ...review(approved),
      ],
    });
  }
  const day = safeBy({ earned, payBy, reviewDays, proofDays, dates, payment });
  const chains = ways.map(({ from, steps }) => ({ from, steps, day: steps.at(-1)!.day, decides: steps.at(-1)!.day === day }));
  const given = [`"${labelOf(earned)}"`, payBy ? `"${payBy}"` : '', String(reviewDays), String(proofDays)];
  return { day, isBeforeUse: day < deadline(earned, 'usage start', dates), chains, formula: `=COOP.SAFEBY(${given.join(',')})` };
}

const daysOf = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
