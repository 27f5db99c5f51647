import type { Activity } from '../../../../domain/activity';
import type { Kept } from '../../../planning/planning-store';
import { formOf, type ActivityForm, type ExpenseForm } from './form';

/** An activity that is being written and not saved yet. */
export interface Draft {
  /** The row it was read from; null for a new activity. */
  base: Kept<Activity> | null;
  /** What it was when writing began. */
  was: Activity;
  /** The form as it would be if nobody here had typed anything: it follows the sheet. */
  began: ActivityForm;
  form: ActivityForm;
  /** Fields that were changed here and in the sheet, with what the sheet says now. */
  clashes: readonly Clash[];
  /** Its row has gone from the sheet. */
  isGone: boolean;
}

/** A field that was changed on both sides. */
export interface Clash {
  field: keyof ActivityForm;
  theirs: ActivityForm[keyof ActivityForm];
}

/** Begins to write on an activity of the sheet, or on a new one. */
export function draftOf(was: Activity, base: Kept<Activity> | null): Draft {
  const form = formOf(was);
  return { base, was, began: form, form, clashes: [], isGone: false };
}

/** Whether anything was typed that the sheet does not hold. */
export const isUnsaved = ({ began, form, isGone }: Draft): boolean => isGone || !isSame(began, form);

/**
 * Takes over what was changed in the sheet meanwhile: fields nobody typed into follow it, the others stay and are told.
 * Its base stays too, so that saving still knows what both sides began with.
 */
export function follow(draft: Draft, now: Activity | null): Draft {
  if (draft.base === null) return draft;
  if (now === null) return draft.isGone ? draft : { ...draft, isGone: true };
  const theirs = formOf(now);
  if (isSame(theirs, draft.began) && !draft.isGone) return draft;
  const form: ActivityForm = { ...draft.form };
  const clashes: Clash[] = [];
  for (const field of Object.keys(theirs) as (keyof ActivityForm)[]) {
    if (isSame(theirs[field], draft.began[field])) {
      const told = draft.clashes.find((clash) => clash.field === field);
      if (told && !isSame(form[field], theirs[field])) clashes.push(told);
    } else if (field === 'expenses') {
      const merged = mergeExpenses(draft.form.expenses, draft.began.expenses, theirs.expenses);
      form.expenses = merged.lines;
      if (merged.clash) clashes.push({ field, theirs: theirs.expenses });
    } else if (isSame(draft.form[field], draft.began[field]) || isSame(draft.form[field], theirs[field])) {
      Object.assign(form, { [field]: theirs[field] });
    } else {
      clashes.push({ field, theirs: theirs[field] });
    }
  }
  return { ...draft, form, began: theirs, clashes, isGone: false };
}

/** Gives a field up for what the sheet says. */
export function takeTheirs(draft: Draft, field: keyof ActivityForm): Draft {
  const clash = draft.clashes.find((one) => one.field === field);
  if (!clash) return draft;
  return { ...draft, form: { ...draft.form, [field]: clash.theirs }, clashes: draft.clashes.filter((one) => one !== clash) };
}

/** Line by line: a line touched here stays as it is here, every other is as in the sheet. */
function mergeExpenses(ours: readonly ExpenseForm[], began: readonly ExpenseForm[], theirs: readonly ExpenseForm[]): { lines: ExpenseForm[]; clash: boolean } {
  const find = (lines: readonly ExpenseForm[], id: string): ExpenseForm | undefined => lines.find((line) => line.id === id);
  let clash = false;
  const lines: ExpenseForm[] = [];
  for (const line of theirs) {
    const mine = find(ours, line.id);
    const was = find(began, line.id);
    const touchedHere = !isSame(mine, was);
    const touchedThere = !isSame(line, was);
    if (touchedHere && touchedThere && !isSame(mine, line)) clash = true;
    const kept = touchedHere ? mine : line;
    if (kept) lines.push(kept);
  }
  for (const line of ours) {
    if (find(theirs, line.id)) continue;
    const was = find(began, line.id);
    if (was && isSame(was, line)) continue;
    if (was) clash = true;
    lines.push(line);
  }
  return { lines, clash };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
