import type { WorkbookRules } from '../../cells/workbook-rules';
import type { Day } from '../../domain/calendar/day';
import { Problem } from '../../domain/problem';

/** An activity that isn't in the guidebook. */
const NO_CATEGORY = 'Not in the guidebook';

/** The category an activity has on its first day; a name that isn't in the guidebook has none. Readiness and Skilling are one category. */
export function categoryOf(activity: string, start: Day | null, book: WorkbookRules): string {
  try {
    const { category } = book.rulesOn(start ?? 'newest').activity(activity).value;
    return category === 'Partner Readiness' ? 'Partner Skilling' : category;
  } catch (error) {
    if (error instanceof Problem) return NO_CATEGORY;
    throw error;
  }
}
