import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readChoice, readEarningHalf } from "../cells/read";
import { step } from "../cells/trace";
import { weekdayOf } from "../domain/calendar/day";
import { labelOf, lastDay, nextHalf } from "../domain/calendar/half";
import { deadline as deadlineOf, MILESTONES } from "../domain/calendar/deadlines";

/**
 * Which day of the half's life to give.
 * @customenum {string}
 */
enum DEADLINE_MILESTONE {
  /** Last day to submit claims, until 23:59:59 UTC (default) */
  claim = "claim",
  /** First day money is earned */
  earningStart = "earning start",
  /** Last day money is earned */
  earningEnd = "earning end",
  /** First day an activity may take place */
  usageStart = "usage start",
  /** Last day an activity may take place */
  usageEnd = "usage end",
  /** First day Microsoft Learn gives for claiming */
  claimOpens = "claim opens",
  /** Last day to have open claims approved, until 23:59:59 UTC */
  resolution = "resolution",
  /** Keep proof of execution at least until this day */
  retention = "retention",
}

/**
 * Which half is meant.
 * @customenum {string}
 */
enum DEADLINE_BASIS {
  /** The half the money was earned in (default) */
  earning = "earning",
  /** The half the money is used in */
  usage = "usage",
}

/**
 * The day a fiscal half's co-op must be claimed by, or another day in its life. Deadlines end at 23:59:59 UTC and don't move when they fall on a weekend.
 * @customfunction DEADLINE
 * @helpurl https://localhost:3000/help/deadline.html
 * @group Periods
 * @seealso CLAIMBY, NEXT, CALENDAR, STAGE, FUND, SAFEBY, INTIME
 * @param half Fiscal half such as "FY25 H1", or any date in it. A bare "H1" isn't accepted, because sources give it opposite deadlines.
 * @param [milestone] "claim" (default), "earning start", "earning end", "usage start", "usage end", "claim opens", "resolution", or "retention" (claim deadline + 24 months).
 * @param [basis] "earning" (default): half is when the funds were earned. "usage": half is when they're used.
 * @returns A date.
 * @example =COOP.DEADLINE("FY24 H1") → 2024-08-15
 * @example =COOP.DEADLINE("FY24 H2","resolution") → 2025-03-31
 * @example =COOP.DEADLINE("FY26 H1","claim","usage") → 2026-02-15
 * Funds used in FY26 H1 were earned in FY25 H2.
 * @example =COOP.DEADLINE("2025-04-01","usage start") → 2025-07-01
 * @example =COOP.DEADLINE("FY24 H1","retention") → 2026-08-15
 */
export function deadline(half: unknown, milestone?: DEADLINE_MILESTONE, basis?: DEADLINE_BASIS): unknown {
  return answer((book) => {
    const earned = readEarningHalf(half, basis);
    const which = readChoice(milestone, "milestone", MILESTONES);
    const rule = book.rulesOn(lastDay(earned)).deadlines();
    const day = deadlineOf(earned, which, rule.value);
    step(() => `Funds earned in ${labelOf(earned)} are used in ${labelOf(nextHalf(earned))}.`);
    step(() => `The day for "${which}" is ${weekdayOf(day)}, ${formatDay(day)}.`);
    return dayCell(day);
  });
}
