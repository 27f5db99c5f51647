import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import type { Activity } from '../../src/domain/activities/activity';
import { serialOf, type Day } from '../../src/domain/calendar/day';
import type { CellContent } from '../../src/records/table';
import { planningOn } from '../support/planning';
import { activity } from '../support/records';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

/** Fields of an activity, their columns, and the cells they are written as. */
const FIELDS = {
  owner: ['Owner', fc.constantFrom('', 'Bob', '=1+1', '0012'), String],
  description: ['Description', fc.constantFrom('', 'x', '@y', '-z'), String],
  budget: ['Budget', fc.constantFrom(null, 0, 1, 123_456), (cents) => (cents === null ? '' : Number(cents) / 100)],
  priority: ['Priority', fc.constantFrom(null, 0, 3), (n) => (n === null ? '' : Number(n))],
  start: ['Start', fc.constantFrom(null, '2025-03-01', '2025-03-15'), (day) => (day === null ? '' : serialOf(day as Day))],
  meetsCore: ['Core met', fc.constantFrom(null, true, false), (is) => (is === null ? '' : is ? 'yes' : 'no')],
} as const satisfies Record<string, readonly [string, fc.Arbitrary<unknown>, (value: unknown) => CellContent]>;
type Field = keyof typeof FIELDS;
const fields = Object.keys(FIELDS) as Field[];

const ours = fc.record(Object.fromEntries(fields.map((field) => [field, FIELDS[field][1]])) as Record<Field, fc.Arbitrary<unknown>>, {
  requiredKeys: [],
});
/** What others type: anything, also what cannot be read. */
const theirs = fc.record(
  Object.fromEntries(
    fields.map((field) => [
      FIELDS[field][0],
      fc.oneof(
        fc.constantFrom<CellContent>('', 'Bob', '#N/A', 'who knows', 3, 45731, true),
        FIELDS[field][1].map((value) => FIELDS[field][2](value)),
      ),
    ]),
  ),
  { requiredKeys: [] },
);

async function begun() {
  const planning = planningOn();
  await planning.store.readAgain();
  await planning.store.save(
    {
      activities: [
        { value: activity(), base: null },
        { value: activity({ id: 'A-BBBBBB' }), base: null },
      ],
    },
    'Begun.',
  );
  return { ...planning, cells: () => planning.tables.rows('CoopPlan').find(({ ID }) => ID === 'A-AAAAAA')! };
}

describe('two people at one row', () => {
  it('no cell of theirs is lost that we did not change, ours is written, and what both changed is told', async () => {
    await fc.assert(
      fc.asyncProperty(ours, theirs, fc.boolean(), async (mine, others, sorted) => {
        const { store, tables, kept, cells, read } = await begun();
        const opened = kept('A-AAAAAA');
        for (const [column, cell] of Object.entries(others)) tables.write('CoopPlan', 0, column, cell as CellContent);
        if (sorted) tables.reverse('CoopPlan');
        const before = cells();
        const value = { ...opened.value, ...mine } as Activity;
        const saved = await store.save({ activities: [{ value, base: opened }] }, 'Saved.');
        const after = cells();
        const told = saved.outcome === 'saved' ? saved.conflicts.map(({ column }) => column) : [];
        expect(saved.outcome).toBe('saved');
        for (const field of fields) {
          const [column, , write] = FIELDS[field];
          const wanted = write(value[field]);
          const isTouched = wanted !== write(opened.value[field]);
          if (!isTouched) {
            expect(after[column]).toBe(before[column]);
            expect(told).not.toContain(column);
            continue;
          }
          await store.readAgain();
          expect(kept('A-AAAAAA').value[field]).toBe(value[field]);
          const isChangedByThem = before[column] !== opened.base.row.cells[column];
          if (!isChangedByThem) expect(told).not.toContain(column);
          else if (after[column] !== before[column]) expect(told).toContain(column);
        }
        // with a row that is saved, all they changed in it is kept; what they changed and we wrote over, with a note
        const isSaved = JSON.stringify(after) !== JSON.stringify(before);
        const changedByThem = fields.map((field) => FIELDS[field][0]).filter((column) => before[column] !== opened.base.row.cells[column]);
        expect(
          read()
            .history.map(({ what }) => what)
            .sort(),
        ).toEqual(isSaved ? [...changedByThem].sort() : []);
        expect(
          read()
            .history.filter(({ note }) => note !== '')
            .map(({ what }) => what)
            .sort(),
        ).toEqual([...told].sort());
        // once more, and nothing happens
        tables.writes = 0;
        await store.save({ activities: [{ value: kept('A-AAAAAA').value, base: kept('A-AAAAAA') }] }, 'Again.');
        expect(tables.writes).toBe(0);
        expect(cells()).toEqual(after);
        // and back
        const undo = store.undoable.at(-1);
        if (undo?.sentence === 'Saved.') {
          await undo.run();
          expect(cells()).toEqual(before);
        }
        expect(tables.rows('CoopPlan')).toHaveLength(2);
      }),
      { numRuns: 300 },
    );
  });
});
