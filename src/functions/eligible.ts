import { answer } from "../cells/answer";
import { readDay, readOptionalDay, readOptionalHalf, readProgram, readText } from "../cells/read";
import { step } from "../cells/trace";
import { compareHalves, firstDay, halfOf, labelOf, lastDay, nextHalf } from "../domain/calendar/half";
import { badInput } from "../domain/problem";
import { requirementsOn } from "../rulebook/requirements";
import { findActivity } from "../rulebook/rules-on";

/**
 * Whether co-op may pay for an activity: the guidebook of its first day lists it, the program may use it, and all of it lies in one usage period. Costs and caps: see CHECK.
 * @customfunction ELIGIBLE
 * @helpurl https://localhost:3000/help/eligible.html
 * @group Planning
 * @param activity Activity by its name in the guidebook or the portal, such as "Digital advertising".
 * @param start First day: an Excel date, or text such as "2025-03-10".
 * @param [end] Last day. Left out: the same day.
 * @param [half] Fiscal half such as "FY24 H2", or any date in it: when the money was earned. Left out: the half before the activity.
 * @param [program] Program name. Left out: Microsoft Commerce Incentives.
 * @returns TRUE or FALSE.
 * @example =COOP.ELIGIBLE("Digital advertising","2024-01-01","2024-01-31") → TRUE
 * @example =COOP.ELIGIBLE("Digital advertising","2024-06-25","2024-07-05") → FALSE
 * It lies in two usage periods.
 * @example =COOP.ELIGIBLE("Digital advertising","2024-07-10","2024-07-12","FY24 H1") → FALSE
 * Co-op of FY24 H1 is used until June 30, 2024.
 * @example =COOP.ELIGIBLE("TV/radio","2024-03-01") → FALSE
 * For Surface partners only.
 */
export function eligible(activity: unknown, start: unknown, end?: unknown, half?: unknown, program?: unknown): boolean {
  return answer((book) => {
    const name = findActivity(readText(activity, "activity"));
    const first = readDay(start, "start");
    const last = readOptionalDay(end, "end") ?? first;
    if (last < first) throw badInput(`end, ${last}, is before start, ${first}.`);
    const earned = readOptionalHalf(half, "half");
    const whose = readProgram(program);

    const usage = earned ? nextHalf(earned) : halfOf(first);
    const isInside = compareHalves(halfOf(first), usage) === 0 && compareHalves(halfOf(last), usage) === 0;
    step(
      () =>
        `The usage period ${earned ? `of ${labelOf(earned)}` : "of the first day"} is ${firstDay(usage)} to ` +
        `${lastDay(usage)}: the activity lies ${isInside ? "inside" : "not wholly inside"}.`,
    );
    const isOpen = requirementsOn(first, name, whose, book.rulesOn(first))?.isOpen ?? false;
    step(() => `"${name}" is ${isOpen ? "open" : "not open"} to ${whose} in the guidebook of ${first}.`);
    return isInside && isOpen;
  });
}
