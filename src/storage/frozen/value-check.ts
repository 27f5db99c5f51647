import type { CellContent } from '../../records/table';

/** What the values of several cells can be checked by, in one cell: their size, and a short number for each row. */
export const checkOf = (values: readonly (readonly CellContent[])[]): string =>
  `${values.length} x ${values[0]?.length ?? 0} cells: ${values.map(checkOfRow).join(' ')}`;

/** The size in a check; null if it is none. */
export function sizeIn(check: string): { rows: number; columns: number } | null {
  const found = /^(\d+) x (\d+) cells: /.exec(check);
  return found && { rows: Number(found[1]), columns: Number(found[2]) };
}

/** Whether cells still have the values of a check. Blank rows may have come between, and rows may be sorted or deleted. */
export function passes(check: string, values: readonly (readonly CellContent[])[]): boolean {
  const known = (check.split(': ')[1] ?? '').split(' ');
  return values.every((row) => {
    if (row.every((cell) => cell === '')) return true;
    const index = known.indexOf(checkOfRow(row));
    if (index >= 0) known.splice(index, 1);
    return index >= 0;
  });
}

/** FNV-1a over the text of a row, in 6 hexadecimal digits. */
function checkOfRow(row: readonly CellContent[]): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(row)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').slice(0, 6);
}
