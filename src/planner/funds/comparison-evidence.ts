import { withPartnerName, type Partner, type PartnerNames } from '../../domain/earnings/partner-name';
import { centsOfMicros, formatUsd } from '../../domain/money/money';
import { plural } from '../../domain/text/plural';
import type { UncountedRow } from '../../domain/earnings/uncounted-row';
import type { MonthRow } from '../../reports/import/earnings-import';
import { evidenceOfMonths, type FundEvidence } from '../../reports/reconcile/evidence';
import { ROWS_TABLE } from '../../storage/funds/rows-table';
import { uncountedKey } from '../../storage/funds/skipped-table';
import type { FundView } from './funds-view';
import type { ReconcileState } from './reconcile-session';

/** What a comparison is based on. */
export interface ComparisonEvidence {
  evidence: FundEvidence;
  /** What it's based on, and what a report would add. */
  basis: string;
}

/** What is known about a fund: from a report if one was read for it, or else from the rows that the workbook has, or else from its months. */
export function comparisonEvidence(
  fund: FundView,
  months: readonly MonthRow[],
  open: readonly UncountedRow[],
  { evidence: report, inWorkbook }: Pick<ReconcileState, 'evidence' | 'inWorkbook'>,
): ComparisonEvidence {
  const known = evidenceOfMonths(months, fund, open);
  if (report) {
    const names = report.rows?.names ?? [];
    return {
      evidence: isOf(fund, report) ? { ...report, uncounted: together(report.uncounted, known.uncounted) } : report,
      basis: `The causes above are based on the rows of ${names.length === 1 ? names[0] : plural(names.length, 'report')}.`,
    };
  }
  const rows = inWorkbook?.rows ?? null;
  if (rows === null || rows.counted.length === 0) return { evidence: known, basis: `The tables have monthly totals only. ${ASK}` };
  if (!isOf(fund, inWorkbook!)) {
    return {
      evidence: known,
      basis: `The rows in ${ROWS_TABLE} total ${formatUsd(centsOfMicros(inWorkbook!.coop.micros))} for this fund, not ${formatUsd(fund.coop)}, so they aren't used. ${ASK}`,
    };
  }
  return {
    // the table has days without a time, and what couldn't be counted is in CoopSkipped
    evidence: { ...known, rows: { ...rows, edges: [], skipped: 0 } },
    basis: `The causes above are based on the ${plural(rows.counted.length, 'row')} of this fund in ${ROWS_TABLE}. They don't show the time of day${rows.currencies.length > 0 ? '' : ' or other currencies'}. To look for causes in those, choose the report. Nothing is written.`,
  };
}

/** The same with the names of other Partner IDs, which its sentences mention. */
export function withPartnerNames(evidence: FundEvidence, names: PartnerNames): FundEvidence {
  const named = <P extends Partner>(partners: readonly P[]): P[] => partners.map((partner) => withPartnerName(partner, names));
  const { rows } = evidence;
  return {
    ...evidence,
    others: named(evidence.others),
    rows: rows && { ...rows, earnedByOthers: named(rows.earnedByOthers), earnedForOthers: named(rows.earnedForOthers) },
  };
}

const ASK =
  'Choose the report again to look for causes in its rows: single rows, duplicates, adjustments, dates in local time, Partner ID spellings, and currencies. Nothing is written.';

const isOf = (fund: FundView, { coop }: FundEvidence): boolean => centsOfMicros(coop.micros) === fund.coop;

function together(a: readonly UncountedRow[], b: readonly UncountedRow[]): UncountedRow[] {
  const known = new Set(a.map(uncountedKey));
  return [...a, ...b.filter((row) => !known.has(uncountedKey(row)))];
}
