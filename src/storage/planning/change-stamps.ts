import type { HistoryEntry } from '../../domain/claims/claim';
import { columnsOf, isChange, type TableCells, type TableChange } from '../../records/table';

/** The columns that say when and where a row was last changed. */
export const STAMP_COLUMNS = ['Changed', 'Changed in'] as const;

/**
 * Stamps rows that people changed in the sheet when other rows are saved, since nothing else records it. Rows in the save
 * get the pane's later stamp instead, and the history has their changes in the sheet.
 */
export function stampSheetEdits(
  cells: TableCells | null,
  key: string,
  change: TableChange,
  inSheet: readonly HistoryEntry[],
): { change: TableChange; ids: string[] } {
  const columnIndex = columnsOf(cells?.header ?? [], [key, ...STAMP_COLUMNS]);
  const last = new Map(inSheet.map((entry) => [entry.subject, entry.at]));
  const set = new Map(change.set);
  const ids: string[] = [];
  cells?.values.forEach((values, row) => {
    const id = String(values[columnIndex[key]!] ?? '').trim();
    const when = last.get(id);
    // if a row was copied, the first one keeps the ID
    last.delete(id);
    if (when === undefined || set.has(row) || change.remove.includes(row)) return;
    ids.push(id);
    set.set(
      row,
      cells.header.map((_, column) => (column === columnIndex.Changed ? when : column === columnIndex['Changed in'] ? 'sheet' : null)),
    );
  });
  return { change: ids.length === 0 ? change : { ...change, set, isDispensable: !isChange(change) }, ids };
}
