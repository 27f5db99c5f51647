import { findingsOnDays } from './check-dates';
import { findingsOnMoney } from './check-funds';
import { blocking, note, warning, type Finding } from '../finding';
import { formatShare } from '../money/money';
import type { ActivityRules, PlannedActivity } from './planned-activity';

/** Looks at a planned activity: blocking findings first, then warnings, then notes. Throws "bad input" if it ends before it starts. */
export function checkActivity(plan: PlannedActivity, rules: ActivityRules): Finding[] {
  const findings = [...findingsOnSheet(plan, rules), ...findingsOnDays(plan, rules), ...findingsOnMoney(plan, rules)];
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

const LEVELS = ['blocking', 'warning', 'note'] as const;

function findingsOnSheet({ name, program, start }: PlannedActivity, { sheet }: ActivityRules): Finding[] {
  if (!sheet) return [blocking(`the guidebook of ${start} does not list "${name}".`, 'activity')];
  if (!sheet.isOpen) return [blocking(`${program} may not use co-op for "${name}".`, 'activity')];
  return [
    ...(sheet.preApproval === 'required' ? [warning('Microsoft must approve it before it starts.', 'pre-approval')] : []),
    ...(sheet.preApproval === 'optional creative review'
      ? [
          note(
            'Microsoft reviews creative material beforehand if asked; it does not have to, and it is no promise of payment.',
            'pre-approval',
          ),
        ]
      : []),
    ...(sheet.isSourced ? [] : [note('its requirements are not in our sources: check the guidebook.', 'activity')]),
    ...(sheet.leastContent === null ? [] : [note(contentText(sheet.leastContent), 'content')]),
    ...(sheet.isAllOrNothing ? [note('an event that misses a core requirement is not reimbursed in part either.', 'core')] : []),
  ];
}

/** How much of an activity must be about Microsoft's products. */
export function contentText(share: number): string {
  const least = share === 1 ? 'all' : `at least ${formatShare(share)}`;
  return `${least} of its content must further the program's Microsoft products.`;
}
