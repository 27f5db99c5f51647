import { answer } from "../cells/answer";
import { readAmount, readNumber, readRuleDay } from "../cells/read";
import { step } from "../cells/trace";
import { qualifies as qualifiesUnder } from "../domain/earnings/capability";
import { formatUsd } from "../domain/money/money";

/**
 * TRUE if an indirect reseller meets the capability route to Microsoft Commerce Incentives: 25 points and $25,000 in one solution area. In force from July 1, 2025 (October 1 by some sources); eligibility isn't guaranteed.
 * @customfunction QUALIFIES
 * @helpurl https://localhost:3000/help/qualifies.html
 * @group Planning
 * @seealso SOURCE
 * @param points Partner capability score of one solution area other than Business Applications, which needs a designation by one partner's reading of the guide, any of the current month and the five before.
 * @param revenue_12_months CSP revenue in US dollars over the last 12 months, same solution area.
 * @param [date] Day to judge by: an Excel date, or text such as "2025-09-01". Default: the newest rule.
 * @returns TRUE or FALSE.
 * @example =COOP.QUALIFIES(25,25000) → TRUE
 * @example =COOP.QUALIFIES(24,30000) → FALSE
 * @example =COOP.QUALIFIES(25,24999.99,"2025-09-01") → FALSE
 */
export function qualifies(points: unknown, revenue_12_months: unknown, date?: unknown): unknown {
  return answer((book) => {
    const score = readNumber(points, "points");
    const revenue = readAmount(revenue_12_months, "revenue_12_months");
    const { value: rule } = book.rulesOn(readRuleDay(date, "date")).capability();
    step(() => `Required: ${rule.points} points; given: ${score}.`);
    step(() => `Required: ${formatUsd(rule.revenue)} in 12 months; given: ${formatUsd(revenue)}.`);
    step(
      () =>
        "Your partner type and solution area aren't included: the route is for indirect resellers, and not for Business Applications by one partner's reading. It's checked monthly over the current month and the five before.",
    );
    return qualifiesUnder(score, revenue, rule);
  });
}
