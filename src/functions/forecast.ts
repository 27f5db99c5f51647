import { answer } from "../cells/answer";
import { rangeOf } from "../cells/cell-value";
import { moneyCell } from "../cells/lay-out";
import { amountFrom } from "../cells/parse";
import { readChoice, readDay, readGrowth, readHalf } from "../cells/read";
import { isBlank, scalarOf } from "../cells/scalar";
import { noteInput } from "../cells/trace";
import { lastDay } from "../domain/calendar/half";
import { partOf } from "../domain/earnings/forecast";
import { applyThreshold } from "../domain/earnings/threshold";
import { MICROS_A_CENT, type Micros } from "../domain/money/money";
import { badInput } from "../domain/problem";
import { projectionsOf } from "../reports/range/projections";
import { readQuestion, refuseAll, thresholdOf } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { addUp } from "../reports/range/select";

/**
 * Which part of the forecast to give.
 * @customenum {string}
 */
enum FORECAST_PART {
  /** Complete months, and their mean, grown, for each month that remains (default) */
  expected = "expected",
  /** The same with the smallest complete month */
  low = "low",
  /** The same with the largest complete month */
  high = "high",
  /** What the expected co-op lacks to become usable */
  shortfall = "shortfall",
  /** What each remaining month must bring for the co-op so far to become usable */
  neededPerMonth = "needed per month",
  /** What becomes of the expected co-op, in words */
  status = "status",
}

const PARTS = ["expected", "low", "high", "shortfall", "needed per month", "status"] as const satisfies `${FORECAST_PART}`[];

/**
 * A forecast of a fiscal half's co-op from what was known on a day, with growth or with your own months. Like PROJECTION, but an earning calculated after the day isn't known yet, and the half after the current one is allowed.
 * @customfunction FORECAST
 * @helpurl https://localhost:3000/help/forecast.html
 * @group Earnings reports
 * @seealso PROJECTION
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, the table CoopEarnings, or what EARNINGS gives. Columns are found by name; without calculation dates, all rows are known.
 * @param half Fiscal half such as "FY25 H1", or any date in it: when the funds are earned. It may be the half after as_of's, whose pace is that of the current half.
 * @param as_of As-of date: an Excel date, or text such as "2024-11-30". What was earned or calculated later isn't known.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Optional if the report has only one. "all" adds up the results of each.
 * @param [part] "expected" (default), "low", "high", "shortfall" (what the expected co-op still needs to become usable), "needed per month", or "status" ("usable", "usable (exactly at threshold)", or "converted"; of one Partner ID).
 * @param [growth] What each remaining month grows by over the one before: 0.05 or "5%". The first grows over the mean of the complete months. Default: 0.
 * @param [months] A row or column with the co-op of each month that remains, in place of the mean. Default: by growth.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns An amount in US dollars, or the status.
 * @example =COOP.FORECAST(Earnings[#All],"FY25 H1","2025-01-31","1234567") → 10020
 * @example =COOP.FORECAST(Earnings[#All],"FY25 H1","2024-12-31","1234567") → 8736
 * December was calculated in January: July to November are known, 7,280.00 before a correction, and their mean is 1,456.00.
 * @example =COOP.FORECAST(Earnings[#All],"FY25 H1","2024-12-31","1234567",,"5%") → 8808.8
 * @example =COOP.FORECAST(Earnings[#All],"FY25 H1","2024-12-31","1234567","status",,2720) → usable (exactly at threshold)
 * Your own figure for December.
 */
export function forecast(
  report: unknown[][],
  half: unknown,
  as_of: unknown,
  partner_id?: unknown,
  part?: FORECAST_PART,
  growth?: unknown,
  months?: unknown[][],
  program?: unknown,
): unknown {
  return answer((book) => {
    const earned = readHalf(half, "half");
    const asOf = readDay(as_of, "as_of");
    const which = readChoice(part, "part", PARTS);
    const grown = readGrowth(growth, "growth");
    const given = readMonths(months);
    if (given && grown !== 0) throw badInput("Give growth or months, not both.");
    const question = readQuestion(readRows(report, asOf, "all known"), partner_id, program);
    if (given || which === "status") refuseAll(question, given ? "months" : '"status"');
    const needsRule = which === "shortfall" || which === "needed per month" || which === "status";
    const rule = needsRule ? thresholdOf(book.rulesOn(lastDay(earned)), question.program) : null;
    const how = { growth: grown, mayBeNext: true, ...(given ? { given } : {}) };
    const outcomes = projectionsOf(question, earned, asOf, how);
    if (which === "status") return applyThreshold(outcomes[0]!.expected, rule!).status;
    return moneyCell(addUp(outcomes.map((outcome) => partOf(outcome, which, rule))));
  });
}

/** The months' own amounts, in order; null if there are none, as in a blank cell. */
function readMonths(months: unknown): Micros[] | null {
  const cells = rangeOf(months).flat();
  if (cells.length === 1 && isBlank(scalarOf(cells[0], "months"))) return null;
  if (Array.isArray(months) && months.length > 1 && cells.length > months.length)
    throw badInput("months is a row or a column, not a block.");
  const amounts = cells.map((cell) => {
    const given = scalarOf(cell, "months");
    return amountFrom(isBlank(given) ? 0 : given, "months") * MICROS_A_CENT;
  });
  noteInput("months", months, amounts.length);
  return amounts;
}
