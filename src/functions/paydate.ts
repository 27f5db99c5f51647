import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readChoice, readDay } from "../cells/read";
import { step } from "../cells/trace";
import { payDay, PAYMENT_KINDS } from "../domain/calendar/payment-dates";

/**
 * What is paid, and which estimate of its day.
 * @customenum {string}
 */
enum PAYDATE_KIND {
  /** First day an approved claim is paid (default) */
  claim = "claim",
  /** Last day an approved claim is paid */
  claimLatest = "claim latest",
  /** A month's rebate: 45 days after the month's last day */
  rebate = "rebate",
  /** A month's rebate, as others read it: the 15th of the second month after */
  rebate15th = "rebate 15th",
  /** A half's co-op that becomes rebate: 45 days after the half's last day */
  converted = "converted",
}

/**
 * When a claim or a rebate is paid: an estimate, because no source promises a day.
 * @customfunction PAYDATE
 * @helpurl https://localhost:3000/help/paydate.html
 * @group Periods
 * @seealso SAFEBY
 * @param date For a claim, the day it was approved. For a rebate, any day of the month it was earned in. For converted co-op, any day of its half. An Excel date, or text such as "2022-10-15".
 * @param [kind] "claim" (default): the 20th, of the same month if approved by the 15th. "claim latest": the 25th. "rebate": last day of the month + 45. "rebate 15th": the 15th of the second month after. "converted": the last day of the half + 45.
 * @returns A date.
 * @example =COOP.PAYDATE("2022-10-15") → 2022-10-20
 * @example =COOP.PAYDATE("2022-10-16") → 2022-11-20
 * @example =COOP.PAYDATE("2022-10-16","claim latest") → 2022-11-25
 * @example =COOP.PAYDATE("2024-02-01","rebate") → 2024-04-14
 * @example =COOP.PAYDATE("2024-02-01","rebate 15th") → 2024-04-15
 * @example =COOP.PAYDATE("2024-02-01","converted") → 2024-08-14
 */
export function paydate(date: unknown, kind?: PAYDATE_KIND): unknown {
  return answer((book) => {
    const day = readDay(date, "date");
    const which = readChoice(kind, "kind", PAYMENT_KINDS);
    const { value: rule } = book.rulesOn(day).payment();
    const paid = payDay(day, which, rule);
    step(() =>
      which === "converted"
        ? `Co-op that becomes rebate is paid with the rebate of its half's last month, ${rule.rebateDays} days after the half.`
        : which === "claim" || which === "claim latest"
          ? `A claim approved by day ${rule.approvedBy} of a month is paid from day ${rule.paidFrom} to ${rule.paidTo} of that month; later ones, the next month.`
          : `A rebate is paid ${rule.rebateDays} days after the last day of its month; other sources say day ${rule.rebateDayOfSecondMonth} of the second month after.`,
    );
    step(() => `For ${formatDay(day)} and "${which}", that's ${formatDay(paid)}.`);
    return dayCell(paid);
  });
}
