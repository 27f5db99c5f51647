import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readDay } from "../cells/read";
import { step } from "../cells/trace";
import { earningHalfFor } from "../domain/calendar/deadlines";
import { halfOf, labelOf } from "../domain/calendar/half";

/**
 * The earning half whose co-op funds pay for an activity on a day: the half before the one the day falls in.
 * @customfunction FUND
 * @helpurl https://localhost:3000/help/fund.html
 * @group Periods
 * @param activity_date Day of the activity: an Excel date, or text such as "2024-08-01".
 * @returns The label of the half the funds were earned in.
 * @example =COOP.FUND("2024-08-01") → FY24 H2
 * @example =COOP.FUND("2024-06-30") → FY24 H1
 * The last day of June still uses funds earned from July to December before.
 */
export function fund(activity_date: unknown): unknown {
  return answer(() => {
    const day = readDay(activity_date, "activity_date");
    const earned = earningHalfFor(day);
    step(() => `${formatDay(day)} is in ${labelOf(halfOf(day))}. It uses funds earned in ${labelOf(earned)}, the half before.`);
    return labelOf(earned);
  });
}
