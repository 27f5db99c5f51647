import { answer, type Book } from "../cells/answer";
import { dayCell, moneyCell, type Cell } from "../cells/lay-out";
import { readOptionalHalf, readOptionalText } from "../cells/read";
import { step } from "../cells/trace";
import { labelOf, lastDay } from "../domain/calendar/half";
import { deadline } from "../domain/calendar/deadlines";
import { applyThreshold } from "../domain/earnings/threshold";
import { ledgerOf, type LedgerEntry } from "../reports/range/ledger";
import { ANY_DAY, daysOf, findReportProgram, noteCounting, readPartner, thresholdOrNull } from "../reports/range/question";
import { readRows } from "../reports/range/rows";
import { ALL_KINDS, select } from "../reports/range/select";
import { ifCovered } from "../rulebook/if-covered";

const HEADER = [
  "Partner ID",
  "Program",
  "Fiscal half",
  "Rebate",
  "Co-op",
  "Threshold",
  "Usable",
  "Converted",
  "Usage start",
  "Usage end",
  "Claim deadline",
  "Earnings counted",
  "Repeats dropped",
  "Rows skipped",
];

/**
 * An earnings report in one table: spills a header and one row for each Partner ID, program, and fiscal half, with what's usable and through which day. Rows that can't be read are counted, never hidden.
 * @customfunction LEDGER
 * @helpurl https://localhost:3000/help/ledger.html
 * @group Earnings reports
 * @param report Range with its header row, such as Earnings[#All]: a Partner Center earnings report, or the table CoopEarnings. Columns are found by name.
 * @param [half] Fiscal half such as "FY25 H1", or any date in it. Default: all.
 * @param [partner_id] Partner ID (MPN ID), with or without leading zeros. Default: all.
 * @param [program] Program name. Default: all.
 * @returns A table without totals. Rebate excludes rollovers; amounts are in US dollars.
 * @example =COOP.LEDGER(Earnings[#All],"FY25 H2") → Partner ID | Program | Fiscal half | Rebate | Co-op | Threshold | Usable | Converted | Usage start | Usage end | Claim deadline | Earnings counted | Repeats dropped | Rows skipped // 7654321 | Microsoft Commerce Incentives | FY25 H2 | 0 | 650 | 10000 | 0 | 650 | 2025-07-01 | 2025-12-31 | 2026-02-15 | 1 | 0 | 0
 * @example =INDEX(COOP.LEDGER(Earnings[#All],"FY25 H1","7654321"),2,8) → 9999.99
 * One cell of it: what is converted to rebate.
 */
export function ledger(report: unknown[][], half?: unknown, partner_id?: unknown, program?: unknown): unknown[][] {
  return answer((book) => {
    const earned = readOptionalHalf(half, "half");
    const programText = readOptionalText(program, "program");
    const rows = readRows(report);
    const selected = select(rows, {
      program: programText === null ? null : findReportProgram(rows, programText).position,
      partner: readPartner(rows, partner_id, "all"),
      kinds: ALL_KINDS,
      apart: true,
      ...(earned ? daysOf(earned) : ANY_DAY),
    });
    noteCounting(rows, selected);
    const { entries, unplaced } = ledgerOf(rows, selected);
    step(
      () =>
        `${entries.length} rows, one per Partner ID, program, and fiscal half, ` +
        "each compared with the threshold on the half's last day.",
    );
    return [
      HEADER,
      ...entries.map((entry) => entryCells(book, entry)),
      ...(unplaced > 0 ? [["unreadable", ...Array<string>(HEADER.length - 2).fill(""), unplaced]] : []),
    ];
  });
}

function entryCells(book: Book, { partner, program, half, rebate, coop, counted, repeats, skipped }: LedgerEntry): Cell[] {
  const rules = book.rulesOn(lastDay(half));
  // A half before the first with deadlines is listed without them, since ACCRUED also adds it up.
  const deadlines = ifCovered(() => rules.deadlines().value);
  const threshold = thresholdOrNull(rules, program.known);
  const outcome = threshold && applyThreshold(coop, threshold);
  return [
    partner.shown,
    program.shown,
    labelOf(half),
    moneyCell(rebate),
    moneyCell(coop),
    threshold ? moneyCell(threshold.amount) : "",
    outcome ? moneyCell(outcome.usable) : "",
    outcome ? moneyCell(outcome.converted) : "",
    ...(["usage start", "usage end", "claim"] as const).map((milestone) =>
      deadlines ? dayCell(deadline(half, milestone, deadlines)) : "",
    ),
    counted,
    repeats,
    skipped,
  ];
}
