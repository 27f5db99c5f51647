import { beforeAll, describe, expect, it, vi } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { todayInUtc } from '../../../src/domain/calendar/day';
import type { Activity } from '../../../src/domain/activities/activity';
import type { Change, Saved } from '../../../src/planner/store/planning-store';
import { writeReport } from '../../../src/storage/funds/write-report';
import { planningOn, settled } from '../../support/planning';
import { activity, claim, earned, entry, expense } from '../../support/records';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

/** A workbook with one activity, read. */
async function withOne(planned: Activity = activity()) {
  const planning = planningOn();
  await planning.store.readAgain();
  await planning.store.save({ activities: [{ value: planned, base: null }] }, 'Planned it.');
  await planning.store.readAgain();
  planning.tables.reads = planning.tables.writes = 0;
  const change = (over: Partial<Activity>, kept = planning.kept(planned.id)): Change<Activity> => ({
    value: { ...kept.value, ...over },
    base: kept,
  });
  return { ...planning, change, plan: () => planning.tables.rows('CoopPlan') };
}

/** An instant in UTC, as it is written. */
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string;
const conflictsOf = (saved: Saved) => (saved.outcome === 'saved' ? saved.conflicts : saved.sentence);

describe('reading', () => {
  it('an empty workbook has no plan, and costs one round trip', async () => {
    const { store, read, tables } = planningOn();
    expect(store.current().step).toBe('reading');
    store.open();
    store.open();
    await settled();
    expect(read()).toMatchObject({ activities: [], claims: [], history: [], funds: [], troubles: [], hasPlan: false });
    expect(tables.reads).toBe(1);
  });

  it('a broken cell is told on its row, reads as blank, and the rest of the row counts', async () => {
    const { store, tables, kept } = await withOne();
    tables.write('CoopPlan', 0, 'Start', 'mid March');
    tables.write('CoopPlan', 0, 'Status', 'almost');
    tables.write('CoopPlan', 0, 'Owner', '#REF!');
    tables.write('CoopPlan', 0, 'Rate to USD', -1);
    await store.readAgain();
    expect(kept('A-AAAAAA').value).toMatchObject({
      start: null,
      status: 'draft',
      owner: '',
      activity: 'Digital advertising',
      budget: 500_000,
    });
    expect(kept('A-AAAAAA').troubles).toEqual([
      { column: 'Status', found: 'almost', sentence: 'Status: "almost" isn\'t one of draft, planned, committed, done, canceled.' },
      {
        column: 'Start',
        found: 'mid March',
        sentence: expect.stringMatching(/^Start: "mid March" isn't a date in the form year-month-day/) as string,
      },
      { column: 'Owner', found: '#REF!', sentence: 'Owner: the cell has #REF!.' },
      { column: 'Rate to USD', found: '-1', sentence: "Rate to USD: -1 isn't above 0." },
    ]);
  });

  it('cells that are still being calculated are no fault, and are read again when Excel is done with them', async () => {
    const { store, tables, kept, calculated, awaits } = await withOne();
    tables.write('CoopPlan', 0, 'Start', '#BUSY!');
    await store.readAgain();
    expect(kept('A-AAAAAA').troubles).toEqual([
      { column: 'Start', found: '#BUSY!', sentence: 'Start: Excel is still calculating this cell.' },
    ]);
    expect(awaits()).toBe(true);
    tables.write('CoopPlan', 0, 'Start', '2025-03-12');
    calculated();
    await settled();
    expect(kept('A-AAAAAA')).toMatchObject({ troubles: [], value: { start: '2025-03-12' } });
    expect(awaits()).toBe(false);
  });

  it('dates as serials or text, yes and no in any spelling, an amount as text', async () => {
    const { store, tables, kept } = await withOne();
    for (const [column, cell] of [
      ['Start', 45000],
      ['End', '2025-03-12'],
      ['Core met', true],
      ['Budget', '1234.5'],
      ['Microsoft content', '30%'],
      ['Fiscal half', 'h1 fy25'],
      ['Partner ID', 1234567],
      ['Title', 2026],
      ['Co-op share', '1,000.5'],
    ] as const) {
      tables.write('CoopPlan', 0, column, cell);
    }
    await store.readAgain();
    expect(kept('A-AAAAAA')).toMatchObject({
      troubles: [],
      value: {
        start: '2023-03-15',
        end: '2025-03-12',
        meetsCore: true,
        budget: 123_450,
        content: 0.3,
        title: '2026',
        coopShare: 100_050,
        fund: { partnerId: '1234567', half: { fiscalYear: 2025, half: 1 } },
      },
    });
  });

  it('a fund that is named only in part is told', async () => {
    const { store, tables, kept } = await withOne();
    tables.write('CoopPlan', 0, 'Fiscal half', '');
    await store.readAgain();
    expect(kept('A-AAAAAA')).toMatchObject({
      value: { fund: null },
      troubles: [{ column: 'Fiscal half', sentence: 'Fiscal half is blank, so row 1 names no fund.' }],
    });
  });

  it('sums of expenses count at once; a figure written over one stands', async () => {
    const { store, tables, kept } = await withOne(activity({ expenses: [expense({ actual: 99_000 }), expense({ id: 'E-BBBBBB' })] }));
    expect(kept('A-AAAAAA').value).toMatchObject({ budget: 200_000, actual: 99_000 });
    tables.write('CoopPlan', 0, 'Budget', 1500);
    await store.readAgain();
    expect(kept('A-AAAAAA').value).toMatchObject({ budget: 150_000, actual: 99_000 });
  });

  it('lines that belong to nothing are told, and so is a column that is gone', async () => {
    const { store, tables, read } = await withOne(activity({ expenses: [expense()] }));
    tables.type('CoopExpenses', { 'Activity ID': 'A-ZZZZZZ', Budget: 5 });
    tables.type('CoopExpenses', { Budget: 5 });
    tables.narrow('CoopPlan', 'Owner');
    await store.readAgain();
    expect(read().troubles).toEqual([
      'The table CoopPlan no longer has the column "Owner". It reads as blank here. Rename it back, or add it again.',
      "Row 2 of CoopExpenses belongs to A-ZZZZZZ, which doesn't exist.",
      "Row 3 of CoopExpenses doesn't say what it belongs to.",
    ]);
  });

  it('Excel that does not answer is one sentence, and reading again helps', async () => {
    const { store, tables } = await withOne();
    const reading = vi.spyOn(tables, 'read').mockRejectedValueOnce({ code: 'InvalidOperationInCellEditMode' });
    await store.readAgain();
    expect(store.current()).toEqual({
      step: 'trouble',
      sentence: 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
    });
    reading.mockRestore();
    await store.readAgain();
    expect(store.current().step).toBe('read');
  });

  it('another day to look from is a new state, without reading', async () => {
    const { store, tables } = await withOne();
    const before = store.current();
    store.setAsOf('2025-05-01');
    expect(store.asOf()).toBe('2025-05-01');
    expect(store.current()).not.toBe(before);
    expect(tables.reads).toBe(0);
  });
});

describe('saving', () => {
  it('a new activity makes its tables, and reads back as it was', async () => {
    const { store, read, tables, kept } = planningOn();
    await store.readAgain();
    const planned = activity({ expenses: [expense(), expense({ id: 'E-BBBBBB', budget: 50_000, note: '=1+1' })], budget: null });
    expect(await store.save({ activities: [{ value: planned, base: null }] }, 'Saved.')).toMatchObject({ outcome: 'saved', conflicts: [] });
    expect([...tables.held.keys()]).toEqual([
      'CoopSettings',
      'CoopAsOf',
      'CoopActivities',
      'CoopPrograms',
      'CoopFunds',
      'CoopExpenses',
      'CoopPlan',
    ]);
    expect(kept('A-AAAAAA')).toMatchObject({ value: { ...planned, budget: 150_000 }, row: 0, troubles: [] });
    expect([tables.reads, tables.writes]).toEqual([2, 1]);
    await store.readAgain();
    expect(kept('A-AAAAAA').value).toEqual({ ...planned, budget: 150_000 });
    expect(read().hasPlan).toBe(true);
  });

  it('a claim with its lines and proof reads back as it was', async () => {
    const { store, keptClaim } = planningOn();
    const saved = claim({
      lines: [{ id: 'L-AAAAAA', kind: 'CSR', number: '', type: 'Catering', amount: 12_345, isThirdParty: true, note: '@x' }],
      proof: [{ id: 'P-AAAAAA', kind: 'visible', requirement: 'Date', state: 'done', evidence: 'a.png' }],
      otherProgramShare: 0.4,
      hasNonMicrosoft: false,
      isAgreed: true,
      status: 'action required',
      since: '2025-04-01',
      claimNumber: '0012345',
      claimLink: 'https://partner.microsoft.com/claims/0012345',
      paymentReference: 'PAY-7',
      fundingPool: 'Cloud Solutions Provider',
      claimExpires: '2025-09-30',
    });
    await store.readAgain();
    await store.save({ claims: [{ value: saved, base: null }] }, 'Saved.');
    await store.readAgain();
    expect(keptClaim('C-AAAAAA')).toMatchObject({ value: saved, troubles: [] });
  });

  it('in a workbook that counts from 1904', async () => {
    provideContext({ dateSystem: 1904, ownRules: [] });
    try {
      const { plan, kept } = await withOne();
      expect(plan()).toMatchObject([{ Start: 45726 - 1462 }]);
      expect(kept('A-AAAAAA').value).toMatchObject({ start: '2025-03-10', end: '2025-03-31' });
    } finally {
      provideContext({ dateSystem: 1900, ownRules: [] });
    }
  });

  it('before anything was read, reads first; where that can’t be, writes nothing', async () => {
    const { store, tables, kept } = planningOn();
    const reading = vi.spyOn(tables, 'read').mockRejectedValueOnce({ code: 'InvalidOperationInCellEditMode' });
    expect(await store.save({ activities: [{ value: activity(), base: null }] }, 'Saved.')).toMatchObject({
      outcome: 'trouble',
      sentence: expect.stringContaining('being edited') as string,
    });
    expect(tables.writes).toBe(0);
    reading.mockRestore();
    expect(await store.save({ activities: [{ value: activity(), base: null }] }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    expect(kept('A-AAAAAA').value.owner).toBe('Ana');
  });

  it('two thousand activities with their expenses are read and one of them saved at once', async () => {
    const { store, tables, kept, read } = planningOn();
    await store.readAgain();
    const many = Array.from({ length: 2000 }, (_, n) =>
      activity({ id: `A-${n}`, expenses: [expense({ id: `E-${n}-1` }), expense({ id: `E-${n}-2` })] }),
    );
    await store.save({ activities: many.map((value) => ({ value, base: null })) }, 'Saved.');
    tables.reads = tables.writes = 0;
    await store.readAgain();
    expect(read().activities).toHaveLength(2000);
    await store.save({ activities: [{ value: { ...kept('A-1999').value, owner: 'Bob' }, base: kept('A-1999') }] }, 'Saved.');
    expect([tables.reads, tables.writes]).toEqual([2, 1]);
    expect(kept('A-1999').value.owner).toBe('Bob');
  });

  it('the same again writes nothing', async () => {
    const { store, change, tables, plan } = await withOne(activity({ expenses: [expense()] }));
    const before = plan();
    expect(await store.save({ activities: [change({})] }, 'Again.')).toMatchObject({ outcome: 'saved', conflicts: [] });
    expect([tables.reads, tables.writes]).toEqual([1, 0]);
    expect(plan()).toEqual(before);
    // a new one that was saved, and is saved again because nobody heard that it was
    await store.save({ activities: [{ value: activity({ expenses: [expense()] }), base: null }] }, 'Again.');
    expect(tables.writes).toBe(0);
  });

  it('writes only the cells that changed, when and where', async () => {
    const { store, change, plan } = await withOne();
    const [before] = plan();
    await store.save({ activities: [change({ owner: 'Bob', end: null })] }, 'Saved.');
    expect(plan()).toEqual([{ ...before, Owner: 'Bob', End: '', Changed: TIME, 'Changed in': 'pane' }]);
  });

  it('two authors: theirs stays where we changed nothing', async () => {
    const { store, change, tables, kept } = await withOne();
    const ours = change({ owner: 'Bob' });
    tables.write('CoopPlan', 0, 'Budget', 7000);
    tables.write('CoopPlan', 0, 'Description', 'theirs');
    expect(conflictsOf(await store.save({ activities: [ours] }, 'Saved.'))).toEqual([]);
    expect(kept('A-AAAAAA').value).toMatchObject({ owner: 'Bob', budget: 700_000, description: 'theirs' });
  });

  it('two authors: of one cell ours is the newest; theirs is told and is in the history', async () => {
    const { store, change, tables, kept, read } = await withOne();
    const ours = change({ budget: 600_000, start: '2025-03-11' });
    tables.write('CoopPlan', 0, 'Budget', 7000);
    tables.write('CoopPlan', 0, 'Start', '2025-03-11');
    expect(conflictsOf(await store.save({ activities: [ours] }, 'Saved.'))).toEqual([
      { subject: 'A-AAAAAA', column: 'Budget', theirs: '7,000.00', ours: '6,000.00', where: 'sheet' },
    ]);
    expect(kept('A-AAAAAA').value).toMatchObject({ budget: 600_000, start: '2025-03-11' });
    const said = [
      { subject: 'A-AAAAAA', what: 'Start', from: '2025-03-10', to: '2025-03-11', where: 'sheet', note: '' },
      {
        subject: 'A-AAAAAA',
        what: 'Budget',
        from: '7,000.00',
        to: '6,000.00',
        where: 'sheet',
        note: expect.stringContaining('the pane came last') as string,
      },
    ];
    expect(read().history).toMatchObject(said);
    await store.readAgain();
    expect(read().history).toMatchObject(said);
  });

  it('what was changed in the sheet is in the history with the next save of that row: when it was seen, what, and that it was the sheet', async () => {
    const { store, change, tables, read, plan } = await withOne();
    const before = change({ priority: 1 });
    tables.write('CoopPlan', 0, 'Owner', 'Zoe');
    await store.readAgain();
    tables.write('CoopPlan', 0, 'Owner', 'Dora');
    await store.save({ activities: [before] }, 'Saved.');
    expect(read().history).toMatchObject([
      { at: TIME, subject: 'A-AAAAAA', what: 'Owner', from: 'Ana', to: 'Zoe', where: 'sheet' },
      { subject: 'A-AAAAAA', what: 'Owner', from: 'Zoe', to: 'Dora', where: 'sheet' },
    ]);
    // the pane came last
    expect(plan()).toMatchObject([{ Owner: 'Dora', Priority: 1, 'Changed in': 'pane' }]);
    await store.save({ activities: [change({ priority: 2 })] }, 'Again.');
    expect(read().history).toHaveLength(2);
  });

  it('a row that only the sheet changed says so with the next save of another one', async () => {
    const { store, change, tables, read, plan } = await withOne();
    tables.write('CoopPlan', 0, 'Changed', '2020-01-01T00:00:00Z');
    await store.readAgain();
    const opened = change({ owner: 'Bob' });
    tables.write('CoopPlan', 0, 'Owner', 'Zoe');
    await store.readAgain();
    expect(plan()).toMatchObject([{ Changed: '2020-01-01T00:00:00Z', 'Changed in': 'pane' }]);
    await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Another row.');
    const [row, other] = plan();
    expect(row).toMatchObject({ Owner: 'Zoe', Changed: TIME, 'Changed in': 'sheet' });
    expect(row!.Changed).not.toBe('2020-01-01T00:00:00Z');
    expect(other).toMatchObject({ 'Changed in': 'pane' });
    expect(read().history).toMatchObject([{ subject: 'A-AAAAAA', what: 'Owner', from: 'Ana', to: 'Zoe', where: 'sheet' }]);
    // told once, and still the sheet's where the pane changes the same cell afterwards
    await store.save({ activities: [{ value: activity({ id: 'A-CCCCCC' }), base: null }] }, 'Another row.');
    expect(read().history).toHaveLength(1);
    expect(conflictsOf(await store.save({ activities: [opened] }, 'Saved.'))).toMatchObject([
      { column: 'Owner', theirs: 'Zoe', ours: 'Bob', where: 'sheet' },
    ]);
    expect(plan()[0]).toMatchObject({ Owner: 'Bob', 'Changed in': 'pane' });
  });

  it('a column renamed and renamed back edits no row; a cell changed meanwhile edits its own', async () => {
    const { store, tables, read, plan } = await withOne();
    const another = (id: string) => ({ activities: [{ value: activity({ id }), base: null }] });
    await store.save(another('A-BBBBBB'), 'Another row.');
    const renamed = async (from: string, to: string) => {
      tables.rename('CoopPlan', from, to);
      await store.readAgain();
    };
    for (const column of ['Budget', 'Changed', 'ID']) {
      await renamed(column, 'Mine');
      await renamed('Mine', column);
    }
    await store.save(another('A-CCCCCC'), 'Another row.');
    expect(plan().map((row) => row['Changed in'])).toEqual(['pane', 'pane', 'pane']);
    expect(read().history).toEqual([]);

    await renamed('Budget', 'Mine');
    tables.write('CoopPlan', 1, 'Mine', 700);
    await renamed('Mine', 'Budget');
    await store.save(another('A-DDDDDD'), 'Another row.');
    expect(plan().map((row) => row['Changed in'])).toEqual(['pane', 'sheet', 'pane', 'pane']);
    expect(read().history).toMatchObject([{ subject: 'A-BBBBBB', what: 'Budget', from: '5,000.00', to: '700.00', where: 'sheet' }]);
  });

  it('a save of which nothing differs writes no stamp either', async () => {
    const { store, change, tables, plan } = await withOne();
    await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Another row.');
    tables.write('CoopPlan', 1, 'Owner', 'Zoe');
    await store.readAgain();
    const { writes } = tables;
    await store.save({ activities: [change({})] }, 'Saved.');
    expect(tables.writes).toBe(writes);
    expect(plan()[1]).toMatchObject({ Owner: 'Zoe', 'Changed in': 'pane' });
  });

  it('an earlier save is undone next to what the sheet changed since, and the stamp of that stays', async () => {
    const { store, change, tables, plan } = await withOne();
    await store.save({ activities: [change({ owner: 'Bob' })] }, 'Saved.');
    tables.write('CoopPlan', 0, 'Description', 'from the sheet');
    await store.readAgain();
    await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Another row.');
    expect(plan()[0]).toMatchObject({ 'Changed in': 'sheet' });
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'saved' });
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'saved' });
    expect(plan()).toMatchObject([{ Owner: 'Ana', Description: 'from the sheet', 'Changed in': 'sheet' }]);
  });

  it('a copied row is another row, and a number that became text with sorting is no edit', async () => {
    const { store, change, tables, read, plan } = await withOne();
    tables.type('CoopPlan', { ...(plan()[0] as Record<string, string>), Owner: 'Zoe' });
    tables.write('CoopPlan', 0, 'Partner ID', 1234567);
    await store.readAgain();
    await store.save({ activities: [change({ priority: 1 })] }, 'Saved.');
    expect(read().history).toEqual([]);
  });

  it("what another pane changed is that pane's, and not the sheet's", async () => {
    const { store, change, tables, read } = await withOne();
    const ours = change({ priority: 1 });
    tables.write('CoopPlan', 0, 'Owner', 'Zoe');
    tables.write('CoopPlan', 0, 'Changed', '2099-01-01T00:00:00Z');
    await store.save({ activities: [ours] }, 'Saved.');
    expect(read().history).toEqual([]);
  });

  it('the row is found wherever it was sorted, moved to, or the columns put', async () => {
    const { store, change, tables, kept, plan } = await withOne();
    await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB', owner: 'Zoe' }), base: null }] }, 'Saved.');
    const ours = change({ owner: 'Bob' });
    tables.reverse('CoopPlan');
    tables.reorder('CoopPlan');
    tables.widen('CoopPlan', 'Mine', 'note');
    await store.save({ activities: [ours] }, 'Saved.');
    expect(plan().map((row) => [row.ID, row.Owner, row.Mine])).toEqual([
      ['A-BBBBBB', 'Zoe', 'note'],
      ['A-AAAAAA', 'Bob', 'note'],
    ]);
    expect(kept('A-AAAAAA').row).toBe(1);
  });

  it('a row that someone deleted is told, nothing is written, and it can be kept as a new one', async () => {
    const { store, change, tables, plan } = await withOne(activity({ expenses: [expense()] }));
    const ours = change({ owner: 'Bob' });
    tables.delete('CoopPlan', 0);
    const saved = await store.save({ activities: [ours] }, 'Saved.');
    expect(saved).toMatchObject({ outcome: 'trouble', gone: ['A-AAAAAA'], sentence: expect.stringContaining('deleted') as string });
    expect(plan().map(({ ID }) => ID)).toEqual(['']);
    if (!('value' in ours)) throw new Error();
    expect(await store.save({ activities: [{ value: ours.value, base: null }] }, 'Saved.')).toMatchObject({
      outcome: 'saved',
      conflicts: [],
    });
    expect(plan()).toMatchObject([{ ID: 'A-AAAAAA', Owner: 'Bob' }]);
    expect(tables.rows('CoopExpenses')).toHaveLength(1);
  });

  it('a broken cell that no one touched in the pane stays as it is', async () => {
    const { store, change, tables, plan } = await withOne();
    tables.write('CoopPlan', 0, 'Start', 'mid March');
    await store.readAgain();
    await store.save({ activities: [change({ owner: 'Bob' })] }, 'Saved.');
    expect(plan()).toMatchObject([{ Start: 'mid March', Owner: 'Bob' }]);
    expect(conflictsOf(await store.save({ activities: [change({ start: '2025-03-15' })] }, 'Saved.'))).toEqual([]);
    expect(plan()).toMatchObject([{ Start: 45731 }]);
  });

  it('what people wrote over a formula stays, in the row and in the sums', async () => {
    const { store, change, tables, plan } = await withOne(activity({ expenses: [expense()] }));
    tables.write('CoopPlan', 0, 'Cap', 123);
    tables.write('CoopPlan', 0, 'Budget', 1500);
    await store.readAgain();
    await store.save({ activities: [change({ expenses: [expense({ budget: 250_000 })] })] }, 'Saved.');
    expect(plan()).toMatchObject([{ Cap: 123, Budget: 1500 }]);
    expect(tables.rows('CoopExpenses')).toMatchObject([{ Budget: 2500 }]);
  });

  it('the budget becomes a sum with the first expense, and follows it', async () => {
    const { store, change, kept, plan } = await withOne(activity({ budget: 480_000 }));
    await store.save({ activities: [change({ expenses: [expense()] })] }, 'Saved.');
    expect(plan()).toMatchObject([
      {
        Budget: expect.stringMatching(
          /^=IF\(\[@ID\]="","",.*COUNTIFS\(CoopExpenses\[Activity ID\],.*SUMIFS\(CoopExpenses\[Budget\],/,
        ) as string,
      },
    ]);
    await store.save({ activities: [change({ expenses: [expense({ budget: 250_000, actual: 240_000 })] })] }, 'Saved.');
    expect(kept('A-AAAAAA').value).toMatchObject({ budget: 250_000, actual: 240_000 });
    expect(plan()).toMatchObject([
      {
        Actual: expect.stringMatching(
          /^=IF\(\[@ID\]="","",.*COUNTIFS\(CoopExpenses\[Activity ID\],.*SUMIFS\(CoopExpenses\[Actual\],/,
        ) as string,
      },
    ]);
  });

  it('expenses: one goes, one comes, one changes; another author adds one', async () => {
    const { store, change, tables, kept } = await withOne(
      activity({ expenses: [expense(), expense({ id: 'E-BBBBBB', type: 'Giveaways' })] }),
    );
    const ours = change({
      expenses: [expense({ id: 'E-BBBBBB', type: 'Giveaways', budget: 70_000 }), expense({ id: 'E-CCCCCC', type: 'Printed material' })],
    });
    tables.type('CoopExpenses', { ID: 'E-DDDDDD', 'Activity ID': 'A-AAAAAA', 'Expense type': 'Postage', Budget: 10 });
    tables.write('CoopExpenses', 0, 'Budget', 1200);
    expect(conflictsOf(await store.save({ activities: [ours] }, 'Saved.'))).toEqual([
      { subject: 'A-AAAAAA', column: 'CoopExpenses Budget', theirs: '1,200.00', ours: 'deleted', where: 'sheet' },
    ]);
    expect(kept('A-AAAAAA').value.expenses.map(({ type, budget }) => [type, budget])).toEqual([
      ['Giveaways', 70_000],
      ['Postage', 1000],
      ['Printed material', 100_000],
    ]);
    expect([tables.reads, tables.writes]).toEqual([1, 1]);
  });

  it('an expense that another author deleted is made again only where we changed it', async () => {
    const { store, change, tables, kept } = await withOne(
      activity({ expenses: [expense(), expense({ id: 'E-BBBBBB', type: 'Giveaways' })] }),
    );
    const ours = change({ expenses: [expense(), expense({ id: 'E-BBBBBB', type: 'Giveaways', budget: 70_000 })] });
    tables.delete('CoopExpenses', 0, 1);
    expect(conflictsOf(await store.save({ activities: [ours] }, 'Saved.'))).toEqual([
      { subject: 'A-AAAAAA', column: 'CoopExpenses row', theirs: 'deleted', ours: 'kept', where: 'sheet' },
    ]);
    expect(kept('A-AAAAAA').value.expenses).toMatchObject([{ type: 'Giveaways', budget: 70_000 }]);
  });

  it('rows without an ID, and copied ones, go by their place and get an ID with their save', async () => {
    const { store, tables, read, plan } = await withOne();
    tables.type('CoopPlan', { Activity: 'Telemarketing', Owner: 'Zoe' });
    tables.type('CoopPlan', { ID: 'a-aaaaaa', Activity: 'Customer offers' });
    await store.readAgain();
    const [, blank, copied] = read().activities;
    expect([blank!.value.id, copied!.value.id]).toEqual(['#Plan 2', '#Plan 3']);
    expect(copied!.troubles).toMatchObject([
      { column: 'ID', sentence: "ID: row 1 of CoopPlan also has a-aaaaaa. This row gets its own ID when it's saved." },
    ]);
    tables.reverse('CoopPlan');
    const saved = await store.save(
      { activities: [blank!, copied!].map((kept) => ({ value: { ...kept.value, owner: 'Bob' }, base: kept })) },
      'Saved.',
    );
    expect(saved.outcome === 'saved' && [...saved.ids.keys()]).toEqual(['#Plan 2', '#Plan 3']);
    expect(plan().map(({ ID, Activity, Owner }) => [ID, Activity, Owner])).toEqual([
      [expect.stringMatching(/^A-[A-Z2-9]{6}$/), 'Customer offers', 'Bob'],
      [expect.stringMatching(/^A-[A-Z2-9]{6}$/), 'Telemarketing', 'Bob'],
      ['A-AAAAAA', 'Digital advertising', 'Ana'],
    ]);
    expect(new Set(plan().map(({ ID }) => ID)).size).toBe(3);
  });

  it('a row without an ID that changed meanwhile is not guessed at', async () => {
    const { store, tables, read } = await withOne();
    tables.type('CoopPlan', { Activity: 'Telemarketing' });
    await store.readAgain();
    const kept = read().activities[1]!;
    tables.write('CoopPlan', 1, 'Activity', 'Customer offers');
    expect(await store.save({ activities: [{ value: { ...kept.value, owner: 'Bob' }, base: kept }] }, 'Saved.')).toMatchObject({
      outcome: 'trouble',
      gone: ['#Plan 2'],
      sentence: expect.stringMatching(/^A row without an ID changed/) as string,
    });
  });

  it('a claim on an activity that has no ID gives it one', async () => {
    const { store, tables, read } = await withOne();
    tables.type('CoopPlan', { Activity: 'Telemarketing' });
    await store.readAgain();
    await store.save({ claims: [{ value: claim({ activityId: '#Plan 2' }), base: null }] }, 'Saved.');
    const { id } = read().activities[1]!.value;
    expect(id).toMatch(/^A-/);
    expect(read().claims[0]!.value.activityId).toBe(id);
  });

  it('saves that follow each other are each merged with the one before', async () => {
    const { store, change, kept } = await withOne();
    const [first, second] = [change({ owner: 'Bob' }), change({ description: 'Two' })];
    await Promise.all([store.save({ activities: [first] }, '1'), store.save({ activities: [second] }, '2')]);
    expect(kept('A-AAAAAA').value).toMatchObject({ owner: 'Bob', description: 'Two' });
  });

  it('history only grows, oldest first whatever the order of the sheet', async () => {
    const { store, tables, read } = await withOne();
    await store.save({ history: [entry({ at: '2025-01-01T00:00:00Z' })] }, '1');
    await store.save({ history: [entry({ at: '2025-01-02T00:00:00Z', what: 'note' })] }, '2');
    tables.reverse('CoopHistory');
    await store.readAgain();
    expect(read().history.map(({ at: time }) => time)).toEqual(['2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z']);
  });

  it.each([
    ['2025-02-01', 'On 2025-02-01.'],
    // seen from a later day, it still happens today
    ['2999-06-30', `On ${todayInUtc()}.`],
  ] as const)("an activity's new status is in the history, with day, amount, and who, as of %s", async (asOf, on) => {
    const { store, change, read } = await withOne();
    await store.save({ settings: { ...read().settings, yourName: 'Ana Díaz' } }, 'Saved.');
    store.setAsOf(asOf);
    await store.save({ activities: [change({ status: 'committed', coopShare: 200_000 })] }, 'Committed it.');
    const noted = () => read().history.map(({ what, from, to, note, who }) => [what, from, to, note, who]);
    const committed = ['status', 'planned', 'committed', `${on} Cost $5,000.00, co-op share $2,000.00.`, 'Ana Díaz'];
    expect(noted()).toEqual([committed]);
    await store.save({ activities: [change({ owner: 'Bo' })] }, 'Changed it.');
    expect(noted()).toEqual([committed]);
    await store.undoable.find(({ sentence }) => sentence === 'Committed it.')!.run();
    expect(noted()).toEqual([committed, ['status', 'committed', 'planned', 'Undone.', 'Ana Díaz']]);
  });

  it('the name in the settings is in each entry this pane adds, and in none of what was changed in the sheet', async () => {
    const { store, change, tables, read } = await withOne();
    await store.save({ history: [entry({ what: 'before' })] }, '1');
    await store.save({ settings: { ...read().settings, yourName: ' Ana Díaz ' } }, 'Saved.');
    const ours = change({ budget: 600_000 });
    tables.write('CoopPlan', 0, 'Owner', 'Zoe');
    await store.readAgain();
    tables.write('CoopPlan', 0, 'Budget', 7000);
    await store.save({ activities: [ours], history: [entry({ what: 'status' })] }, '2');
    const who = (): [string, string][] => read().history.map(({ what, who: name }) => [what, name]);
    const first = who();
    expect(new Map(first)).toEqual(
      new Map([
        ['before', ''],
        ['Owner', ''],
        ['Budget', 'Ana Díaz'],
        ['status', 'Ana Díaz'],
      ]),
    );
    expect(tables.rows('CoopHistory').map(({ Who }) => Who)).toContain('Ana Díaz');
    // another person goes on in the same workbook, and takes the last save back
    await store.save({ settings: { ...read().settings, yourName: 'Bo' } }, '3');
    await store.undoable.find(({ sentence }) => sentence === '2')!.run();
    expect(who().slice(first.length)).toEqual([['status', 'Bo']]);
  });

  it('a proof is done, not applicable, or open, and a claim needs action, in the words people type', async () => {
    const { store, tables, keptClaim } = planningOn();
    const items = ['yes', ' N/A ', 'not applicable', '', 'no', 'x', 'maybe'];
    await store.readAgain();
    const proof = items.map((_, index) => ({
      id: `P-${index}`,
      kind: 'metrics' as const,
      requirement: `Item ${index}`,
      state: 'open' as const,
      evidence: '',
    }));
    await store.save({ claims: [{ value: claim({ status: 'submitted', proof }), base: null }] }, 'Saved.');
    expect(tables.rows('CoopProof').map(({ Done }) => Done)).toEqual(items.map(() => ''));
    items.forEach((word, row) => tables.write('CoopProof', row, 'Done', word));
    for (const word of ['Pending POE', 'request more proof', 'Action Required']) {
      tables.write('CoopClaims', 0, 'Status', word);
      await store.readAgain();
      expect(keptClaim('C-AAAAAA').value.status).toBe('action required');
    }
    expect(keptClaim('C-AAAAAA').value.proof.map(({ state }) => state)).toEqual([
      'done',
      'not applicable',
      'not applicable',
      'open',
      'open',
      'done',
      'open',
    ]);
    expect(keptClaim('C-AAAAAA').troubles.map(({ sentence }) => sentence)).toEqual([
      'Done: "maybe" isn\'t one of yes, n/a, no. It is in proof 7.',
    ]);
    const kept = keptClaim('C-AAAAAA');
    const value = {
      ...kept.value,
      proof: kept.value.proof.map((item, index) => ({ ...item, state: index === 0 ? ('not applicable' as const) : item.state })),
    };
    await store.save({ claims: [{ value, base: kept }] }, 'Saved.');
    // only the one that changed is written
    expect(tables.rows('CoopProof').map(({ Done }) => Done)).toEqual(['n/a', ...items.slice(1)]);
    expect(tables.rows('CoopClaims')).toMatchObject([{ Status: 'Action Required' }]);
  });

  it('settings: a row each, only what changed, other rows left alone', async () => {
    const { store, tables, read } = await withOne();
    expect(read().settings).toEqual({ reviewDays: 30, proofDays: 14, payBy: null, lowDollar: null, mix: [], areaMix: [], yourName: '' });
    tables.type('CoopSettings', { Setting: 'Mine', Value: 'x' });
    tables.write('CoopSettings', 0, 'Value', 45);
    const settings = {
      ...read().settings,
      payBy: '2025-06-30',
      lowDollar: 10_000,
      mix: [{ name: 'Demand Generation', share: 0.4 }],
      areaMix: [
        { name: 'Azure', share: 0.55 },
        { name: 'Modern Work', share: 0.45 },
      ],
    } as const;
    expect(conflictsOf(await store.save({ settings }, 'Saved.'))).toEqual([]);
    expect(read().settings).toEqual({ ...settings, reviewDays: 45 });
    expect(tables.rows('CoopSettings').map(({ Setting, Value }) => [Setting, Value])).toEqual([
      ['Review days', 45],
      ['Proof days', 14],
      ['Pay by', '2025-06-30'],
      ['Low-dollar amount', 100],
      ['Your name', ''],
      ['Mine', 'x'],
      ['Mix: Demand Generation', '40%'],
      ['Solution area mix: Azure', '55%'],
      ['Solution area mix: Modern Work', '45%'],
    ]);
    await store.save({ settings: { ...read().settings, mix: [] } }, 'Saved.');
    expect(read().settings).toMatchObject({ mix: [], areaMix: settings.areaMix });
  });

  it('settings in a workbook without a plan', async () => {
    const { store, tables, read } = planningOn();
    await store.readAgain();
    await store.save({ settings: { ...read().settings, reviewDays: 0 } }, 'Saved.');
    expect(tables.rows('CoopSettings').map(({ Setting, Value }) => [Setting, Value])).toEqual([
      ['Review days', 0],
      ['Proof days', 14],
      ['Pay by', ''],
      ['Low-dollar amount', ''],
      ['Your name', ''],
    ]);
    expect(read().settings.reviewDays).toBe(0);
  });
});

describe('trouble', () => {
  it('a protected sheet: one sentence, nothing written', async () => {
    const { store, change, tables, plan } = await withOne();
    const before = plan();
    tables.protectedTables.add('CoopPlan');
    expect(await store.save({ activities: [change({ owner: 'Bob' })] }, 'Saved.')).toEqual({
      outcome: 'trouble',
      gone: [],
      sentence: expect.stringMatching(/^CoopPlan's sheet is protected, so nothing was written/) as string,
    });
    expect(plan()).toEqual(before);
    expect(store.current().step).toBe('read');
  });

  it('a column that is gone: what needs it is refused with its name, all else is saved', async () => {
    const { store, change, tables, plan } = await withOne();
    tables.narrow('CoopPlan', 'Owner');
    await store.readAgain();
    expect(await store.save({ activities: [change({ description: 'x' })] }, 'Saved.')).toMatchObject({ outcome: 'saved' });
    expect(await store.save({ activities: [change({ owner: 'Bob' })] }, 'Saved.')).toMatchObject({
      outcome: 'trouble',
      sentence: expect.stringContaining('no longer has the column "Owner", so nothing was written') as string,
    });
    tables.narrow('CoopPlan', 'ID');
    expect(await store.save({ activities: [change({ description: 'y' })] }, 'Saved.')).toMatchObject({
      outcome: 'trouble',
      sentence: expect.stringContaining('"ID"') as string,
    });
    expect(plan()).toMatchObject([{ Description: 'x' }]);
  });

  it('a blank table takes its first row in place', async () => {
    const { store, tables, plan } = await withOne();
    tables.delete('CoopPlan', 0);
    await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Saved.');
    expect(plan().map(({ ID }) => ID)).toEqual(['A-BBBBBB']);
  });
});

describe('undo', () => {
  it('takes a change, a new row, and a deletion back, one after the other', async () => {
    const { store, change, tables, kept, plan } = await withOne(activity({ expenses: [expense(), expense({ id: 'E-BBBBBB' })] }));
    const begun = plan();
    tables.widen('CoopPlan', 'Mine', 'note');
    await store.readAgain();
    await store.save({ activities: [change({ owner: 'Bob', expenses: [expense({ budget: 5 })] })] }, 'Changed it.');
    await store.save({ activities: [{ value: activity({ id: 'A-BBBBBB' }), base: null }] }, 'Added one.');
    tables.write('CoopPlan', 0, 'Cap', 123);
    await store.save({ activities: [{ remove: kept('A-AAAAAA') }] }, 'Deleted it.');
    expect(plan().map(({ ID }) => ID)).toEqual(['A-BBBBBB']);
    expect(tables.rows('CoopExpenses').map(({ ID }) => ID)).toEqual(['']);
    expect(store.undoable.at(-1)!.sentence).toBe('Deleted it.');
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'saved' });
    expect(plan()).toMatchObject([{ ID: 'A-BBBBBB' }, { ID: 'A-AAAAAA', Owner: 'Bob', Cap: 123, Mine: 'note' }]);
    expect(store.undoable.at(-1)!.sentence).toBe('Added one.');
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'saved' });
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'saved' });
    expect(plan()).toEqual([{ ...begun[0], Cap: 123, Mine: 'note' }]);
    expect(kept('A-AAAAAA').value.expenses).toHaveLength(2);
  });

  it('does nothing, and says so, where someone has changed the same cells since', async () => {
    const { store, change, tables, plan } = await withOne();
    await store.save({ activities: [change({ owner: 'Bob' })] }, 'Changed it.');
    tables.write('CoopPlan', 0, 'Owner', 'Zoe');
    const before = plan();
    expect(await store.undoable.at(-1)!.run()).toMatchObject({
      outcome: 'trouble',
      sentence: expect.stringContaining('changed these rows since') as string,
    });
    expect(plan()).toEqual(before);
  });

  it('lets other rows and other cells be', async () => {
    const { store, change, tables, plan } = await withOne();
    await store.save({ activities: [change({ owner: 'Bob' })] }, 'Changed it.');
    tables.write('CoopPlan', 0, 'Description', 'theirs');
    tables.type('CoopPlan', { Activity: 'Telemarketing' });
    tables.reverse('CoopPlan');
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'saved' });
    expect(plan()).toMatchObject([{ Activity: 'Telemarketing' }, { Owner: 'Ana', Description: 'theirs' }]);
  });

  it('a new row that someone has added to is not taken away', async () => {
    const { store, tables, plan } = await withOne();
    tables.write('CoopPlan', 0, 'Description', 'theirs');
    expect(await store.undoable.at(-1)!.run()).toMatchObject({ outcome: 'trouble' });
    expect(plan()).toHaveLength(1);
  });

  it('the history tells of it instead of losing an entry', async () => {
    const { store, keptClaim, read } = await withOne();
    await store.save({ claims: [{ value: claim(), base: null }] }, 'Claimed.');
    const kept = keptClaim('C-AAAAAA');
    await store.save({ claims: [{ value: { ...kept.value, status: 'submitted' }, base: kept }], history: [entry()] }, 'Submitted it.');
    await store.undoable.at(-1)!.run();
    expect(read().history).toMatchObject([
      { from: 'editing', to: 'submitted' },
      { from: 'submitted', to: 'editing', note: 'Undone.' },
    ]);
    expect(keptClaim('C-AAAAAA').value.status).toBe('editing');
  });
});

