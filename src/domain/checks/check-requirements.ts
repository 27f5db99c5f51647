import type { Activity } from '../activities/activity';
import type { ActivityRequirements } from '../activities/requirements';
import { findingAt, type FieldFinding } from './activity-finding';
import { contentText, MUST_BE_APPROVED } from './check-guidebook';
import type { ActivityRules } from './planned-activity';
import { formatDay, type Day } from '../calendar/day';
import { blocking, note, warning } from '../new-finding';

/** Findings on the requirements the user answered. For the others, checkGuidebook lists what is required. */
export function findingsOnRequirements(activity: Activity, { requirements, cap }: ActivityRules, asOf: Day): FieldFinding[] {
  if (!requirements?.isOpen) return [];
  return [
    ...onContent(activity, requirements.leastContent),
    ...onCore(activity, requirements),
    ...onPreApproval(activity, requirements.preApproval, asOf),
    ...onAttendees(activity, cap),
  ];
}

/** The requirements without an answer. Required approval is checked above, once the day is known. */
export const untold = ({ content, meetsCore, preApproved }: Activity, requirements: ActivityRequirements): ActivityRequirements => ({
  ...requirements,
  leastContent: content === null ? requirements.leastContent : null,
  isAllOrNothing: meetsCore === null && requirements.isAllOrNothing,
  preApproval: preApproved === null && requirements.preApproval !== 'required' ? requirements.preApproval : 'none',
});

function onContent({ content }: Activity, least: number | null): FieldFinding[] {
  if (content === null) return [];
  if (least !== null && content < least) return [findingAt('content', 'activity', blocking(contentText(least, content)))];
  if (content === 0)
    return [
      findingAt('content', 'activity', warning('none of the content is about Microsoft products. The claim needs supporting documents.')),
    ];
  return [];
}

function onCore({ meetsCore }: Activity, { core, isAllOrNothing }: ActivityRequirements): FieldFinding[] {
  if (core.length === 0 || meetsCore === true) return [];
  const asked = core.join('; ');
  if (meetsCore === null) return [findingAt('meetsCore', 'activity', note(`confirm that it meets the core requirements: ${asked}.`))];
  return [
    isAllOrNothing
      ? findingAt('meetsCore', 'activity', blocking(`nothing is paid without the core requirements: ${asked}.`))
      : findingAt('meetsCore', 'activity', warning(`a claim without the core requirements may be rejected: ${asked}.`)),
  ];
}

function onPreApproval({ preApproved, start, status }: Activity, asked: ActivityRequirements['preApproval'], asOf: Day): FieldFinding[] {
  if (start === null || asked === 'none') return [];
  if (preApproved === null) {
    if (asked !== 'required') return [];
    const isTooLate = status === 'done' || start <= asOf;
    return [
      findingAt(
        'preApproved',
        'activity',
        isTooLate
          ? blocking(`Microsoft must approve it before it starts, and it's already ${formatDay(start)}.`)
          : warning(MUST_BE_APPROVED),
      ),
    ];
  }
  if (preApproved < start) return [];
  const said = `approved on ${formatDay(preApproved)}, but it starts on ${formatDay(start)}. Approval must come first, and the material can't change after it.`;
  return [findingAt('preApproved', 'activity', asked === 'required' ? blocking(said) : warning(said))];
}

function onAttendees({ attendees }: Activity, cap: ActivityRules['cap']): FieldFinding[] {
  if (cap.kind !== 'travel' || attendees !== null) return [];
  return [findingAt('attendees', 'cap', note(`enter the number of attendees. The cap is checked for ${cap.people}.`))];
}
