import { titleOf } from '../../domain/activities/activity';
import { isReviewOver } from '../../domain/claims/creative-review';
import { programOutline, outlineText, type OutlineContacts } from '../../domain/activities/program-outline';
import { formatDay, type Day } from '../../domain/calendar/day';
import { formatUsd } from '../../domain/money/money';
import { plural } from '../../domain/text/plural';
import type { ToDo } from '../../domain/to-do/to-do';
import { REVIEW_ADDRESS } from '../../rulebook/claiming';
import type { PlanningRead } from '../store/planning-store';

/** A text to ask someone. */
export interface AskText {
  /** '' is what is open; otherwise an activity's ID. */
  id: string;
  /** Its name in a list of choices. */
  label: string;
}

/** The texts there are: all open questions, and an outline for each activity that hasn't started. */
export const askTexts = ({ activities }: PlanningRead, asOf: Day): AskText[] => [
  { id: '', label: 'Open questions' },
  ...activities
    .map(({ value }) => value)
    .filter(({ status, start }) => status !== 'done' && status !== 'canceled' && !isReviewOver(start, asOf))
    .map((activity) => ({ id: activity.id, label: `Outline for a pre-approval: ${titleOf(activity) || activity.id}` })),
];

/** What is open, for a colleague or Microsoft: each with its day, its reason, and the money that depends on it. */
export function openQuestions(list: readonly ToDo[], asOf: Day): string {
  const questions = list
    .slice(0, MAX_QUESTIONS)
    .flatMap(({ what, why, due, atRisk }, index) => [
      `${index + 1}. ${what}`,
      `   ${[...(due === null ? [] : [`By ${formatDay(due)}.`]), ...(atRisk > 0 ? [`${formatUsd(atRisk)} at risk.`] : []), why].join(' ')}`,
    ]);
  const rest = list.length - MAX_QUESTIONS;
  return [
    `Co-op: open questions as of ${formatDay(asOf)}`,
    '',
    ...(questions.length > 0 ? questions : ['Nothing is open.']),
    ...(rest > 0 ? [`And ${plural(rest, 'more item')}.`] : []),
    '',
    'Please say what you know about each.',
  ].join('\n');
}

/** More than a message can have. */
const MAX_QUESTIONS = 30;

/** The outline of an activity as an email; null if it is no longer in the plan. */
export function outlineFor(id: string, { activities, settings: { contacts = {} } }: PlanningRead): string | null {
  const activity = activities.find(({ value }) => value.id === id)?.value;
  if (!activity) return null;
  const { microsoft = '', distributor = '', company = '' } = contacts;
  const to: OutlineContacts = { to: REVIEW_ADDRESS, microsoft, distributor, company };
  return outlineText(programOutline(activity, to));
}
