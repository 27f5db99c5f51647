import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readCount, readHalf, readOptionalDay } from "../cells/read";
import { step } from "../cells/trace";
import { deadline, type Milestone } from "../domain/calendar/deadlines";
import { safeBy } from "../domain/calendar/safe-day";
import type { Day } from "../domain/calendar/day";
import { latestApproval } from "../domain/calendar/payment-dates";
import { labelOf, lastDay } from "../domain/calendar/half";
import { outOfRange } from "../domain/problem";

/**
 * The last day an activity can end and still be claimed, proven, approved, and, if asked, paid in time.
 * @customfunction SAFEBY
 * @helpurl https://localhost:3000/help/safeby.html
 * @group Periods
 * @param half Fiscal half the funds were earned in, such as "FY25 H1", or any date in it.
 * @param [pay_by] Day payment must arrive by: an Excel date, or text such as "2025-06-30". Default: no limit.
 * @param [review_days] Days a claim review can take. Default: 30.
 * @param [proof_days] Days you need to collect proof of execution. Default: 14.
 * @returns A date; #NUM! if it would be before the usage period, so that no activity is safe.
 * @example =COOP.SAFEBY("FY24 H1") → 2024-06-30
 * The end of the usage period comes first.
 * @example =COOP.SAFEBY("FY24 H1","2024-06-30") → 2024-05-02
 * To be paid by June 25, a claim must be approved by June 15.
 * @example =COOP.SAFEBY("FY24 H1",,60,45) → 2024-06-17
 */
export function safeby(half: unknown, pay_by?: unknown, review_days?: unknown, proof_days?: unknown): unknown {
  return answer((book) => {
    const earned = readHalf(half, "half");
    const payBy = readOptionalDay(pay_by, "pay_by");
    const reviewDays = readCount(review_days, "review_days", { min: 0, max: 366, omitted: 30 });
    const proofDays = readCount(proof_days, "proof_days", { min: 0, max: 366, omitted: 14 });
    const { value: dates } = book.rulesOn(lastDay(earned)).deadlines();
    const payment = payBy === null ? null : book.rulesOn(payBy).payment().value;
    const safe = safeBy({ earned, payBy, reviewDays, proofDays, dates, payment });
    const on = (milestone: Milestone): Day => deadline(earned, milestone, dates);
    step(() => `Funds earned in ${labelOf(earned)} are used until ${formatDay(on("usage end"))}.`);
    step(() => `Claims close on ${formatDay(on("claim"))}: ${proofDays} days before, for proof.`);
    step(
      () =>
        `Open claims are resolved by ${formatDay(on("resolution"))}: ${reviewDays} days before for review, ${proofDays} more for proof.`,
    );
    if (payBy && payment) {
      step(
        () =>
          `To be paid by ${formatDay(payBy)}, approval by ${formatDay(latestApproval(payBy, payment))}: the same number of days before.`,
      );
    }
    step(() => `The earliest of these is ${formatDay(safe)}.`);
    if (safe < on("usage start")) {
      const why = payBy ? `It can't be paid by ${formatDay(payBy)}` : "There's no time for proof and review";
      throw outOfRange(`${why}: the usage period begins ${formatDay(on("usage start"))}.`);
    }
    return dayCell(safe);
  });
}
