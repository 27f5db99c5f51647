import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readChoice, readDay, readHalf } from "../cells/read";
import { lastDay } from "../domain/calendar/half";
import { partOf, PROJECTION_PARTS } from "../domain/earnings/forecast";
import { projectionsOf } from "../reports/range/projections";
import { readQuestion, thresholdOf } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { addUp } from "../reports/range/select";

/**
 * Which part of the projection to give.
 * @customenum {string}
 */
enum PROJECTION_PART {
  /** Complete months, and their mean for each month that remains (default) */
  expected = "expected",
  /** The same with the smallest complete month */
  low = "low",
  /** The same with the largest complete month */
  high = "high",
  /** What the expected co-op lacks to become usable */
  shortfall = "shortfall",
  /** What each remaining month must bring for the co-op so far to become usable */
  neededPerMonth = "needed per month",
  /** The co-op so far */
  actual = "actual",
  /** The mean of the complete months */
  pace = "pace",
}

/**
 * What a fiscal half's co-op will total if the remaining months match the complete ones. Each Partner ID is projected separately.
 * @customfunction PROJECTION
 * @helpurl https://localhost:3000/help/projection.html
 * @group Earnings reports
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, or the table CoopEarnings. Columns are found by name.
 * @param half Fiscal half such as "FY25 H1", or any date in it: when the funds are earned.
 * @param as_of As-of date: an Excel date, or text such as "2024-11-30". Later rows are ignored. A month is complete when it's over by then and the report has earnings for that month or a later one.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Optional if the report has only one. "all" adds up the results of each.
 * @param [part] "expected" (default), "low", "high", "shortfall" (what the expected co-op still needs to become usable), "needed per month", "actual" (co-op so far), or "pace" (the mean of the complete months).
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns An amount in US dollars.
 * @example =COOP.PROJECTION(Earnings[#All],"FY25 H1","2024-11-30","1234567") → 8700
 * July to November are complete, totaling 7,250.00. December is expected to match their average of 1,450.00.
 * @example =COOP.PROJECTION(Earnings[#All],"FY25 H1","2024-11-30","1234567","shortfall") → 1300
 * @example =COOP.PROJECTION(Earnings[#All],"FY25 H1","2024-11-30","1234567","needed per month") → 2750
 * @example =COOP.PROJECTION(Earnings[#All],"FY25 H1","2024-11-30","1234567","pace") → 1450
 * @example =COOP.PROJECTION(Earnings[#All],"FY25 H1","2025-01-31","1234567","high") → 10020
 * The half is over, so this is what was earned.
 */
export function projection(
  report: unknown[][],
  half: unknown,
  as_of: unknown,
  partner_id?: unknown,
  part?: PROJECTION_PART,
  program?: unknown,
): number {
  return answer((book) => {
    const earned = readHalf(half, "half");
    const asOf = readDay(as_of, "as_of");
    const which = readChoice(part, "part", PROJECTION_PARTS);
    const question = readQuestion(readRows(report), partner_id, program);
    const rule =
      which === "shortfall" || which === "needed per month" ? thresholdOf(book.rulesOn(lastDay(earned)), question.program) : null;
    const outcomes = projectionsOf(question, earned, asOf);
    return moneyCell(addUp(outcomes.map((outcome) => partOf(outcome, which, rule))));
  });
}
