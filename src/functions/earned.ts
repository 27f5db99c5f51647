import { formatDays, endOfMonth, formatDay, serialOf } from "../domain/calendar/day";
import { answer } from "../cells/answer";
import { readChoice, readDay, readOptionalDay } from "../cells/read";
import { step } from "../cells/trace";
import { dollarsOfMicros } from "../domain/money/money";
import { badInput } from "../domain/problem";
import { isAdjustment } from "../reports/range/earning-kinds";
import { describePartner, readLever, readQuestion, selectFor } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { KINDS_ASKED, plus } from "../reports/range/select";

/**
 * Which earnings to add up.
 * @customenum {string}
 */
enum EARNED_TYPE {
  /** Coop and Adjustment-Coop (default) */
  coop = "co-op",
  /** Rebate, IndirectRebate and Adjustment-Rebate, without rollovers */
  rebate = "rebate",
  /** Rebates with the reason "Co-op rollover": co-op that was moved or converted */
  rollover = "rollover",
  /** Every earning; claims are payments and never count */
  all = "all",
  /** Adjustments of co-op and rebate, which the other types contain, too */
  adjustment = "adjustment",
}

const KINDS = { ...KINDS_ASKED, adjustment: ["co-op", "rebate"] } as const;
const TYPES = Object.keys(KINDS) as `${EARNED_TYPE}`[];

/**
 * What was earned from one day to another, in US dollars: any month, any lever, and as it was known on any day. Duplicates are dropped before anything is chosen.
 * @customfunction EARNED
 * @helpurl https://localhost:3000/help/earned.html
 * @group Earnings reports
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, the table CoopEarnings, or what EARNINGS gives. Columns are found by name.
 * @param from First day: an Excel date, or text such as "2024-10-01".
 * @param [to] Last day. Default: the last day of from's month.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Optional if the report has only one. "all" adds them up; never compare that sum with a threshold.
 * @param [type] "co-op" (default), "rebate", "rollover", "all", or "adjustment" (of co-op and rebate).
 * @param [lever] Lever as the report names it. "none" takes rows without a lever. Default: any.
 * @param [program] Program name. Default: Microsoft Commerce Incentives.
 * @param [known_by] Day by which an earning was calculated. Of one that was calculated again later, the earlier version counts. Default: as it is known now.
 * @returns An amount in US dollars, with parts of a cent as the report has them, so that parts add up to the whole.
 * @example =COOP.EARNED(Earnings[#All],"2024-10-01",,"1234567") → 3600
 * @example =COOP.EARNED(Earnings[#All],"2024-07-01","2024-12-31","1234567") → 10020
 * @example =COOP.EARNED(Earnings[#All],"2024-10-01",,"1234567","co-op","Azure consumption CSP motion") → 0
 * @example =COOP.EARNED(Earnings[#All],"2024-10-01",,"1234567",,,,"2024-10-31") → 0
 * October was calculated in November.
 */
export function earned(
  report: unknown[][],
  from: unknown,
  to?: unknown,
  partner_id?: unknown,
  type?: EARNED_TYPE,
  lever?: unknown,
  program?: unknown,
  known_by?: unknown,
): number {
  return answer(() => {
    const first = readDay(from, "from");
    const last = readOptionalDay(to, "to") ?? endOfMonth(first);
    if (last < first) throw badInput(`to, ${formatDay(last)}, is before from, ${formatDay(first)}.`);
    const kind = readChoice(type, "type", TYPES);
    const question = readQuestion(readRows(report, readOptionalDay(known_by, "known_by")), partner_id, program);
    const { rows, partner } = question;
    const isOfLever = readLever(rows, lever);
    const selected = selectFor(question, {
      kinds: KINDS[kind],
      from: serialOf(first),
      to: serialOf(last),
      only: (row) =>
        (kind !== "adjustment" || isAdjustment(rows.types[rows.type[row]!]?.shown ?? "adjustment")) && (isOfLever?.(row) ?? true),
    });
    const total = dollarsOfMicros(selected.counted.reduce((sum, row) => plus(sum, rows.micros[row]!), 0));
    step(() => `${describePartner(rows, partner)} earned $${total} (${kind}) from ${question.program.name} in ${formatDays(first, last)}.`);
    return total;
  });
}
