import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readChoice, readHalf } from "../cells/read";
import { step } from "../cells/trace";
import { centsOfMicros, formatUsd, roundedFrom, type Cents } from "../domain/money/money";
import { labelOf, lastDay } from "../domain/calendar/half";
import { applyThreshold, THRESHOLD_PARTS, type ThresholdOutcome } from "../domain/earnings/threshold";
import { daysOf, describePartner, partnersOf, readQuestion, refuseAll, selectFor, thresholdOf } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { addUp, sumsByPartner } from "../reports/range/select";

/**
 * Which part of the accrual to give.
 * @customenum {string}
 */
enum USABLE_PART {
  /** Co-op that can be claimed (default) */
  usable = "usable",
  /** Co-op paid out as rebate because it is under the threshold */
  converted = "converted",
  /** What is missing to become usable */
  shortfall = "shortfall",
  /** The threshold */
  amount = "amount",
  /** What becomes of it, in words */
  status = "status",
}

/**
 * How much co-op of a fiscal half can be claimed, from an earnings report. The threshold applies to each Partner ID separately, then the results are added.
 * @customfunction USABLE
 * @helpurl https://localhost:3000/help/usable.html
 * @group Earnings reports
 * @seealso STAGE
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, or the table CoopEarnings. Columns are found by name.
 * @param half Fiscal half such as "FY25 H1", or any date in it: when the funds were earned.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Optional if the report has only one. "all" adds up the results of each.
 * @param [part] "usable" (default), "converted", "shortfall", "amount" (the threshold), or "status" ("usable", "usable (exactly at threshold)", or "converted"; of one Partner ID).
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns An amount in US dollars, or the status.
 * @example =COOP.USABLE(Earnings[#All],"FY25 H1","1234567") → 10020
 * @example =COOP.USABLE(Earnings[#All],"FY25 H1","7654321") → 0
 * 9,999.99 is one cent under the threshold; counting the duplicate earning twice would wrongly pass it.
 * @example =COOP.USABLE(Earnings[#All],"FY25 H1","7654321","converted") → 9999.99
 * @example =COOP.USABLE(Earnings[#All],"FY25 H1","7654321","shortfall") → 0.01
 * @example =COOP.USABLE(Earnings[#All],"FY25 H1","all") → 10020
 */
export function usable(report: unknown[][], half: unknown, partner_id?: unknown, part?: USABLE_PART, program?: unknown): unknown {
  return answer((book) => {
    const earned = readHalf(half, "half");
    const which = readChoice(part, "part", THRESHOLD_PARTS);
    const question = readQuestion(readRows(report), partner_id, program);
    const { rows } = question;
    const rule = thresholdOf(book.rulesOn(lastDay(earned)), question.program);
    const selected = selectFor(question, { kinds: ["co-op"], ...daysOf(earned) });
    const accruals = sumsByPartner(rows, selected.counted);
    const outcomes = partnersOf(question).map((index): ThresholdOutcome => {
      const accrued = centsOfMicros(accruals[index]!);
      const outcome = applyThreshold(accrued, rule);
      step(
        () =>
          `${describePartner(rows, index)} earned ${formatUsd(accrued)} of co-op in ${labelOf(earned)}${roundedFrom(accruals[index]!)}; it must ${rule.comparison} ` +
          `${formatUsd(rule.amount)}, so it is ${outcome.status}: usable ${formatUsd(outcome.usable)}, converted ${formatUsd(outcome.converted)}.`,
      );
      return outcome;
    });
    if (which === "status") {
      refuseAll(question, '"status"');
      return outcomes[0]!.status;
    }
    return moneyCell(addUp(outcomes.map((outcome): Cents => (which === "amount" ? rule.amount : outcome[which]))));
  });
}
