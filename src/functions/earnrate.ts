import { answer } from "../cells/answer";
import { readProgram, readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import { formatShare } from "../domain/money/money";
import { isGrowthLever } from "../rulebook/rules/levers";

/**
 * The earning rate of an engagement lever. Verified for October 1, 2024 to June 30, 2025; other dates are #N/A unless the workbook has its own rate.
 * @customfunction EARNRATE
 * @helpurl https://localhost:3000/help/earnrate.html
 * @group Earnings
 * @seealso REVENUEFOR, SOURCE
 * @param lever Lever as the earnings report names it, such as "Azure consumption CSP motion". "M365: …" or "D365: …" distinguishes a name that both have.
 * @param [date] Day of the earning: an Excel date, or text such as "2024-11-15". Default: the newest rate, verified through June 30, 2025 unless the workbook has its own.
 * @param [program] Program the lever belongs to. Default: Microsoft Commerce Incentives.
 * @returns The rate, such as 0.0375: format the cell as a percentage.
 * @example =COOP.EARNRATE("Core – Modern Work & Security billed revenue") → 0.0375
 * @example =COOP.EARNRATE("Azure CSP Customer Adds","2024-11-15") → 0.15
 * @example =COOP.EARNRATE("D365: Tier 1") → 0.075
 */
export function earnrate(lever: unknown, date?: unknown, program?: unknown): unknown {
  return answer((book) => {
    const text = readText(lever, "lever");
    const rules = book.rulesOn(readRuleDay(date, "date"));
    const found = rules.lever(text, readProgram(program));
    const { value } = rules.rate(found);
    step(() => `The lever "${found.name}" earns ${formatShare(value.rate)} of ${isGrowthLever(found.name) ? "growth" : "revenue"}.`);
    return value.rate;
  });
}