describe('following the sheet', () => {
  it('reads again when someone edits, and not for what we wrote ourselves', async () => {
    const { store, tables, edited, kept, change } = await withOne();
    store.open();
    await settled();
    tables.reads = 0;
    tables.write('CoopPlan', 0, 'Owner', 'Zoe');
    edited();
    await settled();
    expect(kept('A-AAAAAA').value.owner).toBe('Zoe');
    expect(tables.reads).toBe(1);
    await store.save({ activities: [change({ owner: 'Bob' })] }, 'Saved.');
    tables.reads = 0;
    edited(true);
    await settled();
    expect(tables.reads).toBe(0);
    // a report that was brought in is ours as well, and no save of a plan
    edited(true);
    await settled();
    expect(tables.reads).toBe(1);
  });

  it('an older reading that comes late does not cover a save', async () => {
    const { store, tables, kept, change } = await withOne();
    const held = tables.held.get('CoopPlan')!;
    let answer = (): void => undefined;
    vi.spyOn(tables, 'read').mockImplementationOnce(
      () => new Promise((resolve) => (answer = () => resolve([null, null, held, null, null, null, null, null, null]))),
    );
    const late = store.readAgain();
    await store.save({ activities: [change({ owner: 'Bob' })] }, 'Saved.');
    answer();
    await late;
    expect(kept('A-AAAAAA').value.owner).toBe('Bob');
  });

  it('keeps funds typed by hand next to those of reports, neither judged by the other, and follows both tables', async () => {
    const { store, tables, read, edited } = planningOn();
    const names = { Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1' };
    await writeReport(tables, { months: [earned()], skipped: [], asOf: null, source: 'a.csv' });
    tables.type('CoopFunds', { ...names, 'Partner ID': '7654321', 'Co-op': 4 });
    store.setAsOf('2024-12-10');
    store.open();
    await settled();
    const shown = () =>
      read().fundDetails.map(({ partnerId, coop, status, isTyped, row, months }) => [partnerId, coop, status, isTyped, row, months.length]);
    const reported = ['1234567', 2_000_000, 'building up', false, 0, 1];
    // nothing is known of the pace at which a typed amount came together
    expect(shown()).toEqual([reported, ['7654321', 400, 'building up', true, 1, 0]]);
    expect(read().funds.map(({ partnerId }) => partnerId)).toEqual(['1234567', '7654321']);
    tables.type('CoopEarnings', { Month: 45597, 'Partner ID': 'MPN 1234567', Program: 'MCI', 'Earning type': 'Coop', 'Amount USD': 1 });
    edited();
    await settled();
    expect(shown()[0]).toEqual(['1234567', 2_000_100, 'building up', false, 0, 2]);
  });

  it('takes co-op typed over a fund with earnings as the sheet does, and says what the report comes to', async () => {
    const { store, tables, read, edited } = planningOn();
    await writeReport(tables, { months: [earned()], skipped: [], asOf: null, source: 'a.csv' });
    store.setAsOf('2025-02-10');
    store.open();
    const shown = async () => {
      edited();
      await settled();
      const { coop, usable, isTyped, reported, missing, months } = read().fundDetails[0]!;
      return { coop, usable, isTyped, reported, missing: missing.length, months: months.length, earned: read().funds[0]!.earned };
    };
    const asReported = { coop: 2_000_000, usable: 2_000_000, isTyped: false, reported: null, missing: 2, months: 1, earned: 2_000_000 };
    expect(await shown()).toEqual(asReported);
    tables.write('CoopFunds', 0, 'Co-op', 9_999.99);
    const typed = { isTyped: true, reported: 2_000_000, missing: 0, months: 0 };
    expect(await shown()).toEqual({ ...typed, coop: 999_999, usable: 0, earned: 999_999 });
    tables.write('CoopFunds', 0, 'Co-op', 0);
    expect(await shown()).toEqual({ ...typed, coop: 0, usable: 0, earned: 0 });
    // what is no amount leaves the report, and is named
    tables.write('CoopFunds', 0, 'Co-op', 'soon');
    expect(await shown()).toEqual(asReported);
    expect(read().troubles).toEqual([`Row 1 of CoopFunds: Co-op is "soon", which isn't an amount, so the earnings report counts.`]);
    tables.write('CoopFunds', 0, 'Co-op', '=1+1', 2);
    expect(await shown()).toEqual(asReported);
  });
});
