import { groupBy } from '../../domain/group-by';
import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import { isOpenTo } from '../../rulebook/requirements';
import { fold } from '../../rulebook/names';
import { ACTIVITY_NAMES } from '../../rulebook/rules/activities';
import type { Category } from '../../rulebook/rules/requirements';
import type { ProgramId } from '../../rulebook/rules/programs';

/** A category of the guidebook with the activities found in it. */
export interface CategoryFound {
  category: Category;
  activities: readonly string[];
}

/** The guidebook's activities on a day that a program may use and that match a text, by category. An empty text matches all. */
export function findInCatalogue(query: string, day: Day | 'newest', program: ProgramId | null, book: WorkbookRules): CategoryFound[] {
  const asked = fold(query);
  const isFound = (text: string): boolean => text.includes(asked);
  const found = activitiesOn(day, book)
    .map(({ value }) => value)
    .filter((value) => !program || isOpenTo(program, value))
    .filter(({ category, name }) => isFound(fold(category)) || spellings(name).some(isFound));
  const byCategory = groupBy(found, ({ category }) => category);
  return [...byCategory].map(([category, activities]) => ({ category, activities: activities.map(({ name }) => name) }));
}

/** The name that the guidebook or the workbook's own rules have for an activity as typed; null if they have none. */
export function activityNamed(text: string, book: WorkbookRules): string | null {
  return fold(text) === '' ? null : (book.rulesOn('newest').activityMeant(text) ?? null);
}

const activitiesOn = (day: Day | 'newest', book: WorkbookRules) => book.rulesOn(day).activities();

function spellings(name: string): string[] {
  const known = ACTIVITY_NAMES.find((activity) => activity.name === name);
  return [name, ...(known?.aliases ?? [])].map(fold);
}
