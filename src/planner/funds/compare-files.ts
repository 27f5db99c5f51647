import type { EarningRow } from '../../domain/earnings/earning';
import type { EarningsImport } from '../../reports/import/earnings-import';
import { compareReports, type ReportToWrite, type Written } from '../../storage/funds/write-report';

/** A report that was read, and its individual rows; null if they can't be compared by earning ID. */
export interface FileToCompare {
  found: EarningsImport;
  report: ReportToWrite;
  rows: readonly EarningRow[] | null;
}

/** What the later of two files changes of the earlier one. */
export interface ComparedFiles {
  earlier: string;
  later: string;
  /** Whether the files' calculation dates show which is later. Otherwise, it's the second one. */
  isOrderKnown: boolean;
  news: Omit<Written, 'unlisted'>;
}

/** Compares two downloads of a report with each other. Nothing of it depends on the workbook. */
export function compareFiles(first: FileToCompare, second: FileToCompare): ComparedFiles {
  const [firstDay, secondDay] = [first.found.asOf, second.found.asOf];
  const isOrderKnown = firstDay !== null && secondDay !== null && firstDay !== secondDay;
  const [earlier, later] = isOrderKnown && firstDay > secondDay ? [second, first] : [first, second];
  return {
    earlier: earlier.report.source,
    later: later.report.source,
    isOrderKnown,
    news: compareReports(
      { ...earlier.report, ...(earlier.rows && { rows: earlier.rows }) },
      { ...later.report, ...(later.rows && { compared: later.rows }) },
    ),
  };
}
