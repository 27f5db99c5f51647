import { answer } from "../cells/answer";
import { readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import { notCovered } from "../domain/problem";
import { plural } from "../domain/text/plural";

/**
 * The expense types that co-op pays for an activity: spills one per row. If no source lists them, #N/A: check the guidebook.
 * @customfunction EXPENSES
 * @helpurl https://localhost:3000/help/expenses.html
 * @group Planning
 * @seealso PROOF, CATEGORY
 * @param activity Activity by its name in the guidebook or the portal, such as "Digital advertising".
 * @param [date] Day the activity starts: an Excel date, or text such as "2025-03-10". Default: the newest guidebook.
 * @returns One column of expense types.
 * @example =COOP.EXPENSES("Digital advertising") → Third-party media placement // Fee - agency: Marketing and creative services, including agency fees
 * @example =COOP.EXPENSES("On-site champ") → Fees - services: Services provided by On-Site Champ resources
 * @example =COOP.EXPENSES("Social media marketing") → #N/A
 * No source has these requirements: check the guidebook.
 */
export function expenses(activity: unknown, date?: unknown): unknown[][] {
  return answer((book) => {
    const { value } = book.rulesOn(readRuleDay(date, "date")).activity(readText(activity, "activity"));
    if (!value.expenses) throw notCovered(`No source we have lists the expense types of "${value.name}": check the guidebook.`);
    step(() => `The guidebook lists ${plural(value.expenses!.length, "expense type")} for "${value.name}".`);
    return value.expenses.map((expense) => [expense]);
  });
}
