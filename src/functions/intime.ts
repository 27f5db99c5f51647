import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readDay, readEarningHalf } from "../cells/read";
import { step } from "../cells/trace";
import { isInTime, deadline } from "../domain/calendar/deadlines";
import { labelOf, lastDay } from "../domain/calendar/half";

/**
 * Which half is meant.
 * @customenum {string}
 */
enum INTIME_BASIS {
  /** The half the money was earned in (default) */
  earning = "earning",
  /** The half the money is used in */
  usage = "usage",
}

/**
 * TRUE if a claim was submitted in time: not after 23:59:59 UTC of the half's claim deadline.
 * @customfunction INTIME
 * @helpurl https://localhost:3000/help/intime.html
 * @group Periods
 * @param submitted When it was submitted: text such as "2024-08-15T23:30:00-05:00", converted to UTC, or an Excel date and time, taken as UTC.
 * @param half Fiscal half such as "FY24 H1", or any date in it.
 * @param [basis] "earning" (default): half is when the funds were earned. "usage": half is when they're used.
 * @returns TRUE or FALSE.
 * @example =COOP.INTIME("2024-08-15T23:59:59Z","FY24 H1") → TRUE
 * @example =COOP.INTIME("2024-08-16T00:00:00Z","FY24 H1") → FALSE
 * @example =COOP.INTIME("2024-08-15T20:30:00-05:00","FY24 H1") → FALSE
 * 8:30 p.m. where clocks are five hours behind UTC is already August 16 in UTC.
 */
export function intime(submitted: unknown, half: unknown, basis?: INTIME_BASIS): unknown {
  return answer((book) => {
    const day = readDay(submitted, "submitted");
    const earned = readEarningHalf(half, basis);
    const { value: rule } = book.rulesOn(lastDay(earned)).deadlines();
    step(
      () => `Submitted ${day} UTC. Claims for ${labelOf(earned)} close on ${formatDay(deadline(earned, "claim", rule))} at 23:59:59 UTC.`,
    );
    return isInTime(day, earned, rule);
  });
}
