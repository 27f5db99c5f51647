import { answer } from "../cells/answer";
import { readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import type { ActivityValue } from "../rulebook/rules/activities";
import { SEE_GUIDEBOOK } from "../rulebook/rules/activity-sheets";

/** The document that proves the cost, as a checklist item. */
const INVOICES: Record<ActivityValue["invoice"], string> = {
  "third-party invoice or CSR": "Third-party invoice, or Certification Statement and Report (CSR) for own costs",
  "third-party invoice": "Third-party invoice",
  "Microsoft invoice": "Original invoice from Microsoft",
};

/**
 * The proof of execution an activity needs: spills a header and one requirement per row. If no source has the details, it lists what every activity needs and a note to check the guidebook.
 * @customfunction PROOF
 * @helpurl https://localhost:3000/help/proof.html
 * @group Planning
 * @param activity Activity by its name in the guidebook or the portal, such as "Digital advertising".
 * @param [date] Day the activity starts: an Excel date, or text such as "2025-03-10". Default: the newest guidebook.
 * @returns Two columns: kind and requirement.
 * @example =COOP.PROOF("On-site champ") → Kind | Requirement // Invoice or CSR | Third-party invoice, or Certification Statement and Report (CSR) for own costs // Communication | Sample of what was delivered, as described in the On-site Champ form // Core requirement | Your company name or brand, with an address, email, website or phone number // Core requirement | Services that are about Microsoft products only
 * @example =INDEX(COOP.PROOF("Program participation fee"),2,2) → Original invoice from Microsoft
 */
export function proof(activity: unknown, date?: unknown): unknown[][] {
  return answer((book) => {
    const { value } = book.rulesOn(readRuleDay(date, "date")).activity(readText(activity, "activity"));
    step(() => `The guidebook entry "${value.name}"${value.sourced ? "" : "; our sources give only what every activity needs"}.`);
    return [
      ["Kind", "Requirement"],
      [value.invoice === "third-party invoice or CSR" ? "Invoice or CSR" : "Invoice", INVOICES[value.invoice]],
      ...value.communication.map((item) => ["Communication", item]),
      ...value.metrics.map((item) => ["Metrics", item]),
      ...value.core.map((item) => ["Core requirement", item]),
      ...(value.sourced ? [] : [["Note", SEE_GUIDEBOOK]]),
    ];
  });
}
