import { Problem } from '../../domain/problem';
import { money } from '../../records/cell-types';
import { readCell, type Columns, type RecordTable } from '../../records/record-table';
import type { Conflict } from './planning-store';

/** The sheet's value in a column that both sides changed, as a field of the record; null if people don't fill in the column or the value can't be read. */
export function theirsInColumn(
  table: RecordTable<Columns>,
  { column, theirs }: Pick<Conflict, 'column' | 'theirs'>,
): Readonly<Record<string, unknown>> | null {
  const found = Object.entries(table.columns).find(([, { name }]) => name === column);
  if (!found || !('kind' in found[1]) || column === table.key) return null;
  const [field, { kind }] = found;
  try {
    // amounts are shown with thousands separators
    return { [field]: readCell<unknown>(kind, (kind as unknown) === money ? theirs.replaceAll(',', '') : theirs, column) };
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}
