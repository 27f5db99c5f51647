import { describe, expect, it } from 'vitest';
import type { Activity, Expense } from '../../../src/domain/activities/activity';
import { draftOf, follow, isUnsaved, type Draft } from '../../../src/planner/activities/activity-draft';
import type { ActivityForm } from '../../../src/planner/activities/activity-form';
import { takeTheirs } from '../../../src/planner/store/merge-form';
import type { Stored } from '../../../src/planner/store/planning-store';
import { activity } from '../../pane/plan/activity';

const kept = (value: Activity): Stored<Activity> => ({
  value,
  row: 0,
  troubles: [],
  base: { row: { id: value.id, row: 0, cells: {} }, parts: new Map() },
});
const typed = (draft: Draft, change: Partial<ActivityForm>): Draft => ({ ...draft, form: { ...draft.form, ...change } });
const line = (id: string, budget: number, note = ''): Expense => ({ id, type: 'Giveaways', budget, actual: null, note });

describe('a draft while the sheet changes under it', () => {
  const was = activity({ activity: 'Telemarketing', owner: 'Ana', budget: 100 });
  const begun = draftOf(was, kept(was));

  it('follows in fields no one typed into, and keeps the others', () => {
    const draft = follow(typed(begun, { owner: 'Bo' }), kept({ ...was, budget: 250 }));
    expect(draft.form).toMatchObject({ owner: 'Bo', budget: '2.50' });
    expect(draft.clashes).toEqual([]);
    expect(draft.base).toBe(begun.base);
  });

  it('keeps what was typed where the sheet changed it too, tells it, and gives it up on request', () => {
    const draft = follow(typed(begun, { owner: 'Bo' }), kept({ ...was, owner: 'Cleo' }));
    expect(draft.form.owner).toBe('Bo');
    expect(draft.clashes).toEqual([{ field: 'owner', theirs: 'Cleo' }]);
    expect(follow(draft, kept({ ...was, owner: 'Cleo', budget: 1 })).clashes).toEqual(draft.clashes);
    expect(takeTheirs(draft, 'owner')).toMatchObject({ form: { owner: 'Cleo' }, clashes: [] });
  });

  it('tells nothing where both sides wrote the same', () => {
    expect(follow(typed(begun, { owner: 'Bo' }), kept({ ...was, owner: 'Bo' }))).toMatchObject({ form: { owner: 'Bo' }, clashes: [] });
  });

  it('is the same object while nothing happens', () => expect(follow(begun, kept(was))).toBe(begun));

  it('stays when its row goes, and says so', () => {
    const draft = follow(typed(begun, { owner: 'Bo' }), null);
    expect(draft).toMatchObject({ isGone: true, form: { owner: 'Bo' } });
    expect(follow(draft, kept(was))).toMatchObject({ isGone: false, form: { owner: 'Bo' } });
  });

  it('merges expenses line by line', () => {
    const old = activity({ expenses: [line('E-1', 100), line('E-2', 200), line('E-3', 300)], budget: 600 });
    const mine = typed(draftOf(old, kept(old)), {
      expenses: draftOf(old, null)
        .form.expenses.filter(({ id }) => id !== 'E-3')
        .map((expense) => (expense.id === 'E-1' ? { ...expense, note: 'mine' } : expense))
        .concat({ id: 'E-9', type: 'New', budget: '1', actual: '', note: '' }),
    });
    const now = activity({ expenses: [line('E-1', 100), line('E-2', 250), line('E-3', 300), line('E-4', 400)], budget: 1050 });
    const { form, clashes } = follow(mine, kept(now));
    expect(form.expenses.map(({ id, budget, note }) => [id, budget, note])).toEqual([
      ['E-1', '1', 'mine'],
      ['E-2', '2.50', ''],
      ['E-4', '4', ''],
      ['E-9', '1', ''],
    ]);
    expect(clashes).toEqual([]);
  });

  it('knows what is not saved', () => {
    expect(isUnsaved(begun)).toBe(false);
    expect(isUnsaved(typed(begun, { owner: 'x' }))).toBe(true);
    expect(isUnsaved(draftOf(was, null))).toBe(false);
    expect(isUnsaved(follow(begun, null))).toBe(true);
  });
});
