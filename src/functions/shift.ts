import { answer } from "../cells/answer";
import { readCount, readHalf } from "../cells/read";
import { scalarOf } from "../cells/scalar";
import { noteInput, step } from "../cells/trace";
import { labelOf, nextHalf, parseMonths, type Half } from "../domain/calendar/half";
import { outOfRange } from "../domain/problem";

/**
 * The label of the fiscal half some halves later or earlier, or of the half itself, which brings any spelling into one form.
 * @customfunction SHIFT
 * @helpurl https://localhost:3000/help/shift.html
 * @group Periods
 * @seealso CALENDAR
 * @param half Fiscal half such as "FY25 H1", any date in it, or its months as Partner Center shows them: "July 2026 – December 2026".
 * @param [count] How many halves later; negative for earlier. Default: 0, the half itself.
 * @returns A label such as FY25 H1.
 * @example =COOP.SHIFT("FY25 H2",1) → FY26 H1
 * @example =COOP.SHIFT("FY25 H1",-1) → FY24 H2
 * @example =COOP.SHIFT("July 2026 – December 2026") → FY27 H1
 * @example =COOP.SHIFT("h1 fy2025") → FY25 H1
 */
export function shift(half: unknown, count?: unknown): string {
  return answer(() => {
    const from = readHalfOrMonths(half);
    const by = readCount(count, "count", { min: -200, max: 200, omitted: 0 });
    const to = nextHalf(from, by);
    if (to.fiscalYear < 2000 || to.fiscalYear > 2100) throw outOfRange(`${labelOf(to)} isn't from FY00 to FY2100.`);
    step(() => `${by} halves after ${labelOf(from)} is ${labelOf(to)}.`);
    return labelOf(to);
  });
}

function readHalfOrMonths(value: unknown): Half {
  const given = scalarOf(value, "half");
  const half = typeof given === "string" ? parseMonths(given) : null;
  if (half) noteInput("half", value, labelOf(half));
  return half ?? readHalf(value, "half");
}
