import type { HistoryEntry } from '../../domain/claims/claim';
import { columnsOf, isChange, type TableCells, type TableChange } from '../../records/table';

/** The columns that say when and where a row was last changed. */
export const STAMP_COLUMNS = ['Changed', 'Changed in'] as const;

/**
 * Stamps the rows that people changed in the sheet, along with a save of other rows: nothing else records it. Rows
 * that are saved themselves carry the pane's stamp, which came later, and what was changed in the sheet is in the history.
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
    // of a copied row, the first one has the ID
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
