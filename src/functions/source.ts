import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readProgram, readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import { describeRule } from "../rulebook/describe-rule";
import { findRule } from "../rulebook/rule-asked";

/**
 * The rule in force on a day in words: what it says, since when, its source, and its standing.
 * @customfunction SOURCE
 * @helpurl https://localhost:3000/help/source.html
 * @group Planning
 * @param rule "split", "rate", "threshold", "deadline", "cap", "activity", "payment", or "retention"; details after a colon, as in "rate: Azure consumption CSP motion" or "cap: Customer offers".
 * @param [date] As-of date: an Excel date, or text such as "2024-11-15". Default: the newest rule.
 * @param [program] Program. Default: Microsoft Commerce Incentives.
 * @returns A few sentences.
 * @example =COOP.SOURCE("split") → 40% of an earning is co-op; the rest is rebate (Microsoft Commerce Incentives, from Nov 1, 2022). Source: TD SYNNEX, Microsoft Cooperative Incentives guidebook (October 2024). Standing: from a distributor.
 * @example =LEFT(COOP.SOURCE("cap: Customer offers"),31) → At most 25% of the co-op earned
 * @example =LEFT(COOP.SOURCE("rate: Azure consumption CSP motion","2024-11-15"),23) → 4% of revenue is earned
 */
export function source(rule: unknown, date?: unknown, program?: unknown): unknown {
  return answer((book) => {
    const asked = readText(rule, "rule");
    const unused = new Set<string>();
    const rules = book.rulesOn(readRuleDay(date, "date"), unused);
    const found = findRule(asked, rules, readProgram(program));
    step(() => `"${asked}" is a rule on "${found.topic}", in force from ${formatDay(found.from)}.`);
    return [describeRule(found), ...[...unused].map((sentence) => `Not used: ${sentence}`)].join(" ");
  });
}
