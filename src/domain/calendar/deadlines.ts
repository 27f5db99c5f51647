import { addDays, addMonths, yearOf, type Day } from './day';
import { firstDay, halfOf, lastDay, nextHalf, type Half } from './half';

/** A day of every year, written mm-dd. */
export type MonthDay = `${number}-${number}`;

/** The dates after a usage half, as the sources print them. Keyed by the usage half: 1 is July to December. */
export interface DeadlineRule {
  claimOpens: Record<1 | 2, MonthDay>;
  claim: Record<1 | 2, MonthDay>;
  resolution: Record<1 | 2, MonthDay>;
  /** Months after the claim deadline that proof must be kept. */
  retentionMonths: number;
  /** Days after the activity's end in which to claim, as advised; only the claim deadline is binding. */
  advisedDays: number;
}

/** The days in the life of a half's co-op, the most asked for first. */
export const MILESTONES = [
  'claim',
  'earning start',
  'earning end',
  'usage start',
  'usage end',
  'claim opens',
  'resolution',
  'retention',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** The phase of a half's co-op on a day. */
export type Stage = 'not begun' | 'earning' | 'usage' | 'claim only' | 'resolution only' | 'closed';

/** The dates that apply to a claim. */
export interface ClaimDays {
  usageStart: Day;
  usageEnd: Day;
  claimOpens: Day;
  claimDeadline: Day;
  resolutionDeadline: Day;
}

/** The time of day at which every deadline closes. */
export const CLOSING_TIME = '23:59:59 UTC';

/** The day of a milestone, for the half the money was earned in. The money is used in the next half. */
export function deadline(earningHalf: Half, milestone: Milestone, rule: DeadlineRule): Day {
  const usage = nextHalf(earningHalf);
  switch (milestone) {
    case 'earning start':
      return firstDay(earningHalf);
    case 'earning end':
      return lastDay(earningHalf);
    case 'usage start':
      return firstDay(usage);
    case 'usage end':
      return lastDay(usage);
    case 'claim opens':
      return firstSince(firstDay(usage), rule.claimOpens[usage.half]);
    case 'claim':
      return firstSince(lastDay(usage), rule.claim[usage.half]);
    case 'resolution':
      return firstSince(lastDay(usage), rule.resolution[usage.half]);
    case 'retention':
      return addMonths(deadline(earningHalf, 'claim', rule), rule.retentionMonths);
  }
}

/** The phase of a half's co-op on a day. */
export function stageOn(earningHalf: Half, day: Day, rule: DeadlineRule): Stage {
  if (day < firstDay(earningHalf)) return 'not begun';
  if (day <= lastDay(earningHalf)) return 'earning';
  if (day <= deadline(earningHalf, 'usage end', rule)) return 'usage';
  if (day <= deadline(earningHalf, 'claim', rule)) return 'claim only';
  if (day <= deadline(earningHalf, 'resolution', rule)) return 'resolution only';
  return 'closed';
}

/** The milestones that end something, in order. */
const ENDS = ['earning end', 'usage end', 'claim', 'resolution'] as const satisfies Milestone[];

/** What ends next of a half's co-op, on the day or after it; null if all is over. */
export const nextEnd = (earningHalf: Half, day: Day, rule: DeadlineRule): (typeof ENDS)[number] | null =>
  ENDS.find((milestone) => day <= deadline(earningHalf, milestone, rule)) ?? null;

/** The days of claims on co-op earned in a half. */
export function claimDays(earned: Half, rule: DeadlineRule): ClaimDays {
  return {
    usageStart: deadline(earned, 'usage start', rule),
    usageEnd: deadline(earned, 'usage end', rule),
    claimOpens: deadline(earned, 'claim opens', rule),
    claimDeadline: deadline(earned, 'claim', rule),
    resolutionDeadline: deadline(earned, 'resolution', rule),
  };
}

/** The days that `claimBy` knows, the one that binds first. */
export const CLAIM_BY_KINDS = ['final', 'advised', 'resolution', 'usage end'] as const;

/**
 * The day to claim an activity by: the claim deadline of the usage period of its last day, or the advised day. Also the last
 * day of that usage period, and the deadline to resolve its open claims.
 */
export function claimBy(activityEnd: Day, kind: (typeof CLAIM_BY_KINDS)[number], rule: DeadlineRule): Day {
  if (kind === 'advised') return addDays(activityEnd, rule.advisedDays);
  return deadline(earningHalfFor(activityEnd), kind === 'final' ? 'claim' : kind, rule);
}

/** The half whose co-op pays for an activity on a day: the one before. */
export const earningHalfFor = (activityDay: Day): Half => nextHalf(halfOf(activityDay), -1);

/** Whether a claim is on time. The deadline ends at midnight UTC, so the UTC day of submission counts. */
export const isInTime = (submittedOn: Day, earningHalf: Half, rule: DeadlineRule): boolean =>
  submittedOn <= deadline(earningHalf, 'claim', rule);

/** How long to keep proof of an activity, by three sources: each counts the same number of months from a different day. */
export interface Retention {
  fromActivity: Day;
  fromEarningOrClaims: Day;
  fromClaims: Day;
  /** The latest of the three, which satisfies all. */
  keepUntil: Day;
}

/** The days until which proof of an activity must be kept. */
export function retention(activityEnd: Day, rule: DeadlineRule): Retention {
  const fromActivity = addMonths(activityEnd, rule.retentionMonths);
  // claims close after both the earning half and the activity
  const fromClaims = deadline(earningHalfFor(activityEnd), 'retention', rule);
  return { fromActivity, fromEarningOrClaims: fromClaims, fromClaims, keepUntil: fromClaims };
}

/** The first occurrence of a month and day, on or after a day. */
function firstSince(start: Day, monthDay: MonthDay): Day {
  const sameYear: Day = `${yearOf(start)}-${monthDay}`;
  return sameYear >= start ? sameYear : `${yearOf(start) + 1}-${monthDay}`;
}
