import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readAmount, readChoice, readOptionalHalf, readOverrideAmount, readProgram } from "../cells/read";
import { step } from "../cells/trace";
import { formatUsd } from "../domain/money/money";
import { lastDay } from "../domain/calendar/half";
import { applyThreshold, THRESHOLD_PARTS } from "../domain/earnings/threshold";

/**
 * What to give of the threshold's effect.
 * @customenum {string}
 */
enum THRESHOLD_PART {
  /** Co-op that can be claimed (default) */
  usable = "usable",
  /** Co-op that is paid out as rebate instead */
  converted = "converted",
  /** Fewest further dollars that make it usable */
  shortfall = "shortfall",
  /** The threshold itself */
  amount = "amount",
  /** In words: usable, usable (exactly at threshold) or converted */
  status = "status",
}

/**
 * What becomes of the co-op one Partner ID accrued in one program and half: usable when it reaches the threshold, otherwise converted to rebate. Never add Partner IDs up first.
 * @customfunction THRESHOLD
 * @helpurl https://localhost:3000/help/threshold.html
 * @group Earnings
 * @seealso SPLIT, USABLE, STANDING
 * @param accrued Co-op accrued in US dollars by one Partner ID in one program and half.
 * @param [half] Fiscal half it was earned in, such as "FY25 H1", or any date in it. Default: the newest rule.
 * @param [part] "usable" (default), "converted", "shortfall", "amount", or "status".
 * @param [program] Program it was earned in. Default: Microsoft Commerce Incentives.
 * @param [threshold] Your own threshold in US dollars; it replaces the rule's amount.
 * @returns US dollars, or a text for "status".
 * @example =COOP.THRESHOLD(9999.99,"FY24 H2") → 0
 * @example =COOP.THRESHOLD(10000,"FY24 H2") → 10000
 * @example =COOP.THRESHOLD(9000,"FY24 H2","shortfall") → 1000
 * @example =COOP.THRESHOLD(10000,"FY24 H2","status") → usable (exactly at threshold)
 * @example =COOP.THRESHOLD(4000,"FY20 H2","shortfall","CSP Direct Bill Partner") → 0.01
 * That threshold had to be exceeded, not met.
 */
export function threshold(accrued: unknown, half?: unknown, part?: THRESHOLD_PART, program?: unknown, threshold?: unknown): unknown {
  return answer((book) => {
    const coop = readAmount(accrued, "accrued");
    const earned = readOptionalHalf(half, "half");
    const which = readChoice(part, "part", THRESHOLD_PARTS);
    const programId = readProgram(program);
    const override = readOverrideAmount(threshold, "threshold");
    const { value: rule } = book.rulesOn(earned ? lastDay(earned) : "newest").threshold(programId, override);
    const effect = applyThreshold(coop, rule);
    step(() => `Co-op of ${formatUsd(coop)} must ${rule.comparison} ${formatUsd(rule.amount)}: ${effect.status}.`);
    step(
      () =>
        `Usable ${formatUsd(effect.usable)}, converted to rebate ${formatUsd(effect.converted)}, below threshold by ${formatUsd(effect.shortfall)}.`,
    );
    if (which === "status") return effect.status;
    return moneyCell(which === "amount" ? rule.amount : effect[which]);
  });
}
