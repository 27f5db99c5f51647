import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { describeMissing } from '../../../src/planner/store/missing-tables';
import { openPlanning } from '../../../src/planner/store/open-planning';
import { planningOn, settled } from '../../support/planning';
import { activity, claim, expense } from '../../support/records';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

/** A workbook with an activity and a claim, read. */
async function planned() {
  const planning = planningOn();
  const { store, tables } = planning;
  await store.readAgain();
  await store.save(
    { activities: [{ value: activity({ expenses: [expense()] }), base: null }], claims: [{ value: claim(), base: null }] },
    'Planned it.',
  );
  await store.readAgain();
  const rename = (from: string, to: string): void => {
    tables.held.set(to, tables.held.get(from)!);
    tables.held.delete(from);
  };
  const ours = () => ({ value: { ...planning.kept('A-AAAAAA').value, owner: 'Bob' }, base: planning.kept('A-AAAAAA') });
  const owners = (name: string) => tables.rows(name).map(({ Owner }) => Owner);
  return { ...planning, rename, ours, owners };
}

const NOT_WRITTEN =
  'Nothing was written because the table CoopPlan is missing. What you entered is still here. Rename the table back to CoopPlan or create a new one, and then save again.';

describe('a table of the plan that is not there anymore', () => {
  it.each([
    ['before anybody here has heard of it', false],
    ['when it is already known here', true],
  ])('is not made again by a save, %s; with its name back it is saved', async (_when, isRead) => {
    const { store, tables, read, rename, ours, owners } = await planned();
    const typed = ours();
    rename('CoopPlan', 'OurPlan');
    if (isRead) await store.readAgain();
    expect(await store.save({ activities: [typed] }, 'Saved.')).toEqual({ outcome: 'trouble', sentence: NOT_WRITTEN, gone: [] });
    expect(await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Saved.')).toEqual({
      outcome: 'trouble',
      sentence: NOT_WRITTEN,
      gone: [],
    });
    expect(tables.held.has('CoopPlan')).toBe(false);
    expect(read().lost).toEqual([{ name: 'CoopPlan', alike: null }]);
    expect(read().activities.map(({ value }) => value.owner)).toEqual(['Ana']);
    rename('OurPlan', 'CoopPlan');
    expect(await store.save({ activities: [typed] }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    expect(owners('CoopPlan')).toEqual(['Bob']);
    expect(read().lost).toEqual([]);
  });

  it('is not said to be deleted from, either', async () => {
    const { store, kept, rename, owners } = await planned();
    rename('CoopPlan', 'OurPlan');
    expect(await store.save({ activities: [{ remove: kept('A-AAAAAA') }] }, 'Deleted.')).toMatchObject({
      outcome: 'trouble',
      sentence: NOT_WRITTEN,
    });
    expect(owners('OurPlan')).toEqual(['Ana']);
  });

  it('does not stop what needs another table', async () => {
    const { store, keptClaim, rename, tables } = await planned();
    rename('CoopExpenses', 'OurCosts');
    const kept = keptClaim('C-AAAAAA');
    expect(await store.save({ claims: [{ value: { ...kept.value, notes: 'Sent' }, base: kept }] }, 'Saved.')).toMatchObject({
      outcome: 'saved',
    });
    expect(tables.rows('CoopClaims')).toMatchObject([{ Notes: 'Sent' }]);
    expect(tables.held.has('CoopExpenses')).toBe(false);
  });

  it.each(['CoopPlan', 'CoopExpenses'])('nothing is undone that needs it: %s', async (name) => {
    const { store, kept, rename, tables } = await planned();
    await store.save({ activities: [{ remove: kept('A-AAAAAA') }] }, 'Deleted.');
    rename(name, 'Ours');
    expect(await store.undoable.at(-1)!.run()).toMatchObject({
      outcome: 'trouble',
      sentence: expect.stringMatching(`^Nothing was undone. The table ${name} is no longer in this workbook`) as string,
    });
    expect(tables.held.has(name)).toBe(false);
  });

  it('is made again once someone gives it up', async () => {
    const { store, read, rename, ours, owners } = await planned();
    const typed = ours();
    rename('CoopPlan', 'OurPlan');
    await store.readAgain();
    await store.beginAnew();
    expect(read()).toMatchObject({ lost: [], activities: [], hasPlan: false });
    expect(await store.save({ activities: [{ value: typed.value, base: null }] }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    expect([owners('CoopPlan'), owners('OurPlan')]).toEqual([['Bob'], ['Ana']]);
  });

  it('is known by its columns where it was renamed while no pane was open, a column less; nothing is made next to it', async () => {
    const { tables, rename } = await planned();
    rename('CoopPlan', 'OurPlan');
    tables.narrow('OurPlan', 'Owner');
    const store = openPlanning({ tables, onTablesChange: () => () => {}, onCalculated: () => () => {} });
    await store.readAgain();
    await settled();
    expect(store.current()).toMatchObject({ step: 'read', read: { lost: [{ name: 'CoopPlan', alike: 'OurPlan' }] } });
    expect(await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Saved.')).toMatchObject({
      outcome: 'trouble',
      sentence: NOT_WRITTEN,
    });
    rename('OurPlan', 'CoopPlan');
    await store.readAgain();
    expect(store.current()).toMatchObject({ read: { lost: [], activities: [{ value: { id: 'A-AAAAAA' } }] } });
  });

  it('is not found in our other tables and in tables of other columns', async () => {
    const { tables } = await planned();
    tables.held.delete('CoopPlan');
    tables.held.set('Mine', { header: ['ID', 'Owner', 'Budget'], values: [], formulas: [] });
    const store = openPlanning({ tables, onTablesChange: () => () => {}, onCalculated: () => () => {} });
    await store.readAgain();
    await settled();
    expect(store.current()).toMatchObject({ read: { lost: [] } });
  });
});

describe('what is said of it', () => {
  const WHERE = '(Table Design › Table Name)';
  it.each([
    [
      [['CoopPlan', null]],
      `The table CoopPlan is no longer in this workbook. If it was renamed, rename it back to CoopPlan ${WHERE}. You see the data last read.`,
    ],
    [
      [['CoopPlan', 'OurPlan']],
      `The table CoopPlan isn't in this workbook, but OurPlan has its columns. If the table was renamed, rename it back to CoopPlan ${WHERE}.`,
    ],
    [
      [
        ['CoopPlan', null],
        ['CoopProof', null],
      ],
      `The tables CoopPlan and CoopProof are no longer in this workbook. If they were renamed, rename them back ${WHERE}. You see the data last read.`,
    ],
    [
      [
        ['CoopPlan', 'A'],
        ['CoopProof', 'B'],
      ],
      `The tables CoopPlan and CoopProof aren't in this workbook, but A and B have their columns. If the tables were renamed, rename them back ${WHERE}.`,
    ],
  ] as [[string, string | null][], string][])('%j', (lost, sentence) => {
    expect(describeMissing(lost.map(([name, alike]) => ({ name, alike })))).toBe(sentence);
  });
});
