import type { Claim } from '../../domain/claims/claim';
import { followForm, isSame, type FollowedForm } from '../store/merge-form';
import type { Stored } from '../store/planning-store';
import { formOf, type ClaimForm } from './claim-form';

/** A claim that is being edited. */
export interface ClaimDraft extends FollowedForm<ClaimForm, Claim> {
  /** Its row is no longer in the sheet. */
  isGone: boolean;
}

/** Whether anything was typed that isn't in the sheet. */
export const isUnsaved = ({ base, began, form }: ClaimDraft): boolean => base === null || !isSame(began, form);

/** A claim as it is opened, before anything is typed. */
export function draftOf(claim: Claim, base: Stored<Claim> | null): ClaimDraft {
  const form = formOf(claim);
  return { base, began: form, form, clashes: [], isGone: false };
}

/**
 * Updates a draft from its current row: unedited fields take the sheet's values, and fields that both sides changed are
 * reported. Null if the row is gone and nothing is unsaved.
 */
export function followed(draft: ClaimDraft, now: Stored<Claim> | null): ClaimDraft | null {
  if (now === null) return isUnsaved(draft) ? (draft.isGone ? draft : { ...draft, isGone: true }) : null;
  if (!isUnsaved(draft)) return now === draft.base ? draft : draftOf(now.value, now);
  const beside = followForm(draft, now, formOf(now.value));
  return beside.isGone ? { ...beside, isGone: false } : beside;
}

/** The display name of a claim: its name, or else its activity. */
export const nameOf = ({ name, activity }: Pick<Claim, 'name' | 'activity'>): string => name || activity || 'Untitled claim';
