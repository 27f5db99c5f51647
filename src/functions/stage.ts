import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readDay, readEarningHalf } from "../cells/read";
import { step } from "../cells/trace";
import { labelOf, lastDay } from "../domain/calendar/half";
import { deadline, stageOn } from "../domain/calendar/deadlines";

/**
 * Which half is meant.
 * @customenum {string}
 */
enum STAGE_BASIS {
  /** The half the money was earned in (default) */
  earning = "earning",
  /** The half the money is used in */
  usage = "usage",
}

/**
 * Where a fiscal half's co-op stands on a day: "not begun", "earning", "usage", "claim only", "resolution only", or "closed".
 * @customfunction STAGE
 * @helpurl https://localhost:3000/help/stage.html
 * @group Periods
 * @param half Fiscal half such as "FY25 H1", or any date in it.
 * @param as_of As-of date in UTC: an Excel date such as TODAY(), or text such as "2025-03-10".
 * @param [basis] "earning" (default): half is when the funds were earned. "usage": half is when they're used.
 * @returns One of the six stages.
 * @example =COOP.STAGE("FY24 H1","2024-06-30") → usage
 * @example =COOP.STAGE("FY24 H1","2024-07-01") → claim only
 * Activities are over. Claims close on August 15.
 * @example =COOP.STAGE("FY24 H1","2024-08-16") → resolution only
 * @example =COOP.STAGE("FY24 H1","2024-10-01") → closed
 */
export function stage(half: unknown, as_of: unknown, basis?: STAGE_BASIS): unknown {
  return answer((book) => {
    const earned = readEarningHalf(half, basis);
    const day = readDay(as_of, "as_of");
    const { value: rule } = book.rulesOn(lastDay(earned)).deadlines();
    const reached = stageOn(earned, day, rule);
    step(
      () => `${labelOf(earned)}: earned until ${formatDay(lastDay(earned))}, used until ${formatDay(deadline(earned, "usage end", rule))}.`,
    );
    step(
      () =>
        `Claims until ${formatDay(deadline(earned, "claim", rule))}, open claims until ${formatDay(deadline(earned, "resolution", rule))}.`,
    );
    step(() => `On ${formatDay(day)}, that's "${reached}".`);
    return reached;
  });
}
