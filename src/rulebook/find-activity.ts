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

/** The activity a text names, with or without the portal's "Demand Generation - " before it; undefined if there is none. */
export function activityMeant(text: string): ActivityId | undefined {
  const folded = fold(text);
  if (folded === '') throw badInput('The activity is empty. Write its name, such as "Digital advertising".');
  const prefix = CATEGORY_PREFIXES.find((category) => folded.startsWith(category));
  return BY_NAME.get(folded.slice(prefix?.length));
}

/** The activity a text names; throws "not covered" if it is unknown. */
export function findActivity(text: string): ActivityId {
  const found = activityMeant(text);
  if (found === undefined) throw notCovered(notListed(text));
  return found;
}

/** The message for an unknown activity, with the closest known names. */
export const notListed = (text: string): string => `The guidebook does not list "${text.trim()}". ${didYouMean(text, ACTIVITY_NAMES)}`;

/** The category a text names. Readiness and Skilling are one category under its older and newer name. */
export function findCategory(text: string): Category {
  const found = CATEGORY_BY_NAME.get(fold(text));
  if (found === undefined) {
    throw notCovered(`No category is called "${text.trim()}". Write ${listNames(CATEGORIES)}.`);
  }
  return found;
}
