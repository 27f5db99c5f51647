import type { Claim } from '../../../domain/claim-kept';
import type { Kept } from '../../planning/planning-store';
import { formOf, type ClaimForm } from './claim-form';

/** A claim that is being worked on. */
export interface ClaimDraft {
  /** The row it was read from; null for one that is not in the sheet yet. */
  base: Kept<Claim> | null;
  /** The form as it would be if nobody here had typed anything. */
  began: ClaimForm;
  form: ClaimForm;
  isGone: boolean;
}

/** Whether anything was typed that the sheet does not hold. */
export const isUnsaved = ({ base, began, form }: ClaimDraft): boolean => base === null || JSON.stringify(began) !== JSON.stringify(form);

/** A claim as it is opened, nothing typed into it yet. */
export function draftOf(claim: Claim, base: Kept<Claim> | null): ClaimDraft {
  const form = formOf(claim);
  return { base, began: form, form, isGone: false };
}

/** A draft beside its row as it is now: fields nobody typed into take what the sheet says. Null where there is nothing left of it. */
export function followed(draft: ClaimDraft, now: Kept<Claim> | null): ClaimDraft | null {
  if (now === null) return isUnsaved(draft) ? (draft.isGone ? draft : { ...draft, isGone: true }) : null;
  if (!isUnsaved(draft)) return now === draft.base ? draft : draftOf(now.value, now);
  const sheet = formOf(now.value);
  const theirs = Object.fromEntries(Object.entries(sheet).filter(([field]) => isFollowed(draft, sheet, field as keyof ClaimForm)));
  if (Object.keys(theirs).length === 0) return draft.isGone ? { ...draft, isGone: false } : draft;
  return { ...draft, began: { ...draft.began, ...theirs }, form: { ...draft.form, ...theirs }, isGone: false };
}

/** Whether a field takes what the sheet says now. Its lines and proof do with the next save, which knows their rows. */
function isFollowed({ began, form }: ClaimDraft, sheet: ClaimForm, field: keyof ClaimForm): boolean {
  if (field === 'lines' || field === 'proof') return false;
  const [was, typed, now] = [began[field], form[field], sheet[field]].map((value) => JSON.stringify(value));
  return typed === was && now !== was;
}

/** What a claim is called; one without a name goes by its activity. */
export const nameOf = ({ name, activity }: Pick<Claim, 'name' | 'activity'>): string => name || activity || 'Claim without a name';
