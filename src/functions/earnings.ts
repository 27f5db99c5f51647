import { answer } from "../cells/answer";
import { serialShift } from "../cells/context";
import { instantOf } from "../cells/instant";
import { dayCell, serialCell, type Cell } from "../cells/lay-out";
import { readChoice, readOptionalDay } from "../cells/read";
import { step } from "../cells/trace";
import { dayOfSerial, firstOfMonth, SECONDS_A_DAY } from "../domain/calendar/day";
import { halfOf, labelOf } from "../domain/calendar/half";
import { memoize } from "../domain/memoize";
import { dollarsOfMicros } from "../domain/money/money";
import { COUNTED, statusOfRows } from "../reports/range/earning-list";
import { rolloverOf } from "../reports/range/earning-kinds";
import { readRows, TROUBLE } from "../reports/range/rows";
import { textAt } from "../reports/range/report-cells";

/**
 * Which rows of the report to list.
 * @customenum {string}
 */
enum EARNINGS_ROWS {
  /** One row for each earning (default) */
  counted = "counted",
  /** Duplicates, replaced versions, claims, other currencies, and rows that can't be read, each with its reason */
  notCounted = "not counted",
  /** Both, in the report's order */
  all = "all",
}

const ROWS = ["counted", "not counted", "all"] as const satisfies `${EARNINGS_ROWS}`[];

const HEADER = [
  "Partner ID",
  "Program",
  "Fiscal half",
  "Month",
  "Lever",
  "Type",
  "Amount USD",
  "Calculated",
  "Earning ID",
  "Report row",
  "Status",
];

/**
 * A report's earnings in one clean table: spills a header and a row for each earning, without duplicates and replaced versions. SUMIFS, PivotTables, and COOP functions can build on it. What is left out, and why, is listed by "not counted".
 * @customfunction EARNINGS
 * @helpurl https://localhost:3000/help/earnings.html
 * @group Earnings reports
 * @seealso EARNED, LEDGER, DAY
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, or the table CoopEarnings. Columns are found by name.
 * @param [rows] "counted" (default), "not counted", or "all".
 * @param [known_by] Day by which an earning was calculated. Of one that was calculated again later, the earlier version counts. Default: as it is known now.
 * @returns A table. Month is its first day, Calculated a day with its time in UTC; amounts are in US dollars, with parts of a cent as the report has them.
 * @example =INDEX(COOP.EARNINGS(Earnings[#All]),2,7) → 5400
 * @example =COOP.ACCRUED(COOP.EARNINGS(Earnings[#All]),"FY25 H1","1234567") → 10020
 * What it gives is accepted as a report.
 * @example =COOP.EARNINGS(Earnings[#All],"counted","2024-10-31") → Partner ID | Program | Fiscal half | Month | Lever | Type | Amount USD | Calculated | Earning ID | Report row | Status
 * Only the header: the first earnings were calculated in November.
 * @example =ROWS(COOP.EARNINGS(Earnings[#All],"not counted"))-1 → 1
 * One row does not count: a duplicate.
 */
export function earnings(report: unknown[][], rows?: EARNINGS_ROWS, known_by?: unknown): unknown[][] {
  return answer(() => {
    const which = readChoice(rows, "rows", ROWS);
    const read = readRows(report, readOptionalDay(known_by, "known_by"));
    const { columns, partner, program, type, day, micros, trouble } = read;
    const status = statusOfRows(read, which !== "counted");
    const halfOn = memoize((serial: number) => labelOf(halfOf(dayOfSerial(serial))), Infinity);
    const monthOn = memoize((serial: number) => dayCell(firstOfMonth(dayOfSerial(serial))), Infinity);
    const listed: Cell[][] = [HEADER];
    for (let row = 0; row < read.count; row++) {
      const itsStatus = status[row];
      const counts = itsStatus === COUNTED;
      if (itsStatus === undefined || (counts ? which === "not counted" : which === "counted")) continue;
      const cells = read.cells[read.position[row]!]!;
      const found = read.types[type[row]!];
      listed.push([
        read.partners[partner[row]!]?.shown ?? textAt(cells[columns.partnerId]),
        read.programs[program[row]!]?.shown ?? textAt(cells[columns.program]),
        day[row] === 0 ? "" : halfOn(day[row]!),
        day[row] === 0 ? textAt(cells[columns.date]) : monthOn(day[row]!),
        columns.lever < 0 ? "" : textAt(cells[columns.lever]),
        found ? (found.kind === "rollover" && columns.reason >= 0 ? rolloverOf(found.shown) : found.shown) : textAt(cells[columns.type]),
        trouble[row]! & TROUBLE.amount
          ? textAt(cells[columns.amount])
          : trouble[row]! & (TROUBLE.currency | TROUBLE.unknownCurrency)
            ? `${textAt(cells[columns.currency])} ${textAt(cells[columns.amount])}`
            : dollarsOfMicros(micros[row]!),
        columns.calculated < 0 ? "" : calculatedAt(cells[columns.calculated]),
        columns.earningId < 0 ? "" : textAt(cells[columns.earningId]),
        read.position[row]! + 1,
        itsStatus,
      ]);
    }
    step(() => `${read.count} rows with earnings in the report, ${listed.length - 1} listed here (${which}).`);
    return listed;
  });
}

/** When an earning was calculated, to the second, since it decides which version is the latest. */
function calculatedAt(cell: unknown): Cell {
  const instant = instantOf(cell);
  return instant === null ? textAt(cell) : serialCell(instant / SECONDS_A_DAY - serialShift());
}
