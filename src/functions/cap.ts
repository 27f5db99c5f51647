import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readAmount, readAttendees, readProgram, readRuleDay, readText } from "../cells/read";
import { step } from "../cells/trace";
import { formatUsd } from "../domain/money/money";
import { claimable } from "../domain/activities/caps";

/**
 * The most co-op an activity can use in one usage period. Without a cap of its own, everything earned; never more than that.
 * @customfunction CAP
 * @helpurl https://localhost:3000/help/cap.html
 * @group Planning
 * @param activity Activity by its name in the guidebook or the portal, such as "Customer offers".
 * @param earned US dollars: the co-op earned in the half before the activity, by the same Partner ID in the same program.
 * @param [attendees] People who travel, for conferences only. Default and maximum: 3.
 * @param [date] Day the activity starts: an Excel date, or text such as "2025-03-10". Default: the newest rule.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns An amount in US dollars. For conferences it is the travel to one of them.
 * @example =COOP.CAP("Customer offers",32400) → 8100
 * @example =COOP.CAP("Customer offers",32400,,,"Surface PC and Surface Hub ADD") → 32400
 * @example =COOP.CAP("Demo units",20000) → 3000
 * 10% of co-op earned or $3,000, whichever is greater.
 * @example =COOP.CAP("Microsoft hosted conferences",32400,2) → 10000
 * @example =COOP.CAP("Digital advertising",32400) → 32400
 */
export function cap(activity: unknown, earned: unknown, attendees?: unknown, date?: unknown, program?: unknown): number {
  return answer((book) => {
    const asked = readText(activity, "activity");
    const funds = readAmount(earned, "earned");
    const rules = book.rulesOn(readRuleDay(date, "date"));
    const name = rules.findActivity(asked);
    const rule = rules.cap(name, readProgram(program)).value;
    const most = claimable(rule, funds, readAttendees(attendees, rule));
    step(() => `Of ${formatUsd(funds)} earned, "${name}" can use up to ${formatUsd(most)}.`);
    return moneyCell(most);
  });
}
