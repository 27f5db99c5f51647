import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readAmount, readProgram, readRuleDay, readShare, readText } from "../cells/read";
import { step } from "../cells/trace";
import { revenueFor } from "../domain/earnings/split";
import { formatShare, formatUsd } from "../domain/money/money";
import { badInput, outOfRange } from "../domain/problem";
import { isGrowthLever } from "../rulebook/rules/levers";

/**
 * The least revenue whose co-op comes to an amount under a lever, rounded as EARN and SPLIT round: a cent less falls short.
 * @customfunction REVENUEFOR
 * @helpurl https://localhost:3000/help/revenuefor.html
 * @group Earnings
 * @param coop The co-op to reach, such as the shortfall of a threshold: a number, or text such as "1234.50".
 * @param lever Lever as the earnings report names it, such as "Azure consumption CSP motion".
 * @param [date] Day of the earning: an Excel date, or text such as "2024-11-15". Default: the newest rate, verified through June 30, 2025 unless the workbook has its own.
 * @param [program] Program the lever belongs to. Default: Microsoft Commerce Incentives.
 * @param [rate] Your own earning rate, above 0 to 1, or text such as "3.75%". It replaces the rule.
 * @param [coop_share] Your own co-op share, above 0 to 1, or text such as "40%". It replaces the rule.
 * @returns Revenue, in the currency of coop.
 * @example =COOP.REVENUEFOR(600,"Core - Modern Work & Security billed revenue") → 39999.6
 * It earns 3.75%, rounded to 1,499.99, and 40% of that, rounded, is 600.
 * @example =COOP.REVENUEFOR(COOP.THRESHOLD(8700,"FY25 H1","shortfall"),"Azure consumption CSP motion","2024-11-15") → 81249.63
 * @example =COOP.REVENUEFOR(600,"Azure consumption CSP motion",,,"5%","30%") → 39999.7
 */
export function revenuefor(coop: unknown, lever: unknown, date?: unknown, program?: unknown, rate?: unknown, coop_share?: unknown): number {
  return answer((book) => {
    const wanted = readAmount(coop, "coop");
    if (wanted < 0) throw outOfRange("coop is below zero.");
    const text = readText(lever, "lever");
    const rules = book.rulesOn(readRuleDay(date, "date"));
    const whose = readProgram(program);
    const [ownRate, ownShare] = [readShare(rate, "rate"), readShare(coop_share, "coop_share")];
    const found = rules.lever(text, whose);
    if (isGrowthLever(found.name)) throw badInput(`"${found.name}" pays on growth over the same month a year before, not on revenue.`);
    const earning = ownRate ?? rules.rate(found).value.rate;
    const share = ownShare ?? rules.split(whose, found).value.coopShare;
    step(() => `The lever "${found.name}" earns ${formatShare(earning)} of revenue, and ${formatShare(share)} of that is co-op.`);
    if (wanted > 0 && (earning === 0 || share === 0)) throw outOfRange("No revenue brings it: the rate or the co-op share is 0%.");
    const revenue = revenueFor(wanted, earning, share);
    if (!Number.isSafeInteger(revenue)) throw outOfRange("The revenue is too large to be kept to the cent.");
    step(() => `The least that brings ${formatUsd(wanted)} of co-op is ${formatUsd(revenue)}.`);
    return moneyCell(revenue);
  });
}
