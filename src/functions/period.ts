import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readDay } from "../cells/read";
import { step } from "../cells/trace";
import { firstDay, halfOf, labelOf, lastDay } from "../domain/calendar/half";

/**
 * The fiscal half a date falls in, such as FY24 H2. Microsoft's fiscal year starts on July 1: H1 is July to December, H2 is January to June.
 * @customfunction PERIOD
 * @helpurl https://localhost:3000/help/period.html
 * @group Periods
 * @seealso FUND, SHIFT, DAY
 * @param date Any day: an Excel date, or text such as "2024-03-10".
 * @returns The label of the fiscal half.
 * @example =COOP.PERIOD("2024-03-10") → FY24 H2
 * @example =COOP.PERIOD(DATE(2024,7,1)) → FY25 H1
 * The fiscal year is named after the calendar year it ends in.
 * @example =COOP.PERIOD("2025-01-01T00:30:00+02:00") → FY25 H1
 * A time with an offset is converted to its UTC day, here December 31.
 */
export function period(date: unknown): unknown {
  return answer(() => {
    const day = readDay(date, "date");
    const half = halfOf(day);
    step(() => `${formatDay(day)} is in ${labelOf(half)}, which runs from ${formatDay(firstDay(half))} to ${formatDay(lastDay(half))}.`);
    return labelOf(half);
  });
}
