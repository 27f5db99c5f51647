import { MICROS_A_CENT, sumOf, type Micros } from '../../domain/money/money';
import { groupBy } from '../../domain/group-by';
import type { CollectedRows, LooseRows, MonthKey, MonthRow, ReadFile } from './earnings-import';

/** Rows of a summarized report whose month is also in a report with earning IDs, under the same Partner ID, program and type. */
export interface Overlap {
  rows: readonly LooseRows[];
  micros: Micros;
  /** A key of the report with earning IDs, and what that report has for the month. */
  key: number;
  detailed: Micros;
  /** Whether the two have the same sum, so that the summarized rows are duplicates. Otherwise it isn't known which is right. */
  isSame: boolean;
}

/** Whether a file's rows have no earning IDs, as in the Summarized download of the same report. */
export const isSummarized = ({ kind }: ReadFile): boolean => kind === 'summarized';

/**
 * Splits the rows of summarized reports into those that count and those whose month another report has with earning IDs.
 * The Summarized and the Default download of a report have the same earnings, so the two are never added.
 */
export function summarizedRows(
  { loose, files, keys }: CollectedRows,
  detailed: readonly MonthRow[],
): { counted: LooseRows[]; overlaps: Overlap[] } {
  const summarized = loose.filter(({ file }) => isSummarized(files[file]!));
  if (summarized.length === 0 || files.every(isSummarized)) return { counted: summarized, overlaps: [] };
  const known = new Map<string, { key: number; micros: Micros }>();
  detailed.forEach(({ counted, micros }, key) => {
    if (counted === 0) return;
    const month = monthOf(keys[key]!);
    const same = known.get(month);
    if (same) same.micros += micros;
    else known.set(month, { key, micros });
  });
  const counted = summarized.filter(({ key }) => !known.has(monthOf(keys[key]!)));
  const twice = summarized.filter(({ key }) => known.has(monthOf(keys[key]!)));
  const overlaps = [...groupBy(twice, ({ file, key }) => `${file} ${monthOf(keys[key]!)}`).values()].map((rows): Overlap => {
    const { key, micros: sum } = known.get(monthOf(keys[rows[0]!.key]!))!;
    const micros = sumOf(rows, (row) => row.micros);
    return { rows, micros, key, detailed: sum, isSame: Math.abs(micros - sum) < MICROS_A_CENT };
  });
  return { counted, overlaps };
}

/** What both downloads add up by; a Summarized one may lack levers. */
const monthOf = ({ month, partnerId, program, earningType }: MonthKey): string => JSON.stringify([month, partnerId, program, earningType]);
