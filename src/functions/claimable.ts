import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readAmount, readAttendees, readDay, readEnd, readOptionalFunds, readOptionalHalf, readProgram, readText } from "../cells/read";
import { step } from "../cells/trace";
import { capOn } from "../domain/activities/caps";
import { nextHalf, labelOf, lastDay } from "../domain/calendar/half";
import { applyThreshold } from "../domain/earnings/threshold";
import { formatUsd } from "../domain/money/money";
import { badInput, outOfRange } from "../domain/problem";
import { eligibilityOf } from "../rulebook/eligibility";

/**
 * The dollars co-op pays for an activity: the least of its cost, its cap, and what remains of the fund. 0 if the activity isn't eligible, or the fund is below its threshold.
 * @customfunction CLAIMABLE
 * @helpurl https://localhost:3000/help/claimable.html
 * @group Planning
 * @seealso CAP, CHECK, ELIGIBLE
 * @param activity Activity by its name in the guidebook or the portal, such as "Customer offers".
 * @param start First day: an Excel date, or text such as "2025-03-10".
 * @param cost US dollars: what the activity costs.
 * @param [end] Last day. Default: the same day.
 * @param [earned] US dollars: the co-op earned in the half before, by the same Partner ID in the same program. Needed where the cap is a share of it. A blank cell is 0.
 * @param [remaining] US dollars: what remains of it. A blank cell is 0. Default: not limited by it.
 * @param [used] US dollars: what other activities of this kind already use of the cap, in the same usage period. Default: 0.
 * @param [half] Fiscal half such as "FY24 H2", or any date in it: when the funds were earned. Default: the half before the activity.
 * @param [attendees] People who travel, for conferences only. Default and maximum: 3.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns An amount in US dollars. For conferences it is the travel to one of them.
 * @example =COOP.CLAIMABLE("Customer offers","2024-03-01",9000,,32400,20000) → 8100
 * 25% of the co-op earned is the cap.
 * @example =COOP.CLAIMABLE("Customer offers","2024-03-01",9000,,32400,20000,6000) → 2100
 * Other customer offers of the usage period use 6,000.
 * @example =COOP.CLAIMABLE("Digital advertising","2024-03-01",5000,,32400,1200) → 1200
 * @example =COOP.CLAIMABLE("Digital advertising","2024-03-01",5000,,9000,9000) → 0
 * Below the threshold, co-op becomes rebate.
 */
export function claimable(
  activity: unknown,
  start: unknown,
  cost: unknown,
  end?: unknown,
  earned?: unknown,
  remaining?: unknown,
  used?: unknown,
  half?: unknown,
  attendees?: unknown,
  program?: unknown,
): number {
  return answer((book) => {
    const asked = readText(activity, "activity");
    const first = readDay(start, "start");
    const rules = book.rulesOn(first);
    const name = rules.findActivity(asked);
    const price = readAmount(cost, "cost");
    const last = readEnd(end, first);
    const funds = readOptionalFunds(earned, "earned");
    const left = readOptionalFunds(remaining, "remaining");
    const byOthers = readOptionalFunds(used, "used") ?? 0;
    const fundHalf = readOptionalHalf(half, "half");
    const whose = readProgram(program);
    const rule = rules.cap(name, whose).value;
    const people = readAttendees(attendees, rule);
    if (price < 0) throw outOfRange("cost is below zero.");
    if (byOthers < 0) throw outOfRange("used is below zero.");

    const { usage, isInside, isOpen } = eligibilityOf(name, whose, { start: first, end: last, earned: fundHalf }, book);
    const paying = nextHalf(usage, -1);
    step(() => `"${name}" is ${isOpen ? "open" : "not open"} to ${whose} in the guidebook of ${formatDay(first)}.`);
    step(() => `It is ${isInside ? "within" : "not entirely within"} ${labelOf(usage)}, when funds of ${labelOf(paying)} are used.`);
    if (!isOpen || !isInside) return 0;
    if (funds !== null) {
      const outcome = applyThreshold(funds, book.rulesOn(lastDay(paying)).threshold(whose).value);
      step(() => `${formatUsd(funds)} of co-op earned is ${outcome.status}.`);
      if (outcome.status === "converted") return 0;
    } else if (rule.kind === "share" || rule.kind === "greater") {
      throw badInput(`earned is missing: the cap of "${name}" is a share of it.`);
    }
    const cap = Math.min(capOn(rule, funds ?? 0, people) ?? Infinity, funds ?? Infinity) - byOthers;
    const pays = Math.max(0, Math.min(price, cap, left ?? Infinity));
    step(
      () =>
        `The least of ${[
          `its cost, ${formatUsd(price)}`,
          ...(cap < Infinity ? [`its cap less what others use, ${formatUsd(cap)}`] : []),
          ...(left === null ? [] : [`what remains, ${formatUsd(left)}`]),
        ].join(", and ")}, is ${formatUsd(pays)}.`,
    );
    return moneyCell(pays);
  });
}
