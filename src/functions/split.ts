import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readAmount, readChoice, readOptionalText, readRuleDay, readShare } from "../cells/read";
import { step } from "../cells/trace";
import { formatShare, describeRounding } from "../domain/money/money";
import { splitEarning, SPLIT_PARTS } from "../domain/earnings/split";
import { DEFAULT_PROGRAM, findProgram, type RulesOn } from "../rulebook/rules-on";

/**
 * Which part of the earning to give.
 * @customenum {string}
 */
enum SPLIT_PART {
  /** Rebate and co-op side by side, in two cells (default) */
  both = "both",
  /** The rebate alone */
  rebate = "rebate",
  /** The co-op alone */
  coop = "co-op",
}

/**
 * Splits an earning into rebate and co-op. The earning is rounded to cents, then the co-op; the rebate is the rest, so the parts always add up.
 * @customfunction SPLIT
 * @helpurl https://localhost:3000/help/split.html
 * @group Earnings
 * @param earning Amount earned, in any one currency: a number, or text such as "1234.50". Negative for a correction.
 * @param [part] "both" (default) fills two cells, rebate and co-op. "rebate" or "co-op" gives one.
 * @param [date] Day of the earning: an Excel date, or text such as "2024-03-10". Default: the newest rule.
 * @param [lever] Engagement lever, where it has a split of its own. Default: the program's split.
 * @param [program] Program it was earned in. Default: Microsoft Commerce Incentives.
 * @param [coop_share] Your own co-op share, above 0 to 1, or text such as "40%" ("0%" for none). It overrides every rule.
 * @returns Rebate and co-op, or the one requested.
 * @example =COOP.SPLIT(1500) → 900 | 600
 * @example =COOP.SPLIT(33.33,"co-op") → 13.33
 * @example =COOP.SPLIT(1000,,"2022-10-31") → 1000 | 0
 * Microsoft Commerce Incentives earn co-op from November 1, 2022.
 * @example =COOP.SPLIT(1500,,"2024-11-15","Azure CSP Customer Adds") → 1500 | 0
 * @example =COOP.SPLIT(1000,"co-op",,,,"35%") → 350
 */
export function split(
  earning: unknown,
  part?: SPLIT_PART,
  date?: unknown,
  lever?: unknown,
  program?: unknown,
  coop_share?: unknown,
): unknown[][] {
  return answer((book) => {
    const earned = readAmount(earning, "earning");
    const which = readChoice(part, "part", SPLIT_PARTS);
    const rules = book.rulesOn(readRuleDay(date, "date"));
    const texts = [readOptionalText(lever, "lever"), readOptionalText(program, "program")] as const;
    const share = readShare(coop_share, "coop_share") ?? shareByRule(rules, ...texts);
    const { rebate, coop } = splitEarning(earned, share);
    step(() => `Co-op: ${formatShare(share)} of ${moneyCell(earned)} is ${moneyCell(coop)}${describeRounding(earned, share, 0)}.`);
    step(() => `Rebate: the rest, ${moneyCell(rebate)}.`);
    if (which === "both") return [[moneyCell(rebate), moneyCell(coop)]];
    return [[moneyCell(which === "rebate" ? rebate : coop)]];
  });
}

/** The co-op share by rule. Only called without an own share, which overrides every rule, so only then are program and lever looked up. */
function shareByRule(rules: RulesOn, lever: string | null, program: string | null): number {
  const earnedIn = program === null ? DEFAULT_PROGRAM : findProgram(program);
  return rules.split(earnedIn, lever === null ? null : rules.lever(lever, earnedIn)).value.coopShare;
}
