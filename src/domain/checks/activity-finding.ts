import type { Activity } from '../activities/activity';
import type { Finding, FindingAbout } from '../finding';

/** The field of an activity, or the ID of an expense, that a finding is about. */
export type PlanField = keyof Activity | `expense:${string}`;

/** The rulebook topic of the rule behind a finding. */
export type PlanRule = 'activity' | 'deadline' | 'threshold' | 'cap';

/** Advice about an activity, with the field it is about. A finding without a rule comes from the plan itself. */
export interface FieldFinding extends Finding {
  field: PlanField;
  rule: PlanRule | null;
  /** Co-op pays nothing for the activity, although this doesn't block it. */
  isUnpaid?: true;
}

/** Adds the field to a finding. */
export const findingAt = (field: PlanField, rule: PlanRule | null, { level, message }: Finding): FieldFinding => ({
  level,
  message,
  field,
  rule,
});

/** Adds the field to the findings of a check. */
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
  funds: ['coopShare', null],
  cap: ['coopShare', 'cap'],
  attendees: ['attendees', 'cap'],
};
