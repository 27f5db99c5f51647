import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readCount, readEarningHalf } from "../cells/read";
import { step } from "../cells/trace";
import { halvesFrom, labelOf, lastDay } from "../domain/calendar/half";
import { deadline, type Milestone } from "../domain/calendar/deadlines";

/**
 * Which half is meant.
 * @customenum {string}
 */
enum CALENDAR_BASIS {
  /** The half the money was earned in (default) */
  earning = "earning",
  /** The half the money is used in */
  usage = "usage",
}

const COLUMNS: readonly (readonly [header: string, milestone: Milestone])[] = [
  ["Earning start", "earning start"],
  ["Earning end", "earning end"],
  ["Usage start", "usage start"],
  ["Usage end", "usage end"],
  ["Claim opens", "claim opens"],
  ["Claim deadline", "claim"],
  ["Resolution deadline", "resolution"],
  ["Keep proof until", "retention"],
];

/**
 * All co-op days of several fiscal halves: spills a header and one row per half. The first column is the half the funds are earned in.
 * @customfunction CALENDAR
 * @helpurl https://localhost:3000/help/calendar.html
 * @group Periods
 * @param half First fiscal half, such as "FY25 H1", or any date in it.
 * @param [count] How many halves, 1 to 40. Default: 4.
 * @param [basis] "earning" (default): half is when the funds were earned. "usage": half is when they're used.
 * @returns A table; format the date columns where your Excel shows numbers.
 * @example =COOP.CALENDAR("FY24 H1",1) → Fiscal half | Earning start | Earning end | Usage start | Usage end | Claim opens | Claim deadline | Resolution deadline | Keep proof until // FY24 H1 | 2023-07-01 | 2023-12-31 | 2024-01-01 | 2024-06-30 | 2024-02-16 | 2024-08-15 | 2024-09-30 | 2026-08-15
 * @example =INDEX(COOP.CALENDAR("FY25 H1",2),3,7) → 2026-02-15
 * One cell of it, for a table: the claim deadline of the second half.
 */
export function calendar(half: unknown, count?: unknown, basis?: CALENDAR_BASIS): unknown[][] {
  return answer((book) => {
    const first = readEarningHalf(half, basis);
    const howMany = readCount(count, "count", { min: 1, max: 40, omitted: 4 });
    step(() => `One row for each of ${howMany} halves, starting with earning half ${labelOf(first)}.`);
    const rows = halvesFrom(first, howMany).map((earned) => {
      const rule = book.rulesOn(lastDay(earned)).deadlines();
      return [labelOf(earned), ...COLUMNS.map(([, milestone]) => dayCell(deadline(earned, milestone, rule.value)))];
    });
    return [["Fiscal half", ...COLUMNS.map(([header]) => header)], ...rows];
  });
}
