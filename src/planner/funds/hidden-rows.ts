import { pick, plural } from '../../domain/text/plural';
import type { SelectedReport } from '../../storage/workbook';

/** Says that hidden rows of the selected cells were read with the rest, since people hide rows to leave them out; null if none are hidden. */
export function describeHiddenRows({ cells, hiddenRows }: Pick<SelectedReport, 'cells' | 'hiddenRows'>): string | null {
  if (hiddenRows === 0) return null;
  const rows = plural(cells.length - 1, 'row');
  if (hiddenRows === 'some') return `Some of ${rows} are hidden by a filter or by hand. They're included.`;
  const hidden = hiddenRows.toLocaleString('en-US');
  return `${hidden} of ${rows} ${pick(hiddenRows, 'is', 'are')} hidden by a filter or by hand. ${pick(hiddenRows, "It's", "They're")} included.`;
}
