import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readDay, readEnd, readOptionalHalf, readProgram, readText } from "../cells/read";
import { step } from "../cells/trace";
import { firstDay, labelOf, lastDay } from "../domain/calendar/half";
import { eligibilityOf } from "../rulebook/eligibility";

/**
 * Whether co-op can pay for an activity: the guidebook of its first day lists it, the program can use it, and it's entirely in one usage period. For costs and caps, see CHECK.
 * @customfunction ELIGIBLE
 * @helpurl https://localhost:3000/help/eligible.html
 * @group Planning
 * @param activity Activity by its name in the guidebook or the portal, such as "Digital advertising".
 * @param start First day: an Excel date, or text such as "2025-03-10".
 * @param [end] Last day. Default: the same day.
 * @param [half] Fiscal half such as "FY24 H2", or any date in it: when the funds were earned. Default: the half before the activity.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns TRUE or FALSE.
 * @example =COOP.ELIGIBLE("Digital advertising","2024-01-01","2024-01-31") → TRUE
 * @example =COOP.ELIGIBLE("Digital advertising","2024-06-25","2024-07-05") → FALSE
 * It spans two usage periods.
 * @example =COOP.ELIGIBLE("Digital advertising","2024-07-10","2024-07-12","FY24 H1") → FALSE
 * Co-op of FY24 H1 is used until June 30, 2024.
 * @example =COOP.ELIGIBLE("TV/radio","2024-03-01") → FALSE
 * For Surface partners only.
 */
export function eligible(activity: unknown, start: unknown, end?: unknown, half?: unknown, program?: unknown): boolean {
  return answer((book) => {
    const asked = readText(activity, "activity");
    const first = readDay(start, "start");
    const name = book.rulesOn(first).findActivity(asked);
    const last = readEnd(end, first);
    const earned = readOptionalHalf(half, "half");
    const whose = readProgram(program);

    const { usage, isInside, isOpen } = eligibilityOf(name, whose, { start: first, end: last, earned }, book);
    step(
      () =>
        `The usage period ${earned ? `of ${labelOf(earned)}` : "of the first day"} is ${formatDay(firstDay(usage))} to ` +
        `${formatDay(lastDay(usage))}: the activity is ${isInside ? "within" : "not entirely within"} it.`,
    );
    step(() => `"${name}" is ${isOpen ? "open" : "not open"} to ${whose} in the guidebook of ${formatDay(first)}.`);
    return isInside && isOpen;
  });
}
