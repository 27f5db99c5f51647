import type { SavePlan } from '../../storage/planning/save-planning';

/** Why nothing was saved. */
export const NOT_READ = "The workbook couldn't be read yet, so nothing was written. Try again in a moment.";

/** Why nothing was undone. */
export const CHANGED_SINCE = 'Someone has changed these rows since, so nothing was undone.';

/** What was undone, from the sentence that reported the save. */
export const describeUndone = (saved: string): string => `Undone: ${saved.charAt(0).toLowerCase()}${saved.slice(1)}`;

/** Why rows couldn't be found. */
export function describeDeleted(gone: SavePlan['gone']): string {
  const what = gone.some(({ id }) => id.startsWith('#'))
    ? "A row without an ID changed in the sheet after you opened it, and can't be identified"
    : 'Someone deleted this in the sheet after you opened it';
  return `${what}. Nothing was written, and what you entered is still here. Save again to keep it as a new row.`;
}

/** Why a fund wasn't entered. */
export const FUND_IS_THERE = 'The workbook has this fund by now, so nothing was written. See its row in the table CoopFunds.';
