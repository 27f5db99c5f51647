import type { ReactNode } from 'react';
import type { Activity } from '../../../../../domain/activities/activity';
import type { Cents } from '../../../../../domain/money/money';
import type { ActivityFacts } from '../../../../../planner/activities/activity-view';
import type { ActivityForm, FormField } from '../../../../../planner/activities/activity-form';

/** The props of every part of the editor. */
export interface EditorPart {
  form: ActivityForm;
  /** The form as in the sheet. */
  began: ActivityForm;
  activity: Activity;
  mistakes: ReadonlyMap<FormField, string>;
  facts: ActivityFacts;
  /** The amount the fund has left for it, in US dollars. */
  left: Cents | null;
  type: (change: Partial<ActivityForm>) => void;
  /** The findings that belong to a field, ready to show. */
  findingsAt: (field: string) => ReactNode;
}
