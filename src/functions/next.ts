import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readChoice, readDay, readEarningHalf } from "../cells/read";
import { step } from "../cells/trace";
import { daysBetween, formatDay } from "../domain/calendar/day";
import { deadline, nextEnd } from "../domain/calendar/deadlines";
import { labelOf, lastDay } from "../domain/calendar/half";
import { notCovered } from "../domain/problem";

/**
 * What to give of the next end.
 * @customenum {string}
 */
enum NEXT_PART {
  /** Its day (default) */
  day = "day",
  /** Its name, as DEADLINE takes it */
  name = "name",
  /** Days left until then */
  days = "days",
}

const PARTS = ["day", "name", "days"] as const satisfies `${NEXT_PART}`[];

/**
 * Which half is meant.
 * @customenum {string}
 */
enum NEXT_BASIS {
  /** The half the money was earned in (default) */
  earning = "earning",
  /** The half the money is used in */
  usage = "usage",
}

/**
 * What ends next in the life of a fiscal half's co-op: earning, usage, claims, or the time to resolve open claims.
 * @customfunction NEXT
 * @helpurl https://localhost:3000/help/next.html
 * @group Periods
 * @seealso STAGE, CALENDAR
 * @param half Fiscal half such as "FY25 H1", or any date in it.
 * @param as_of As-of date in UTC: an Excel date such as TODAY(), or text such as "2025-03-10".
 * @param [part] "day" (default), "name" ("earning end", "usage end", "claim", or "resolution", as DEADLINE takes them), or "days" left: 0 on the last day.
 * @param [basis] "earning" (default): half is when the funds were earned. "usage": half is when they're used.
 * @returns A date, a name, or a number of days. #N/A after the last of the four.
 * @example =COOP.NEXT("FY24 H1","2024-03-10") → 2024-06-30
 * @example =COOP.NEXT("FY24 H1","2024-07-01","name") → claim
 * @example =COOP.NEXT("FY24 H1","2024-08-01","days") → 14
 * @example =COOP.NEXT("FY24 H1","2024-10-01") → #N/A
 * Claims that are still open are over after September 30, 2024.
 */
export function next(half: unknown, as_of: unknown, part?: NEXT_PART, basis?: NEXT_BASIS): unknown {
  return answer((book) => {
    const earned = readEarningHalf(half, basis);
    const asOf = readDay(as_of, "as_of");
    const which = readChoice(part, "part", PARTS);
    const { value: rule } = book.rulesOn(lastDay(earned)).deadlines();
    const name = nextEnd(earned, asOf, rule);
    if (name === null) {
      throw notCovered(`${labelOf(earned)} is over on ${formatDay(asOf)}.`);
    }
    const day = deadline(earned, name, rule);
    step(() => `On ${formatDay(asOf)}, the next to end of ${labelOf(earned)} is "${name}", on ${formatDay(day)}.`);
    return which === "day" ? dayCell(day) : which === "name" ? name : daysBetween(asOf, day);
  });
}
