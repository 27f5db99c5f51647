import type { Activity } from '../activities/activity';
import { formatDay, formatDays, addDays, type Day } from '../calendar/day';
import type { Claim } from './claim';
import { formatIn } from '../money/currency';

/** The activity a review is requested for. */
export type ReviewSubject = Pick<
  Activity,
  'title' | 'activity' | 'description' | 'start' | 'end' | 'fund' | 'budget' | 'currency' | 'solutionArea'
>;

/** Who gets a request for creative review, and who is copied. Empty if not entered. */
export interface ReviewContacts {
  /** The address for requests at Microsoft. */
  to: string;
  /** The partner's contact at Microsoft. */
  microsoft: string;
  distributor: string;
  /** Who sends the request. */
  company: string;
}

/** A request for creative review, ready to send, or why there is none. */
export type ReviewRequest = { to: string; copy: string; subject: string; body: string } | { refusal: string };

/** Whether it is too late for a review: from its first day on, an activity uses its material. */
export const isReviewOver = (start: Day | null, asOf: Day): boolean => start !== null && start <= asOf;

/** What a review is requested for if a claim was started early: from the claim, with its activity's outline and budget if it is in the plan. */
export function reviewSubject(
  { activity, start, end, fund, currency, amount, solutionAreas }: Claim,
  planned: Activity | null,
): ReviewSubject {
  // a claim of a co-op share doesn't say what the activity costs
  const isOfPlan = planned !== null && (amount === null || planned.coopShare !== null);
  const cost = isOfPlan ? { budget: planned.budget, currency: planned.currency } : { budget: amount, currency };
  return {
    title: planned?.title ?? '',
    activity,
    description: planned?.description ?? '',
    start,
    end,
    fund,
    solutionArea: solutionAreas,
    ...cost,
  };
}

/**
 * The email that asks Microsoft to review creative material before an activity. It is optional, possible only before
 * execution, binds the partner to the material as reviewed, and doesn't promise payment.
 */
export function reviewRequest(activity: ReviewSubject, contacts: ReviewContacts, asOf: Day): ReviewRequest {
  const { start, end, fund } = activity;
  if (isReviewOver(start, asOf)) {
    return {
      refusal: `The activity began on ${formatDay(start!)}, so it's too late for a creative review. Material is reviewed only before it's used.`,
    };
  }
  const cost = activity.budget === null ? '[cost]' : formatIn(activity.budget, activity.currency);
  const dates = start === null ? '[dates]' : formatDays(start, end ?? start);
  const company = contacts.company || '[company]';
  const body = [
    'Hello,',
    '',
    `Please review the attached creative material for a co-op activity planned by ${company}.`,
    '',
    ...(activity.title === '' ? [] : [`Title: ${activity.title}`]),
    `Activity: ${activity.activity || '[activity]'}`,
    `Outline: ${activity.description || "[what it is, who it's for, and which Microsoft products it's about]"}`,
    `Dates: ${dates}`,
    `Cost: ${cost}`,
    ...(activity.solutionArea === '' ? [] : [`Solution area: ${activity.solutionArea}`]),
    `Program: ${fund?.program ?? '[program]'}`,
    `Partner ID: ${fund?.partnerId ?? '[Partner ID]'}`,
    'Attached: [the material as it will be used]',
    '',
    `It hasn't been used yet${start === null ? '' : `. An answer by ${formatDay(addDays(start, -1))} would let us use it as planned`}. ` +
      "Once it's reviewed, we'll use it without changes. We understand that a review doesn't guarantee payment of the claim.",
    '',
    'Thank you',
    company,
  ].join('\n');
  return {
    to: contacts.to,
    copy: [contacts.microsoft || '[your Microsoft contact]', contacts.distributor || '[your distributor]'].join('; '),
    subject: `Co-op creative review: ${activity.activity || '[activity]'}, ${dates}, Partner ID ${fund?.partnerId ?? '[Partner ID]'}`,
    body,
  };
}
