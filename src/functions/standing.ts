import { addMonths, formatDay, serialOf } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readAmount, readChoice, readDay, readHalf } from "../cells/read";
import { step } from "../cells/trace";
import { stageOn } from "../domain/calendar/deadlines";
import { firstDay, labelOf, lastDay } from "../domain/calendar/half";
import { lessClaimed, standingOf } from "../domain/earnings/standing";
import { centsOfMicros, formatUsd, type Cents } from "../domain/money/money";
import { latestEarning } from "../reports/range/months";
import { daysOf, describePartner, partnersOf, readQuestion, refuseAll, selectFor, thresholdOf } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { addUp, sumsByPartner } from "../reports/range/select";

/**
 * Which part of the standing to give.
 * @customenum {string}
 */
enum STANDING_PART {
  /** In words (default) */
  status = "status",
  /** Not decided yet */
  accruing = "accruing",
  /** Can be claimed on that day */
  claimable = "claimable",
  /** Paid as rebate, once the half is over and its report complete */
  converted = "converted",
  /** Could have been claimed, and no longer can be */
  lapsed = "lapsed",
}

const PARTS = ["status", "accruing", "claimable", "converted", "lapsed"] as const satisfies `${STANDING_PART}`[];

/**
 * Where a half's co-op stands on a day, its threshold and its deadlines together. The four amounts add up to what accrued, less what was claimed.
 * @customfunction STANDING
 * @helpurl https://localhost:3000/help/standing.html
 * @group Earnings reports
 * @seealso USABLE, STAGE
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, the table CoopEarnings, or what EARNINGS gives. Columns are found by name.
 * @param half Fiscal half such as "FY25 H1", or any date in it: when the funds were earned.
 * @param as_of As-of date in UTC: an Excel date such as TODAY(), or text such as "2025-03-10". Rows earned later are ignored; for what was calculated later, use EARNINGS with known_by as the report.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Optional if the report has only one. "all" adds up the results of each.
 * @param [part] "status" (default; of one Partner ID), "accruing", "claimable", "converted", or "lapsed".
 * @param [claimed] US dollars claimed from it so far. Default: 0.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns "not begun", "nothing accrued", "accruing", "report incomplete", "usable", "claim only", "resolution only", "converted", "lapsed", or "closed"; or an amount in US dollars.
 * @example =COOP.STANDING(Earnings[#All],"FY25 H1","2025-03-10","1234567") → usable
 * @example =COOP.STANDING(Earnings[#All],"FY25 H1","2025-03-10","1234567","claimable",3000) → 7020
 * @example =COOP.STANDING(Earnings[#All],"FY25 H1","2025-08-16","1234567","lapsed",3000) → 7020
 * @example =COOP.STANDING(Earnings[#All],"FY25 H1","2025-03-10","7654321") → converted
 */
export function standing(
  report: unknown[][],
  half: unknown,
  as_of: unknown,
  partner_id?: unknown,
  part?: STANDING_PART,
  claimed?: unknown,
  program?: unknown,
): unknown {
  return answer((book) => {
    const earned = readHalf(half, "half");
    const asOf = readDay(as_of, "as_of");
    const which = readChoice(part, "part", PARTS);
    const taken = readAmount(claimed, "claimed");
    const question = readQuestion(readRows(report), partner_id, program);
    const { rows } = question;
    if (which === "status") refuseAll(question, '"status"');
    const rules = book.rulesOn(lastDay(earned));
    const threshold = thresholdOf(rules, question.program);
    const stage = stageOn(earned, asOf, rules.deadlines().value);
    const selected = selectFor(question, { kinds: ["co-op"], ...daysOf(earned), asOf: serialOf(asOf) });
    const reportedTo = latestEarning(rows, serialOf(asOf));
    const isComplete = reportedTo !== null && reportedTo >= addMonths(firstDay(earned), 5);
    step(
      () =>
        `On ${formatDay(asOf)}, ${labelOf(earned)} is in the stage "${stage}", and the report ${isComplete ? "has its last month" : "doesn't have its last month"}.`,
    );
    const accruals = sumsByPartner(rows, selected.counted);
    const all = partnersOf(question).map((index) => {
      const accrued = centsOfMicros(accruals[index]!);
      const found = standingOf(accrued, stage, isComplete, threshold);
      step(() => `${describePartner(rows, index)} accrued ${formatUsd(accrued)} of co-op by then: ${found.status}.`);
      return found;
    });
    const together = (amount: "accruing" | "claimable" | "converted" | "lapsed"): Cents => addUp(all.map((found) => found[amount]));
    const result = lessClaimed(
      {
        status: all[0]?.status ?? "nothing accrued",
        accruing: together("accruing"),
        claimable: together("claimable"),
        converted: together("converted"),
        lapsed: together("lapsed"),
      },
      taken,
    );
    step(() => `Less ${formatUsd(taken)} claimed: ${formatUsd(result.claimable)} can be claimed, ${formatUsd(result.lapsed)} lapsed.`);
    return which === "status" ? result.status : moneyCell(result[which]);
  });
}
