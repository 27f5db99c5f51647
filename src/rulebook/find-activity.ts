import { badInput, notCovered } from '../domain/problem';
import { bySpelling, didYouMean, fold, listNames } from './names';
import { ACTIVITY_NAMES, type ActivityId } from './rules/activities';
import { CATEGORIES, type Category } from './rules/requirements';

const BY_NAME = bySpelling(ACTIVITY_NAMES);

const CATEGORY_PREFIXES = CATEGORIES.map(fold);

const CATEGORY_BY_NAME = new Map<string, Category>([
  ...CATEGORIES.map((category): [string, Category] => [fold(category), category]),
  ['demand', 'Demand Generation'],
  ['market', 'Market Development'],
  ['readiness', 'Partner Readiness'],
  ['skilling', 'Partner Skilling'],
]);

/** A name without the portal's "Demand Generation - " before it, folded. */
function withoutCategory(text: string): string {
  const folded = fold(text);
  const prefix = CATEGORY_PREFIXES.find((category) => folded.startsWith(category));
  return folded.slice(prefix?.length);
}

/** The guidebook's activity that a text names, with or without its category; undefined if there is none. */
export const activityNamed = (text: string): ActivityId | undefined => BY_NAME.get(withoutCategory(text));

/** The activity a text names: one of the guidebook's, or of `others`, which only the workbook's own rules know; undefined if there is none. */
export function activityMeant(text: string, others: readonly string[] = []): string | undefined {
  if (fold(text) === '') throw badInput('The activity is empty. Write its name, such as "Digital advertising".');
  return activityNamed(text) ?? others.find((name) => fold(name) === withoutCategory(text) || fold(name) === fold(text));
}

/** The activity a text names; throws "not covered" if it is unknown. */
export function findActivity(text: string, others: readonly string[] = []): string {
  const found = activityMeant(text, others);
  if (found === undefined) throw notCovered(notListed(text));
  return found;
}

/** The message for an unknown activity, with the closest known names. */
export const notListed = (text: string): string =>
  `The guidebook does not list "${text.trim()}".${didYouMean(withoutCategory(text), ACTIVITY_NAMES)}`;

/** The category a text names. Readiness and Skilling are one category under its older and newer name. */
export function findCategory(text: string): Category {
  const found = CATEGORY_BY_NAME.get(fold(text));
  if (found === undefined) {
    throw notCovered(`No category is called "${text.trim()}". Write ${listNames(CATEGORIES)}.`);
  }
  return found;
}
