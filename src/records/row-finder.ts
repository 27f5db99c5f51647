import { groupBy } from '../domain/group-by';
import { MissingColumns } from './missing-columns';
import type { Columns, StoredRow, RecordTable } from './record-table';
import type { TableCells } from './table';

/** Finds rows by ID, even if they moved. A row whose ID is blank or not unique is found by its cells. */
export function rowFinder(
  table: RecordTable<Columns>,
  cells: TableCells | null,
  columnIndex: Record<string, number>,
): (id: string, base: StoredRow | null) => number | null {
  const { key } = table;
  if (key === null) return () => null;
  if (cells && columnIndex[key]! < 0) throw new MissingColumns(table.design.name, [key]);
  const taken = new Set<number>();
  const byId = groupBy(cells?.values.keys() ?? [], (row) => foldId(String(cells!.values[row]![columnIndex[key]!] ?? '')));
  return (id, base) => {
    const isNamed = base === null || base.id !== '';
    const candidates = (byId.get(foldId(base === null ? id : base.id)) ?? []).filter((row) => !taken.has(row));
    const sameCells = (row: number): boolean =>
      base !== null &&
      Object.entries(base.cells).every(
        ([column, cell]) => columnIndex[column]! < 0 || cells!.formulas[row]![columnIndex[column]!] === cell,
      );
    const nearest = candidates
      .filter((row) => (isNamed && candidates.length === 1) || sameCells(row))
      .sort((a, b) => distance(a, base) - distance(b, base))[0];
    const found = nearest ?? (isNamed ? (candidates.find((row) => row === base?.row) ?? candidates[0]) : undefined);
    if (found === undefined) return null;
    taken.add(found);
    return found;
  };
}

const distance = (row: number, base: StoredRow | null): number => Math.abs(row - (base?.row ?? 0));
const foldId = (id: string): string => id.trim().toUpperCase();
