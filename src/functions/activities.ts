import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readOptionalText, readProgram, readRuleDay } from "../cells/read";
import { step } from "../cells/trace";
import { notCovered } from "../domain/problem";
import { findCategory } from "../rulebook/rules-on";

/**
 * The guidebook's activities: spills category and activity, without a header, for use as a validation list.
 * @customfunction ACTIVITIES
 * @helpurl https://localhost:3000/help/activities.html
 * @group Planning
 * @seealso CATEGORY, ELIGIBLE
 * @param [category] "Demand Generation", "Market Development", or "Partner Skilling" (also "Partner Readiness"). Default: all.
 * @param [date] Day of the guidebook: an Excel date, or text such as "2025-03-10". Default: the newest guidebook.
 * @param [program] Program name; activities it can't use are omitted. Default: Microsoft Commerce Incentives.
 * @returns Two columns: category, activity.
 * @example =INDEX(COOP.ACTIVITIES("Demand Generation"),1,2) → Print advertising
 * @example =ROWS(COOP.ACTIVITIES("Partner Skilling")) → 6
 * @example =INDEX(COOP.ACTIVITIES("Readiness","2024-03-10"),1,1) → Partner Readiness
 * The category had another name in that year's guidebook.
 */
export function activities(category?: unknown, date?: unknown, program?: unknown): unknown[][] {
  return answer((book) => {
    const text = readOptionalText(category, "category");
    const day = readRuleDay(date, "date");
    const wanted = text === null ? null : findCategory(text);
    const found = book.rulesOn(day).activities(wanted, readProgram(program));
    if (found.length === 0)
      throw notCovered(`No guidebook we have lists these activities${day === "newest" ? "" : ` on ${formatDay(day)}`}.`);
    step(() => `${found.length} activities by category, in guidebook order.`);
    return found.map(({ value }) => [value.category, value.name]);
  });
}
