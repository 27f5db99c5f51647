import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readNumber, readProgram, readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import { earnedOn } from "../domain/earnings/split";
import { growthOver } from "../domain/earnings/growth";
import { describeRounding, formatShare } from "../domain/money/money";
import { badInput } from "../domain/problem";
import { isGrowthLever } from "../rulebook/rules/levers";

/**
 * What revenue above its baseline earns under a growth lever, rebate and co-op together: (revenue − baseline, never below 0) × earning rate, to the cent.
 * @customfunction EARNGROWTH
 * @helpurl https://localhost:3000/help/earngrowth.html
 * @group Earnings
 * @param revenue Billed revenue of one customer tenant and solution area in one month, in any one currency: a number, or text such as "1234.50".
 * @param baseline Revenue of the same tenant and area in the same month a year before, in the same currency. A blank cell is 0.
 * @param lever Growth lever as the earnings report names it, such as "M365 Growth Accelerator".
 * @param [date] Day of the earning: an Excel date, or text such as "2026-11-15". By default, the newest rate the workbook has. None is verified, so it needs its own or a rule pack.
 * @param [program] Program the lever belongs to. Default: Microsoft Commerce Incentives.
 * @returns The earning. Work it out tenant by tenant: one tenant's decline isn't taken off another's growth.
 * @example =COOP.EARNGROWTH(12000,10000,"M365 Growth Accelerator","2026-11-15") → #N/A
 * #N/A without a rate of the workbook. With the rule pack "FY27 as reported" it's 250: 12.5% of the growth of 2,000.
 */
export function earngrowth(revenue: unknown, baseline: unknown, lever: unknown, date?: unknown, program?: unknown): unknown {
  return answer((book) => {
    const billed = readNumber(revenue, "revenue");
    const before = readNumber(baseline, "baseline");
    const text = readText(lever, "lever");
    const rules = book.rulesOn(readRuleDay(date, "date"));
    const found = rules.lever(text, readProgram(program));
    if (!isGrowthLever(found.name)) throw badInput(`"${found.name}" pays on all revenue, not on growth. Use COOP.EARN.`);
    const { value } = rules.rate(found);
    const growth = growthOver(billed, before);
    const earning = earnedOn(growth, value.rate);
    step(() => `${billed} less the baseline of ${before} is growth of ${growth}${billed < before ? ", never below 0" : ""}.`);
    step(() => `The lever "${found.name}" earns ${formatShare(value.rate)} of growth.`);
    step(() => `${formatShare(value.rate)} of ${growth} is ${moneyCell(earning)}${describeRounding(growth, value.rate, 2)}.`);
    return moneyCell(earning);
  });
}
