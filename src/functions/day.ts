import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readDay } from "../cells/read";
import { step } from "../cells/trace";
import { formatDay } from "../domain/calendar/day";

/**
 * The day in UTC of a date as a Partner Center report writes it, with or without a time and an offset.
 * @customfunction DAY
 * @helpurl https://localhost:3000/help/day.html
 * @group Periods
 * @param when Text such as "2026-03-31T00:00:00.000Z" or "2026-03-31", or an Excel date, whose time is cut off.
 * @returns A date that Excel can calculate with.
 * @example =COOP.DAY("2026-03-31T00:00:00.000Z") → 2026-03-31
 * @example =COOP.DAY("2026-03-31T23:30:00-05:00") → 2026-04-01
 * It's already the next day in UTC.
 * @example =COOP.DAY("2026-04-30")-COOP.DAY("2026-03-31T12:00:00Z") → 30
 */
export function day(when: unknown): unknown {
  return answer(() => {
    const read = readDay(when, "when");
    step(() => `In UTC, that's ${formatDay(read)}.`);
    return dayCell(read);
  });
}
