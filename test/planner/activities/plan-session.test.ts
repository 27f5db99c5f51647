import { beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { PlanSession } from '../../../src/planner/activities/plan-session';
import type {
  Stored,
  PlanningChanges,
  PlanningState,
  PlanningStore,
  Reading,
  Saved,
  UndoStep,
} from '../../../src/planner/store/planning-store';
import { activity, FUND } from '../../pane/plan/activity';
import { planningRead } from '../../support/planning-read';

/** A store that remembers what it was asked to save, and answers as it is told. */
class FakeStore implements PlanningStore {
  saves: { changes: PlanningChanges; said: string }[] = [];
  answer: Saved = { outcome: 'saved', conflicts: [], ids: new Map() };
  undoable: UndoStep[] = [];
  private state: PlanningState = { step: 'reading' };
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  current = (): PlanningState => this.state;
  asOf = () => '2025-03-10' as const;
  today = () => '2025-03-10' as const;
  setAsOf(): void {}
  lookAtClock(): void {}
  open(): void {}
  async readAgain(): Promise<void> {}
  async readOwnChange(): Promise<void> {}
  onOwnChange(): void {}
  async writeToday(): Promise<Saved> {
    return this.answer;
  }
  enterFund(): Promise<Saved> {
    return this.useInWorkbook();
  }
  reviewRestatement(): Promise<Saved> {
    return this.useInWorkbook();
  }
  async useInWorkbook(): Promise<Saved> {
    return this.answer;
  }
  async beginAnew(): Promise<void> {}

  async save(changes: PlanningChanges, said: string): Promise<Saved> {
    this.saves.push({ changes, said });
    if (this.answer.outcome === 'trouble') return this.answer;
    const undo: UndoStep = { sentence: said, run: async () => (this.undoable.splice(this.undoable.indexOf(undo), 1), this.answer) };
    this.undoable.push(undo);
    return { ...this.answer, undo };
  }

  /** The sheet as a person has made it. */
  holds(...activities: Activity[]): Stored<Activity>[] {
    const kept = activities.map((value, row): Stored<Activity> => ({ value, row, troubles: [], base: {} as Stored<Activity>['base'] }));
    const read = planningRead({ activities: kept, funds: [FUND] });
    this.state = { step: 'read', read, book: {} as Reading['book'], asOf: this.asOf(), isToday: true, sheetDay: null };
    for (const listener of this.listeners) listener();
    return kept;
  }
}

describe('working on a plan', () => {
  const seminar = activity({ id: 'A-SEMINR', activity: 'Customer seminars and bootcamps', status: 'planned', budget: 500_00, fund: FUND });
  let store: FakeStore;
  let session: PlanSession;
  let kept: Stored<Activity>;
  beforeEach(() => {
    store = new FakeStore();
    session = new PlanSession(store);
    [kept] = store.holds(seminar) as [Stored<Activity>];
  });

  it('keeps what is typed when the editor is left, and gives it back', () => {
    session.edit(kept);
    session.type({ owner: 'Ana' });
    session.leave();
    expect(session.current()).toMatchObject({ view: { show: 'list' }, draft: { form: { owner: 'Ana' } } });
    session.edit(kept);
    expect(session.current().draft!.form.owner).toBe('Ana');
  });

  it('keeps nothing of an activity that was only looked at', () => {
    session.edit(kept);
    session.leave();
    expect(session.current().draft).toBeNull();
  });

  it('loses nothing that is typed when another activity is opened', () => {
    const [, other] = store.holds(seminar, activity({ id: 'A-OTHERS' })) as [Stored<Activity>, Stored<Activity>];
    session.edit(kept);
    session.type({ owner: 'Ana' });
    session.leave();
    session.edit(other);
    expect(session.current()).toMatchObject({ view: { show: 'editor' }, draft: { was: { id: 'A-SEMINR' }, form: { owner: 'Ana' } } });
    expect(session.current().notice?.sentence).toContain(`"Customer seminars and bootcamps" isn't saved yet. Save or discard it first.`);
  });

  it('follows the sheet while it is written', () => {
    session.edit(kept);
    session.type({ owner: 'Ana' });
    store.holds({ ...seminar, owner: 'Bo', budget: 700_00 });
    expect(session.current().draft).toMatchObject({ form: { owner: 'Ana', budget: '700' }, clashes: [{ field: 'owner', theirs: 'Bo' }] });
    session.takeTheirs('owner');
    expect(session.current().draft).toMatchObject({ form: { owner: 'Bo' }, clashes: [] });
  });

  it('saves against the row as it was read, and says so', async () => {
    session.edit(kept);
    session.type({ owner: 'Ana' });
    await session.save({ ...seminar, owner: 'Ana' });
    expect(store.saves[0]).toMatchObject({
      changes: { activities: [{ value: { owner: 'Ana' }, base: kept }] },
      said: 'Saved "Customer seminars and bootcamps".',
    });
    expect(session.current()).toMatchObject({
      view: { show: 'list' },
      draft: null,
      notice: { intent: 'success', undo: session.lastStep() },
    });
  });

  it('says what it has undone', async () => {
    await session.change(kept, seminar, 'Moved "Webinar" to FY25 H1.');
    await session.undo(session.lastStep()!);
    expect(session.current().notice).toMatchObject({ sentence: 'Undone: moved "Webinar" to FY25 H1.', undo: null });
    expect(session.lastStep()).toBeNull();
  });

  it('takes back what it says, and nothing that another screen has saved since', async () => {
    await session.change(kept, seminar, 'Moved "Webinar" to FY25 H1.');
    const { undo } = session.current().notice!;
    await store.save({}, 'Moved "INV1" to Submitted.');
    expect(session.lastStep()).toBe(undo);
    await session.undo(undo!);
    expect(session.current().notice!.sentence).toBe('Undone: moved "Webinar" to FY25 H1.');
    expect(store.undoable.map(({ sentence }) => sentence)).toEqual(['Moved "INV1" to Submitted.']);
    expect(session.lastStep()).toBeNull();
  });

  it('says that it saved a draft where more was asked for', async () => {
    session.edit(kept);
    await session.save({ ...seminar, status: 'draft' });
    expect(session.current().notice!.sentence).toBe('Saved "Customer seminars and bootcamps" as a draft.');
  });

  it('loses nothing when a save is refused', async () => {
    store.answer = { outcome: 'trouble', sentence: 'This sheet is protected.', gone: [] };
    session.edit(kept);
    session.type({ owner: 'Ana' });
    await session.save({ ...seminar, owner: 'Ana' });
    expect(session.current()).toMatchObject({
      view: { show: 'editor' },
      draft: { form: { owner: 'Ana' } },
      notice: { intent: 'warning', sentence: 'This sheet is protected.', undo: null },
      isBusy: false,
    });
  });

  it('adds an activity again whose row was deleted meanwhile', async () => {
    session.edit(kept);
    session.type({ owner: 'Ana' });
    store.holds();
    expect(session.current().draft!.isGone).toBe(true);
    await session.save({ ...seminar, owner: 'Ana' });
    expect(store.saves[0]!.changes.activities).toMatchObject([{ base: null }]);
  });

  it('duplicates as a draft with IDs of its own, without what was spent', async () => {
    await session.duplicate({
      ...seminar,
      actual: 100,
      preApproved: '2025-01-01',
      expenses: [{ id: 'E-1', type: 'Giveaways', budget: 500_00, actual: 100, note: '' }],
    });
    const [change] = store.saves[0]!.changes.activities as [{ value: Activity; base: null }];
    expect(change.base).toBeNull();
    expect(change.value).toMatchObject({ status: 'draft', actual: null, preApproved: null, expenses: [{ actual: null, budget: 500_00 }] });
    expect(change.value.id).not.toBe(seminar.id);
    expect(change.value.expenses[0]!.id).not.toBe('E-1');
  });

  it('tells both sides of what two people changed', async () => {
    store.answer = { outcome: 'saved', conflicts: [{ subject: 'A-SEMINR', column: 'Owner', theirs: 'Bo', ours: 'Ana' }], ids: new Map() };
    session.edit(kept);
    await session.save(seminar);
    expect(session.current().notice).toMatchObject({ intent: 'warning', conflicts: [{ theirs: 'Bo' }] });
  });

  it('forgets the draft of an activity that is deleted', async () => {
    session.edit(kept);
    session.type({ owner: 'Ana' });
    session.leave();
    await session.remove(kept);
    expect(store.saves[0]!.changes.activities).toEqual([{ remove: kept }]);
    expect(session.current().draft).toBeNull();
  });

  it('saves once however often Save is pressed', async () => {
    session.edit(kept);
    await Promise.all([session.save(seminar), session.save(seminar)]);
    expect(store.saves).toHaveLength(1);
  });
});
