import type { Activity } from '../activities/activity';
import type { Finding, FindingAbout } from '../finding';

/** The field of an activity, or the expense by its ID, that a finding stands beside. */
export type PlanField = keyof Activity | `expense:${string}`;

/** The topic in the rulebook of the rule a finding rests on. */
export type PlanRule = 'activity' | 'deadline' | 'threshold' | 'cap';

/** Advice about an activity, beside the field it is about. A finding without a rule rests on the plan itself. */
export interface FieldFinding extends Finding {
  field: PlanField;
  rule: PlanRule | null;
}

/** Puts a finding beside a field. */
export const findingAt = (field: PlanField, rule: PlanRule | null, { level, message }: Finding): FieldFinding => ({
  level,
  message,
  field,
  rule,
});

/** Puts what a check finds beside the field it is about. */
export function besideItsField(finding: Finding): FieldFinding {
  const [field, rule] = PLACES[finding.about!];
  return findingAt(field, rule, finding);
}

const PLACES: Record<FindingAbout, [PlanField, PlanRule | null]> = {
  activity: ['activity', 'activity'],
  'pre-approval': ['preApproved', 'activity'],
  content: ['content', 'activity'],
  core: ['meetsCore', 'activity'],
  start: ['start', 'deadline'],
  end: ['end', 'deadline'],
  claim: ['end', 'deadline'],
  threshold: ['fund', 'threshold'],
  funds: ['budget', null],
  cap: ['budget', 'cap'],
  attendees: ['attendees', 'cap'],
};
