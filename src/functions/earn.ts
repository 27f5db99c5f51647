import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readNumber, readProgram, readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import { formatShare, describeRounding } from "../domain/money/money";
import { badInput } from "../domain/problem";
import { isGrowthLever } from "../rulebook/rules/levers";
import { earnedOn } from "../domain/earnings/split";

/**
 * What revenue earns under an engagement lever, rebate and co-op together: revenue × earning rate, to the cent.
 * @customfunction EARN
 * @helpurl https://localhost:3000/help/earn.html
 * @group Earnings
 * @seealso EARNRATE, SPLIT, EARNGROWTH, REVENUEFOR
 * @param revenue Billed revenue, in any one currency: a number, or text such as "1234.50".
 * @param lever Lever as the earnings report names it, such as "Azure consumption CSP motion". "M365: …" or "D365: …" distinguishes a name that both have.
 * @param [date] Day of the earning: an Excel date, or text such as "2024-11-15". Default: the newest rate, verified through June 30, 2025 unless the workbook has its own.
 * @param [program] Program the lever belongs to. Default: Microsoft Commerce Incentives.
 * @returns The earning.
 * @example =COOP.EARN(100000,"Azure consumption CSP motion","2024-11-15") → 4000
 * @example =COOP.EARN(80000,"Core - Modern Work & Security billed revenue") → 3000
 * @example =COOP.SPLIT(COOP.EARN(20000,"Core – Business Applications billed revenue")) → 570 | 380
 */
export function earn(revenue: unknown, lever: unknown, date?: unknown, program?: unknown): unknown {
  return answer((book) => {
    const billed = readNumber(revenue, "revenue");
    const text = readText(lever, "lever");
    const rules = book.rulesOn(readRuleDay(date, "date"));
    const found = rules.lever(text, readProgram(program));
    if (isGrowthLever(found.name)) {
      throw badInput(`"${found.name}" pays on growth over the same month a year before. Use COOP.EARNGROWTH.`);
    }
    const { value } = rules.rate(found);
    const earning = earnedOn(billed, value.rate);
    step(() => `The lever "${found.name}" earns ${formatShare(value.rate)} of revenue.`);
    step(() => `${formatShare(value.rate)} of ${billed} is ${moneyCell(earning)}${describeRounding(billed, value.rate, 2)}.`);
    return moneyCell(earning);
  });
}
