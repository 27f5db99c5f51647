import { earningKeyOf } from './duplicates';
import { ANY_DAY, unreadableCell } from './question';
import { TROUBLE, type ReportRows } from './rows';
import { ALL_KINDS, select } from './select';

/** The status of a row that counts. */
export const COUNTED = 'counted';

/** What becomes of each row: whether it counts, and otherwise why not; without `reasons`, only of those that count. */
export function statusOfRows(rows: ReportRows, reasons: boolean): (string | undefined)[] {
  const status = Array<string | undefined>(rows.count).fill(undefined);
  const selected = select(rows, { partner: null, program: null, kinds: ALL_KINDS, apart: true, ...ANY_DAY });
  for (const row of selected.counted) status[row] = COUNTED;
  if (!reasons) return status;

  for (const row of selected.unreadable) status[row] = `unreadable: ${unreadableCell(rows, row)}`;
  for (const row of selected.foreign) status[row] = 'not in US dollars';
  for (const row of selected.disputed) status[row] = 'unreadable: another version, and no calculation date shows which is the latest';
  let counted: ReadonlyMap<string, number> | null = null;
  for (let row = 0; row < rows.count; row++) {
    if (status[row] === undefined) status[row] = reasonOf(row);
  }
  return status;

  function reasonOf(row: number): string {
    if (rows.trouble[row]! & TROUBLE.later) return 'calculated later';
    if (rows.types[rows.type[row]!]?.kind === 'claim') return 'claim: a payment';
    counted ??= new Map([...selected.counted].map((each) => [earningKeyOf(rows, each), each]));
    const kept = counted.get(earningKeyOf(rows, row));
    if (kept === undefined) return 'replaced by a later calculation';
    const isSame = rows.day[kept] === rows.day[row] && rows.micros[kept] === rows.micros[row];
    return `${isSame ? 'duplicate of' : 'replaced by'} row ${rows.position[kept]! + 1}`;
  }
}
