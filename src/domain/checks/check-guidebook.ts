import { formatDay } from '../calendar/day';
import type { Finding } from '../finding';
import { blocking, note, warning } from '../new-finding';
import { formatShare } from '../money/money';
import type { ActivityRules, PlannedActivity } from './planned-activity';

/** Whether the guidebook lists an activity, whether its program may use it, and what it requires. */
export function checkGuidebook({ name, program, start }: PlannedActivity, { requirements, isExcluded }: ActivityRules): Finding[] {
  if (!requirements)
    return [
      blocking(
        isExcluded ? 'CoopRules says it is not eligible.' : `the guidebook of ${formatDay(start)} does not list "${name}".`,
        'activity',
      ),
    ];
  if (!requirements.isOpen) return [blocking(`${program} can't use co-op for "${name}".`, 'activity')];
  return [
    ...(requirements.preApproval === 'required' ? [warning(MUST_BE_APPROVED, 'pre-approval')] : []),
    ...(requirements.preApproval === 'optional creative review'
      ? [
          note(
            "Microsoft can review creative material beforehand if you ask. It is optional and doesn't guarantee payment.",
            'pre-approval',
          ),
        ]
      : []),
    ...(requirements.needsPlanApproval && requirements.preApproval !== 'required' ? [note(PLAN_MUST_BE_APPROVED, 'pre-approval')] : []),
    ...(requirements.isSourced ? [] : [note("its requirements aren't in our sources. Check the guidebook.", 'activity')]),
    ...(requirements.leastContent === null ? [] : [note(contentText(requirements.leastContent), 'content')]),
    ...(requirements.isAllOrNothing ? [note("an event that misses a core requirement isn't reimbursed, not even in part.", 'core')] : []),
  ];
}

/** Microsoft's blog on FY24 names who may approve; no later source repeats it. */
const PLAN_MUST_BE_APPROVED =
  'Surface plans need the approval of a Microsoft go-to-market, partner development, or partner marketing manager (last stated for FY24).';

/** Microsoft's approval comes first. */
export const MUST_BE_APPROVED = 'Microsoft must approve it before it starts.';

/** How much of an activity's content must be Microsoft's, and how much is, if known. */
export function contentText(least: number, now: number | null = null): string {
  const isNow = now === null ? '' : ` (now ${formatShare(now)})`;
  return `content must be ${least === 1 ? '' : 'at least '}${formatShare(least)} Microsoft${isNow}.`;
}
