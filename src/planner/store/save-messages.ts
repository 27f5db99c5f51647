import type { SavePlan } from '../../storage/planning/save-planning';

/** Why nothing was saved. */
export const NOT_READ = 'The workbook could not be read yet, so nothing was written. Try again in a moment.';

/** Why nothing was undone. */
export const CHANGED_SINCE = 'Somebody has changed these rows since, so nothing was undone.';

/** Why rows were not found again. */
export function describeDeleted(gone: SavePlan['gone']): string {
  const what = gone.some(({ id }) => id.startsWith('#'))
    ? 'A row without an ID has changed in the sheet since it was opened, and cannot be told from others'
    : 'Somebody has deleted this in the sheet since it was opened';
  return `${what}. Nothing was written, and what you entered is still here: save it again to keep it as a new row.`;
}
