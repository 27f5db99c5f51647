import { formatDay } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { dayCell } from "../cells/lay-out";
import { readChoice, readDay } from "../cells/read";
import { step } from "../cells/trace";
import { claimBy, CLAIM_BY_KINDS, earningHalfFor } from "../domain/calendar/deadlines";
import { halfOf, labelOf, lastDay } from "../domain/calendar/half";

/**
 * How late the day may be.
 * @customenum {string}
 */
enum CLAIMBY_KIND {
  /** The claim deadline: later claims are not accepted (default) */
  final = "final",
  /** The day a claim should be in by, to be on the safe side */
  advised = "advised",
  /** The last day to have an open claim approved */
  resolution = "resolution",
  /** The last day of the usage period, for activities */
  usageEnd = "usage end",
}

/**
 * The day an activity must be claimed by: the claim deadline of the usage period that contains its last day.
 * @customfunction CLAIMBY
 * @helpurl https://localhost:3000/help/claimby.html
 * @group Periods
 * @seealso FUND, SAFEBY, INTIME
 * @param activity_end Last day of the activity: an Excel date, or text such as "2024-01-31".
 * @param [kind] "final" (default): the claim deadline. "advised": 45 days after the activity, as guides recommend. "resolution": the last day to have an open claim approved. "usage end": the last day of the usage period.
 * @returns A date; deadlines end at 23:59:59 UTC.
 * @example =COOP.CLAIMBY("2024-01-31") → 2024-08-15
 * @example =COOP.CLAIMBY("2024-01-31","advised") → 2024-03-16
 * @example =COOP.CLAIMBY("2024-01-31","resolution") → 2024-09-30
 * @example =COOP.CLAIMBY("2024-01-31","usage end") → 2024-06-30
 */
export function claimby(activity_end: unknown, kind?: CLAIMBY_KIND): unknown {
  return answer((book) => {
    const ended = readDay(activity_end, "activity_end");
    const which = readChoice(kind, "kind", CLAIM_BY_KINDS);
    const earned = earningHalfFor(ended);
    const { value: rule } = book.rulesOn(lastDay(earned)).deadlines();
    const day = claimBy(ended, which, rule);
    step(
      () =>
        `An activity that ends on ${formatDay(ended)} is in usage half ${labelOf(halfOf(ended))} and uses funds earned in ${labelOf(earned)}.`,
    );
    step(() => `${SAID[which](rule.advisedDays)} ${formatDay(day)}.`);
    return dayCell(day);
  });
}

const SAID: Readonly<Record<`${CLAIMBY_KIND}`, (advisedDays: number) => string>> = {
  final: () => "Claims close on",
  advised: (days) => `${days} days after its end is`,
  resolution: () => "Open claims must be approved by",
  "usage end": () => "The usage period ends on",
};
