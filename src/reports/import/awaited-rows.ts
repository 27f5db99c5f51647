import { comparableEarningId } from '../../domain/earnings/earning-id';
import type { AwaitedRow, SettledRow } from '../../domain/earnings/uncounted-row';
import { groupBy } from '../../domain/group-by';
import { typeKey } from '../../rulebook/name-keys';
import { allOf, type Cells } from './line-cells';
import { cellsOfText, rowText } from './row-text';

/** Rows that earlier reports couldn't count, looked for among those that a report counts. */
export class AwaitedRows {
  private readonly byId: ReadonlyMap<string, readonly AwaitedRow[]>;
  private readonly byCells: readonly { row: AwaitedRow; cells: readonly string[] }[];
  /** The place that settles a row; null where several might. */
  private readonly found = new Map<AwaitedRow, string | null>();

  constructor(rows: readonly AwaitedRow[]) {
    // a rebate and a co-op part share one earning ID
    const hasId = ({ earningId, earningType }: AwaitedRow): boolean => comparableEarningId(earningId) !== '' && earningType !== '';
    this.byId = groupBy(rows.filter(hasId), ({ earningId }) => comparableEarningId(earningId));
    this.byCells = rows
      .filter((row) => row.row !== '' && !hasId(row))
      .slice(0, MAX_BY_CELLS)
      .map((row) => ({ row, cells: cellsOfText(row.row) }));
  }

  get isEmpty(): boolean {
    return this.byId.size === 0 && this.byCells.length === 0;
  }

  /** Looks at a row that counts. */
  look(cells: Cells, earningId: string, earningType: string, place: string): void {
    for (const row of this.byId.get(earningId) ?? [])
      if (typeKey(row.earningType) === typeKey(earningType) && !this.found.has(row)) this.found.set(row, place);
    if (this.byCells.length === 0) return;
    const texts = cellsOfText(rowText(allOf(cells)));
    for (const { row, cells: wanted } of this.byCells)
      if (isSameButOne(wanted, texts)) this.found.set(row, this.found.has(row) ? null : place);
  }

  settled(): SettledRow[] {
    return [...this.found].flatMap(([row, by]) => (by === null ? [] : [{ row, by }]));
  }
}

/** Whether two rows are the same but for one cell, which may be blank in one of them. */
function isSameButOne(a: readonly string[], b: readonly string[]): boolean {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (longer - shorter > 1) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end >= longer - 1;
}

/** Each is compared with each row of a report. */
const MAX_BY_CELLS = 200;
