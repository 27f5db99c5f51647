import { answer } from "../cells/answer";
import { readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";

/**
 * An activity's category in the guidebook of a day. The FY25 list, used from January 1, 2025, moves some activities and renames Partner Readiness to Partner Skilling.
 * @customfunction CATEGORY
 * @helpurl https://localhost:3000/help/category.html
 * @group Planning
 * @param activity Activity by its name in the guidebook or the portal, such as "Digital advertising" or "Demand Generation - Digital advertising".
 * @param [date] Day the activity starts: an Excel date, or text such as "2025-03-10". Default: the newest guidebook.
 * @returns The category's name.
 * @example =COOP.CATEGORY("Digital advertising") → Demand Generation
 * @example =COOP.CATEGORY("Migration services","2024-10-01") → Demand Generation
 * @example =COOP.CATEGORY("Migration services","2025-01-01") → Market Development
 * @example =COOP.CATEGORY("Demo units","2024-10-01") → Partner Readiness
 */
export function category(activity: unknown, date?: unknown): string {
  return answer((book) => {
    const { value } = book.rulesOn(readRuleDay(date, "date")).activity(readText(activity, "activity"));
    step(() => `The guidebook lists "${value.name}" under ${value.category}.`);
    return value.category;
  });
}
