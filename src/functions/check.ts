import { answer } from "../cells/answer";
import {
  readAttendees,
  readDay,
  readEnd,
  readOptionalAmount,
  readOptionalFunds,
  readOptionalHalf,
  readProgram,
  readText,
} from "../cells/read";
import { step } from "../cells/trace";
import { checkActivity } from "../domain/checks/check-activity";
import type { Finding } from "../domain/finding";
import { blocking } from "../domain/new-finding";
import { outOfRange } from "../domain/problem";
import { rulesFor } from "../rulebook/activity-rules";
import { notListed } from "../rulebook/find-activity";

/**
 * Checks an activity: "OK" if nothing blocks or warns, otherwise one finding per line, each starting with Blocked:, Warning:, or Note:. Omitted arguments aren't checked.
 * @customfunction CHECK
 * @helpurl https://localhost:3000/help/check.html
 * @group Planning
 * @seealso CAP, ELIGIBLE
 * @param activity Activity by its name in the guidebook or the portal, such as "Digital advertising".
 * @param start First day: an Excel date, or text such as "2025-03-10".
 * @param [end] Last day. Default: the same day.
 * @param [cost] US dollars: the amount to claim.
 * @param [earned] US dollars: the co-op earned in the half before, by the same Partner ID in the same program. A blank cell is 0.
 * @param [remaining] US dollars: what remains of it. A blank cell is 0.
 * @param [half] Fiscal half such as "FY24 H2", or any date in it: when the funds were earned. Default: the half before the activity.
 * @param [attendees] People who travel, for conferences only. Default and maximum: 3.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @returns "OK", or lines of text; wrap the cell to see them.
 * @example =COOP.CHECK("Digital advertising","2024-01-10","2024-01-31",5000,32400,20000) → OK
 * @example =LEFT(COOP.CHECK("Digital advertising","2024-06-25","2024-07-05"),8) → Blocked:
 * It spans two usage periods.
 * @example =LEFT(COOP.CHECK("Digital advertising","2024-01-10",,5000,9000,9000),8) → Blocked:
 * Below the threshold. The line says when the rest must be earned by.
 * @example =LEFT(COOP.CHECK("TV/radio","2024-03-01",,,,,,,"Surface"),8) → Warning:
 * Microsoft must approve it before it starts.
 * @example =LEFT(COOP.CHECK("Golf day","2024-03-01"),8) → Blocked:
 * The guidebook does not list it. The line names the nearest activities.
 */
export function check(
  activity: unknown,
  start: unknown,
  end?: unknown,
  cost?: unknown,
  earned?: unknown,
  remaining?: unknown,
  half?: unknown,
  attendees?: unknown,
  program?: unknown,
): string {
  return answer((book) => {
    const asked = readText(activity, "activity");
    const first = readDay(start, "start");
    const last = readEnd(end, first);
    const price = readOptionalAmount(cost, "cost");
    if (price !== null && price < 0) throw outOfRange("cost is below zero.");
    const funds = readOptionalFunds(earned, "earned");
    const left = readOptionalFunds(remaining, "remaining");
    const given = readOptionalHalf(half, "half");
    const whose = readProgram(program);
    const findingsFor = (name: string): Finding[] =>
      checkActivity(
        {
          name,
          program: whose,
          start: first,
          end: last,
          cost: price,
          earned: funds,
          remaining: left,
          half: given,
          attendees: readAttendees(attendees, book.rulesOn(first).cap(name, whose).value),
        },
        rulesFor(name, whose, first, book),
      );

    // An unknown activity gets a finding instead of an error, so that a column of checks can be filtered and counted.
    const name = book.rulesOn(first).activityMeant(asked);
    const findings = name ? findingsFor(name) : [blocking(notListed(asked))];
    step(() => findings.map(lineOf));
    return findings.some(({ level }) => level !== "note") ? findings.map(lineOf).join("\n") : "OK";
  });
}

const WORDS: Record<Finding["level"], string> = { blocking: "Blocked", warning: "Warning", note: "Note" };

const lineOf = ({ level, message }: Finding): string => `${WORDS[level]}: ${message}`;
