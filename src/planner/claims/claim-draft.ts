import type { Claim } from '../../domain/claims/claim';
import { followForm, isSame, type FollowedForm } from '../store/merge-form';
import type { Stored } from '../store/planning-store';
import { formOf, type ClaimForm } from './claim-form';

/** A claim that is being worked on. */
export interface ClaimDraft extends FollowedForm<ClaimForm, Claim> {
  /** Its row has gone from the sheet. */
  isGone: boolean;
}

/** Whether anything was typed that isn't in the sheet. */
export const isUnsaved = ({ base, began, form }: ClaimDraft): boolean => base === null || !isSame(began, form);

/** A claim as it is opened, nothing typed into it yet. */
export function draftOf(claim: Claim, base: Stored<Claim> | null): ClaimDraft {
  const form = formOf(claim);
  return { base, began: form, form, clashes: [], isGone: false };
}

/**
 * A draft next to its row as it is now: fields no one typed into take what the sheet says, and what both sides changed is
 * reported. Null where there is nothing left of it.
 */
export function followed(draft: ClaimDraft, now: Stored<Claim> | null): ClaimDraft | null {
  if (now === null) return isUnsaved(draft) ? (draft.isGone ? draft : { ...draft, isGone: true }) : null;
  if (!isUnsaved(draft)) return now === draft.base ? draft : draftOf(now.value, now);
  const beside = followForm(draft, now, formOf(now.value));
  return beside.isGone ? { ...beside, isGone: false } : beside;
}

/** What a claim is called; one without a name goes by its activity. */
export const nameOf = ({ name, activity }: Pick<Claim, 'name' | 'activity'>): string => name || activity || 'Untitled claim';
