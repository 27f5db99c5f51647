import { MICROS_A_CENT, sumOf, type Micros } from '../../domain/money/money';
import { groupBy } from '../../domain/group-by';
import type { CollectedRows, LooseRows, MonthKey, MonthRow, ReadFile } from './earnings-import';

/** Rows of a file without earning IDs whose month is also in another file, under the same Partner ID, program and type. */
export interface Overlap {
  rows: readonly LooseRows[];
  micros: Micros;
  /** What the other has in the month: a key of it, its sum, and its file; null for all reports with earning IDs. */
  other: { key: number; micros: Micros; file: number | null };
  /** Whether the two have the same sum, so that these rows are duplicates. Otherwise it isn't known which is right. */
  isSame: boolean;
}

/** Rows without earning IDs: those that count, and those whose month another file has, too. */
export interface SortedRows {
  counted: LooseRows[];
  overlaps: Overlap[];
}

/** Whether a file's rows have no earning IDs, as in the Summarized download of the same report. */
export const isSummarized = ({ kind }: ReadFile): boolean => kind === 'summarized';

/**
 * Sorts the rows of summarized reports. The Summarized and the Default download of a report have the same earnings, and so
 * have two Summarized ones, so no two are ever added. `detailed` is what the reports with earning IDs have.
 */
export function summarizedRows({ loose, files, keys }: CollectedRows, detailed: readonly MonthRow[]): SortedRows {
  const summarized = loose.filter(({ file }) => isSummarized(files[file]!));
  const known = new Map<string, Overlap['other']>();
  if (summarized.length > 0)
    detailed.forEach(({ counted, micros }, key) => {
      if (counted === 0) return;
      const month = monthOf(keys[key]!);
      const same = known.get(month);
      if (same) same.micros += micros;
      else known.set(month, { key, micros, file: null });
    });
  return sortedByMonth(summarized, keys, known);
}

/** Sorts the rows without earning IDs that reports with earning IDs have, such as adjustments: other downloads may repeat them. */
export const unidentifiedRows = ({ loose, files, keys }: CollectedRows): SortedRows =>
  sortedByMonth(
    loose.filter(({ file }) => !isSummarized(files[file]!)),
    keys,
    new Map(),
  );

function sortedByMonth(
  loose: readonly LooseRows[],
  keys: readonly MonthKey[],
  detailed: ReadonlyMap<string, Overlap['other']>,
): SortedRows {
  const counted: LooseRows[] = [];
  const overlaps: Overlap[] = [];
  for (const [month, ofMonth] of groupBy(loose, ({ key }) => monthOf(keys[key]!))) {
    const parts = [...groupBy(ofMonth, ({ file }) => file)].map(([file, rows]) => {
      const micros = sumOf(rows, (row) => row.micros);
      return { rows, micros, asOther: { key: rows[0]!.key, micros, file } };
    });
    const detail = detailed.get(month);
    const first = parts[0]!.asOther;
    const different = parts.find(({ micros }) => !isSameSum(micros, first.micros))?.asOther;
    parts.forEach(({ rows, micros }, index) => {
      if (detail) overlaps.push({ rows, micros, other: detail, isSame: isSameSum(micros, detail.micros) });
      else if (different) overlaps.push({ rows, micros, other: isSameSum(micros, first.micros) ? different : first, isSame: false });
      else if (index > 0) overlaps.push({ rows, micros, other: first, isSame: true });
      else counted.push(...rows);
    });
  }
  return { counted, overlaps };
}

/** Whether two sums of a month are the same earnings; a Summarized report may be rounded to cents. */
export const isSameSum = (a: Micros, b: Micros): boolean => Math.abs(a - b) < MICROS_A_CENT;

/** What downloads add up by; a Summarized one may lack levers. */
const monthOf = ({ month, partnerId, program, earningType }: MonthKey): string => JSON.stringify([month, partnerId, program, earningType]);
