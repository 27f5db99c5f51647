import { beforeAll, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { serialOf } from '../../src/domain/calendar/day';
import { mergeTables } from '../../src/merging/merge-tables';
import type { SideTable } from '../../src/merging/side';
import { mergeRows } from '../../src/records/merge-rows';
import type { CellContent, TableCells } from '../../src/records/table';
import { PLAN } from '../../src/storage/planning/plan-table';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

/** What each version of a cell may hold. */
const VALUES: Readonly<Record<string, readonly CellContent[]>> = {
  Owner: ['', 'Ann', 'Bo'],
  Budget: ['', 100, 250.5],
  Start: ['', serialOf('2025-03-01'), serialOf('2025-04-02')],
  'Core met': ['', 'yes', 'no'],
};
const CASES = Object.entries(VALUES).flatMap(([column, values]) =>
  values.flatMap((base) => values.flatMap((mine) => values.map((theirs) => ({ column, base, mine, theirs })))),
);

const HEADER = ['ID', ...Object.keys(VALUES)];
const rowWith = (column: string, cell: CellContent): CellContent[] =>
  HEADER.map((name) => (name === 'ID' ? 'A-1' : name === column ? cell : ''));
const side = (column: string, cell: CellContent): ReadonlyMap<string, SideTable> =>
  new Map([
    [
      'CoopPlan',
      { header: HEADER, columnIds: [], rows: [{ row: 5, cells: rowWith(column, cell).map((value) => ({ value, formula: null })) }] },
    ],
  ]);

/** What a save says, whose edit is mine and whose sheet is theirs. */
function savedBy({ column, base, mine, theirs }: (typeof CASES)[number]): string {
  const row = rowWith(column, theirs);
  const sheet: TableCells = { header: HEADER, values: [row], formulas: [row] };
  const cells = Object.fromEntries(HEADER.map((name, index) => [name, rowWith(column, base)[index]!]));
  const { change, conflicts } = mergeRows(PLAN, sheet, [
    { id: 'A-1', subject: 'A-1', base: { id: 'A-1', row: 0, cells }, was: { [column]: base }, now: { [column]: mine } },
  ]);
  const isWritten = change.set.size > 0;
  if (conflicts.length > 0) return 'conflict';
  if (isWritten) return 'mine';
  if (theirs === base) return 'no one';
  return mine === theirs ? 'both-same' : 'theirs';
}

it('a save and a copy that comes back follow one rule', () => {
  for (const each of CASES) {
    const { column, base, mine, theirs } = each;
    const { changes } = mergeTables({ base: side(column, base), mine: side(column, mine), theirs: side(column, theirs) });
    expect({ ...each, kind: changes[0]?.kind ?? 'no one' }).toEqual({ ...each, kind: savedBy(each) });
    expect(changes.length).toBeLessThanOrEqual(1);
  }
});
