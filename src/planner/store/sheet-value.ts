import { Problem } from '../../domain/problem';
import { money } from '../../records/cell-types';
import { readCell, type Columns, type RecordTable } from '../../records/record-table';
import type { Conflict } from './planning-store';

/** What the sheet said in a column where both sides changed it, as its record holds it; null where it is no column people fill in, or can't be read. */
export function theirsInColumn(
  table: RecordTable<Columns>,
  { column, theirs }: Pick<Conflict, 'column' | 'theirs'>,
): Readonly<Record<string, unknown>> | null {
  const found = Object.entries(table.columns).find(([, { name }]) => name === column);
  if (!found || !('kind' in found[1]) || column === table.key) return null;
  const [field, { kind }] = found;
  try {
    // amounts are shown with their thousands grouped
    return { [field]: readCell<unknown>(kind, (kind as unknown) === money ? theirs.replaceAll(',', '') : theirs, column) };
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}
