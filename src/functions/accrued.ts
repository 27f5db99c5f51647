import { answer } from "../cells/answer";
import { moneyCell } from "../cells/lay-out";
import { readChoice, readHalf } from "../cells/read";
import { step } from "../cells/trace";
import { centsOfMicros, formatUsd, roundedFrom } from "../domain/money/money";
import { labelOf } from "../domain/calendar/half";
import { daysOf, describePartner, readQuestion, selectFor } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { addUp, KINDS_ASKED, sumsByPartner, TYPES_ASKED } from "../reports/range/select";

/**
 * Which earnings to add up.
 * @customenum {string}
 */
enum ACCRUED_TYPE {
  /** Coop and Adjustment-Coop (default) */
  coop = "co-op",
  /** Rebate, IndirectRebate and Adjustment-Rebate, without rollovers */
  rebate = "rebate",
  /** Rebates with the reason "Co-op rollover": co-op that was moved or converted */
  rollover = "rollover",
  /** Every earning; claims are payments and never count */
  all = "all",
}

/**
 * What was earned in a fiscal half according to an earnings report, in US dollars. Duplicate earnings count once. Days are UTC.
 * @customfunction ACCRUED
 * @helpurl https://localhost:3000/help/accrued.html
 * @group Earnings reports
 * @seealso USABLE, LEDGER, EARNED
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, or the table CoopEarnings. Columns are found by name.
 * @param half Fiscal half such as "FY25 H1", or any date in it: when the funds were earned.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Optional if the report has only one. "all" adds them up; never compare that sum with a threshold, which applies to each Partner ID.
 * @param [type] "co-op" (default), "rebate", "rollover", or "all".
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns An amount in US dollars.
 * @example =COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567") → 10020
 * @example =COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567","rebate") → 15675
 * @example =COOP.ACCRUED(Earnings[#All],"FY25 H1",7654321) → 9999.99
 * One earning appears twice in the sample but counts once.
 * @example =COOP.ACCRUED(Earnings[#All],"FY25 H2",7654321) → 650
 * @example =COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567","rollover","CSP Direct Bill Partner") → 1250
 */
export function accrued(report: unknown[][], half: unknown, partner_id?: unknown, type?: ACCRUED_TYPE, program?: unknown): number {
  return answer(() => {
    const earned = readHalf(half, "half");
    const kind = readChoice(type, "type", TYPES_ASKED);
    const question = readQuestion(readRows(report), partner_id, program);
    const { rows, partner } = question;
    const selected = selectFor(question, { kinds: KINDS_ASKED[kind], ...daysOf(earned) });
    const sums = sumsByPartner(rows, selected.counted);
    const total = addUp(sums.map(centsOfMicros));
    step(
      () =>
        `${describePartner(rows, partner)} earned ${formatUsd(total)} (${kind}) from ${question.program.name} in ${labelOf(earned)}` +
        `${partner !== null ? roundedFrom(sums[partner]!) : sums.some(roundedFrom) ? ", each rounded separately" : ""}.`,
    );
    return moneyCell(total);
  });
}
