import { describe, expect, it } from 'vitest';
import { followForm, takeTheirs, type FollowedForm } from '../../../src/planner/store/merge-form';
import type { Stored } from '../../../src/planner/store/planning-store';

interface Row {
  owner: string;
  lines: readonly { id: string; note: string }[];
}
const row = (id: string) => ({ id: id.startsWith('#') ? '' : id, row: 0, cells: {} });
const kept = (value: Row): Stored<Row> => ({
  value,
  row: 0,
  troubles: [],
  base: { row: row('A-1'), parts: new Map(value.lines.map(({ id }) => [id, row(id)])) },
});
const begun = (value: Row): FollowedForm<Row, Row> => ({ base: kept(value), began: value, form: value, clashes: [] });
const line = (id: string, note = '') => ({ id, note });
const follow = (draft: FollowedForm<Row, Row>, now: Row) => followForm(draft, kept(now), now);
const typed = (draft: FollowedForm<Row, Row>, change: Partial<Row>) => ({ ...draft, form: { ...draft.form, ...change } });
const partsOf = ({ base }: FollowedForm<Row, Row>): string[] => [...base!.base.parts.keys()];

describe('a form while its row changes', () => {
  const was: Row = { owner: 'Ana', lines: [line('E-1'), line('E-2')] };

  it('is the same object while nothing happens', () => {
    const draft = begun(was);
    expect(follow(draft, { ...was })).toBe(draft);
  });

  it('tells a clash until the field is given up, or both say the same', () => {
    const draft = follow(typed(begun(was), { owner: 'Bo' }), { ...was, owner: 'Cleo' });
    expect(draft.clashes).toEqual([{ field: 'owner', theirs: 'Cleo' }]);
    expect(follow(draft, { ...was, owner: 'Cleo', lines: [] }).clashes).toEqual(draft.clashes);
    expect(follow(draft, { ...was, owner: 'Dora' }).clashes).toEqual([{ field: 'owner', theirs: 'Dora' }]);
    expect(follow(draft, { ...was, owner: 'Bo' }).clashes).toEqual([]);
    expect(takeTheirs(draft, 'owner')).toMatchObject({ form: { owner: 'Cleo' }, clashes: [] });
    expect(takeTheirs(draft, 'lines')).toBe(draft);
  });

  it('knows the rows of lines it took over, and those it began with', () => {
    const draft = follow(typed(begun(was), { lines: [line('E-1', 'mine'), line('E-2')] }), {
      ...was,
      lines: [line('E-1'), line('E-2', 'theirs'), line('E-3')],
    });
    expect(draft.form.lines).toEqual([line('E-1', 'mine'), line('E-2', 'theirs'), line('E-3')]);
    expect(partsOf(draft)).toEqual(['E-1', 'E-2', 'E-3']);
    expect(draft.base!.value.lines.map(({ note }) => note)).toEqual(['', '', '']);
  });

  it('takes a whole list over where no one touched it, lines without an ID too', () => {
    const draft = follow(begun(was), { ...was, lines: [line('#Expenses 3'), line('E-2')] });
    expect(draft.form.lines).toEqual([line('#Expenses 3'), line('E-2')]);
    expect(partsOf(draft)).toEqual(['#Expenses 3', 'E-2']);
  });

  it('leaves a list it has touched where lines without an ID can’t be told apart: the save merges it', () => {
    const draft = follow(typed(begun(was), { lines: [line('E-1', 'mine')] }), { owner: 'Bo', lines: [...was.lines, line('#Expenses 3')] });
    expect(draft).toMatchObject({
      form: { owner: 'Bo', lines: [line('E-1', 'mine')] },
      began: { owner: 'Bo', lines: was.lines },
      clashes: [],
    });
    expect(partsOf(draft)).toEqual(['E-1', 'E-2']);
  });

  it('tells a line that both sides changed, or one deleted and the other changed', () => {
    const mine = typed(begun(was), { lines: [line('E-1', 'mine'), line('E-2')] });
    expect(follow(mine, { ...was, lines: [line('E-1', 'theirs'), line('E-2')] })).toMatchObject({
      form: mine.form,
      clashes: [{ field: 'lines' }],
    });
    expect(follow(mine, { ...was, lines: [line('E-2')] })).toMatchObject({
      form: { lines: [line('E-2'), line('E-1', 'mine')] },
      clashes: [{ field: 'lines' }],
    });
  });
});
