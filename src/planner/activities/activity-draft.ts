import type { Activity } from '../../domain/activities/activity';
import { followForm, isSame, type FollowedForm } from '../store/merge-form';
import type { Stored } from '../store/planning-store';
import { formOf, type ActivityForm } from './activity-form';

/** An activity that is being edited and isn't saved yet. */
export interface Draft extends FollowedForm<ActivityForm, Activity> {
  /** What it was when editing began. */
  was: Activity;
  /** Its row is no longer in the sheet. */
  isGone: boolean;
}

/** Starts editing an activity of the sheet, or a new one. */
export function draftOf(was: Activity, base: Stored<Activity> | null): Draft {
  const form = formOf(was);
  return { base, was, began: form, form, clashes: [], isGone: false };
}

/** Whether anything was typed that isn't in the sheet. */
export const isUnsaved = ({ began, form, isGone }: Draft): boolean => isGone || !isSame(began, form);

/** Updates a draft from its current row; null if the row is gone. */
export function follow(draft: Draft, now: Stored<Activity> | null): Draft {
  if (draft.base === null) return draft;
  if (now === null) return draft.isGone ? draft : { ...draft, isGone: true };
  const followed = followForm(draft, now, formOf(now.value));
  return followed.isGone ? { ...followed, isGone: false } : followed;
}
