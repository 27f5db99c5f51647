import { beforeEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import type { Day } from '../../../src/domain/calendar/day';
import { claimDays } from '../../../src/domain/calendar/deadlines';
import { claimFromActivity } from '../../../src/domain/claims/claim-from-activity';
import { transition } from '../../../src/domain/claims/transition';
import { newId } from '../../../src/planner/store/planning-store';
import { isUnsaved } from '../../../src/planner/claims/claim-draft';
import { PlanSession } from '../../../src/planner/activities/plan-session';
import { ClaimsSession } from '../../../src/planner/claims/claims-session';
import { DEADLINES } from '../../support/claims';
import { planningOn, settled } from '../../support/planning';
import { activity, claim } from '../../support/records';

const DAYS = claimDays({ fiscalYear: 2025, half: 1 }, DEADLINES);
const begin = (session: ClaimsSession, id: string): Promise<void> => {
  const begun = activity({ id });
  const last = { fundCategory: '', fundingPool: '', solutionAreas: '' };
  return session.begin(
    begun,
    claimFromActivity(begun, { requirements: null, evidence: 'invoice', last, lowDollar: null, most: null, newId }),
  );
};
/** Records the status change that the form has. */
const record = (session: ClaimsSession, on: Day): Promise<void> =>
  session.move(on, (written, time) => {
    const { to, note } = session.current().moving!;
    return transition(written, to, { on, asOf: '2025-05-01', at: time, days: DAYS, note });
  });

describe('the work on claims', () => {
  beforeEach(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  const start = async () => {
    const planning = planningOn();
    planning.store.open();
    planning.store.setAsOf('2025-05-01');
    await settled();
    await planning.store.save({ activities: [{ value: activity(), base: null }], claims: [{ value: claim(), base: null }] }, 'begun');
    return { ...planning, session: new ClaimsSession(planning.store) };
  };

  it('begins a claim on an activity, with a first entry in its history', async () => {
    const { session, read } = await start();
    await begin(session, 'A-BBBBBB');
    const { view, draft, notice } = session.current();
    expect(view).toBe('claim');
    expect(isUnsaved(draft!)).toBe(false);
    expect(notice).toMatchObject({ intent: 'success', undo: session.lastStep() });
    expect(read().history.at(-1)).toMatchObject({ subject: draft!.form.id, what: 'created' });
    await session.undo(session.lastStep()!);
    expect(session.current()).toMatchObject({
      view: 'list',
      notice: { sentence: `Undone: ${notice!.sentence.replace('Started', 'started')}` },
    });
    expect(read().claims).toHaveLength(1);
  });

  it('keeps what is typed when people leave, and gives it up when they say so', async () => {
    const { session, keptClaim } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'typed' });
    session.leave();
    expect(session.current().draft?.form.notes).toBe('typed');
    session.open(keptClaim('C-AAAAAA'));
    expect(session.current().draft?.form.notes).toBe('typed');
    session.discard();
    expect(session.current().draft?.form.notes).toBe('');
    session.leave();
    expect(session.current().draft).toBeNull();
  });

  it('follows the sheet where nothing was typed, and keeps both sides where something was', async () => {
    const { session, store, keptClaim } = await start();
    session.open(keptClaim('C-AAAAAA'));
    await store.save({ claims: [{ value: claim({ solutionAreas: 'Security' }), base: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    expect(session.current().draft?.form.solutionAreas).toBe('Security');
    session.type({ notes: 'mine' });
    await store.save({ claims: [{ value: claim({ solutionAreas: 'Azure' }), base: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    expect(session.current().draft?.form).toMatchObject({ notes: 'mine', solutionAreas: 'Azure' });
    expect(session.current().draft?.began).toMatchObject({ notes: '', solutionAreas: 'Azure' });
    await session.save();
    expect(keptClaim('C-AAAAAA').value).toMatchObject({ notes: 'mine', solutionAreas: 'Azure' });
    expect(session.current().draft?.form.solutionAreas).toBe('Azure');
  });

  it('tells of a field that both sides changed, and keeps what was typed here', async () => {
    const { session, store, keptClaim, read } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'mine' });
    await store.save({ claims: [{ value: claim({ notes: 'theirs', solutionAreas: 'Azure' }), base: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    expect(session.current().draft?.form).toMatchObject({ notes: 'mine', solutionAreas: 'Azure' });
    await session.save();
    expect(keptClaim('C-AAAAAA').value).toMatchObject({ notes: 'mine', solutionAreas: 'Azure' });
    expect(session.current().notice?.conflicts).toMatchObject([{ column: 'Notes', theirs: 'theirs', ours: 'mine' }]);
    expect(read().history.at(-1)).toMatchObject({ what: 'Notes', from: 'theirs', to: 'mine' });
  });

  it('gives a field up for what the sheet says, while it is typed and after it was saved', async () => {
    const { session, store, keptClaim, read } = await start();
    const elsewhere = (change: object) =>
      store.save({ claims: [{ value: { ...keptClaim('C-AAAAAA').value, ...change }, base: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'mine', amount: '10' });
    await elsewhere({ notes: 'theirs', amount: 900 });
    expect(session.current().draft?.clashes).toEqual([
      { field: 'amount', theirs: '9.00' },
      { field: 'notes', theirs: 'theirs' },
    ]);
    session.takeTheirs('notes');
    expect(session.current().draft).toMatchObject({ form: { notes: 'theirs', amount: '10' }, clashes: [{ field: 'amount' }] });
    await session.save();
    expect(keptClaim('C-AAAAAA').value).toMatchObject({ notes: 'theirs', amount: 1000 });
    const [conflict] = session.current().notice!.conflicts;
    expect(conflict).toMatchObject({ column: 'Amount', theirs: '9.00', ours: '10.00' });
    session.type({ solutionAreas: 'typed meanwhile' });
    session.takingBack(conflict!)!();
    await settled();
    expect(keptClaim('C-AAAAAA').value.amount).toBe(900);
    expect(session.current().draft?.form).toMatchObject({ amount: '9.00', solutionAreas: 'typed meanwhile' });
    expect(session.takingBack({ ...conflict!, column: 'CoopClaimLines Amount' })).toBeNull();
    expect(read().history.at(-1)).toMatchObject({ what: 'Amount', from: '9.00', to: '10.00' });
  });

  it('follows invoices line by line, and adds none a second time when it saves', async () => {
    const { session, store, keptClaim } = await start();
    const line = (id: string, amount: number) => ({
      id,
      kind: 'invoice' as const,
      number: id,
      type: '',
      amount,
      isThirdParty: true,
      note: '',
    });
    const elsewhere = (...lines: ReturnType<typeof line>[]) =>
      store.save({ claims: [{ value: { ...keptClaim('C-AAAAAA').value, lines }, base: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    await elsewhere(line('L-AAAAAA', 100), line('L-BBBBBB', 200));
    session.open(keptClaim('C-AAAAAA'));
    const form = () => session.current().draft!.form.lines;
    session.type({ lines: form().map((written) => (written.id === 'L-AAAAAA' ? { ...written, note: 'mine' } : written)) });
    await elsewhere(line('L-AAAAAA', 100), line('L-BBBBBB', 250), line('L-CCCCCC', 300));
    expect(form().map(({ id, amount, note }) => [id, amount, note])).toEqual([
      ['L-AAAAAA', '1.00', 'mine'],
      ['L-BBBBBB', '2.50', ''],
      ['L-CCCCCC', '3.00', ''],
    ]);
    await session.save();
    expect(session.current().notice?.conflicts).toEqual([]);
    expect(keptClaim('C-AAAAAA').value.lines.map(({ id, amount, note }) => [id, amount, note])).toEqual([
      ['L-AAAAAA', 100, 'mine'],
      ['L-BBBBBB', 250, ''],
      ['L-CCCCCC', 300, ''],
    ]);
  });

  it('a claim deleted in the sheet is left at that when what was typed is given up', async () => {
    const { session, store, keptClaim } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'mine' });
    await store.save({ claims: [{ remove: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    session.discard();
    expect(session.current()).toMatchObject({ view: 'list', draft: null });
  });

  it('keeps what was typed into one claim while others are opened, begun, deleted and changed in the sheet', async () => {
    const { session, store, keptClaim } = await start();
    await store.save({ claims: [{ value: claim({ id: 'C-BBBBBB', activityId: 'A-BBBBBB', name: 'second' }), base: null }] }, 'elsewhere');
    const notes = () => session.current().draft?.form.notes;
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'first’s' });
    session.open(keptClaim('C-BBBBBB'));
    session.type({ notes: 'second’s' });
    await store.save(
      { claims: [{ value: { ...keptClaim('C-AAAAAA').value, solutionAreas: 'Azure' }, base: keptClaim('C-AAAAAA') }] },
      'elsewhere',
    );
    await begin(session, 'A-CCCCCC');
    expect(session.current().waiting.map(({ form }) => form.id)).toEqual(['C-AAAAAA', 'C-BBBBBB']);
    session.open(keptClaim('C-AAAAAA'));
    expect(session.current().draft?.form).toMatchObject({ notes: 'first’s', solutionAreas: 'Azure' });
    await session.save();
    session.open(keptClaim('C-BBBBBB'));
    expect(notes()).toBe('second’s');
    await session.remove(keptClaim('C-BBBBBB'));
    expect(session.current()).toMatchObject({ draft: null, waiting: [] });
    expect(keptClaim('C-AAAAAA').value.notes).toBe('first’s');
  });

  it('moves a claim with what was typed into it, and writes the history', async () => {
    const { session, keptClaim, read } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'ready' });
    session.beginMove('submitted', '2025-05-01');
    session.typeMove({ note: 'by Ana' });
    await record(session, '2025-05-01');
    expect(keptClaim('C-AAAAAA').value).toMatchObject({
      status: 'submitted',
      since: '2025-05-01',
      submittedOn: '2025-05-01',
      notes: 'ready',
    });
    expect(read().history.at(-1)).toMatchObject({
      subject: 'C-AAAAAA',
      what: 'status',
      from: 'editing',
      to: 'submitted',
      note: expect.stringMatching(/^On 2025-05-01\. \$[\d,.]+ claimed\. by Ana$/) as string,
    });
    expect(session.current().moving).toBeNull();
  });

  it('refuses a move that is none, in the form where it was asked for, and writes nothing', async () => {
    const { session, keptClaim, read } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.beginMove('paid', '2025-05-01');
    await record(session, '2025-05-01');
    expect(session.current().moving?.refusal).toContain("can't become paid");
    session.typeMove({ to: 'submitted' });
    await record(session, '2025-05-02');
    expect(session.current().moving?.refusal).toContain('after the as-of date, May 1, 2025');
    expect(keptClaim('C-AAAAAA').value.status).toBe('editing');
    expect(read().history).toEqual([]);
  });

  it('saves nothing that can’t be read', async () => {
    const { session, keptClaim } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ amount: 'ten' });
    await session.save();
    expect(session.current().notice?.sentence).toContain(`A field can't be read. "ten" can't be read: enter an amount such as 1234.50.`);
    expect(keptClaim('C-AAAAAA').value.amount).toBe(500_000);
    expect(session.current().draft?.form.amount).toBe('ten');
  });

  it('deletes a claim, and brings it back', async () => {
    const { session, keptClaim, read } = await start();
    session.open(keptClaim('C-AAAAAA'));
    await session.remove(keptClaim('C-AAAAAA'));
    expect(session.current()).toMatchObject({ view: 'list', draft: null });
    expect(read().claims).toEqual([]);
    await session.undo(session.lastStep()!);
    expect(keptClaim('C-AAAAAA').value.name).toBe('INV1 Digital advertising Mar');
  });

  it('what is saved in the plan meanwhile is not what is undone here, nor the other way around', async () => {
    const { session, store, kept, keptClaim } = await start();
    const plan = new PlanSession(store);
    await plan.change(kept('A-AAAAAA'), { ...kept('A-AAAAAA').value, owner: 'Bob' }, 'Saved "Telemarketing".');
    session.open(keptClaim('C-AAAAAA'));
    session.beginMove('submitted', '2025-05-01');
    await record(session, '2025-05-01');
    await plan.undo(plan.current().notice!.undo!);
    expect([kept('A-AAAAAA').value.owner, keptClaim('C-AAAAAA').value.status]).toEqual(['Ana', 'submitted']);
    expect(plan.current().notice!.sentence).toBe('Undone: saved "Telemarketing".');
    expect(plan.lastStep()).toBeNull();
    await session.undo(session.lastStep()!);
    expect(keptClaim('C-AAAAAA').value.status).toBe('editing');
  });

  it('a claim deleted elsewhere goes with it, unless something was typed: then it can be written again', async () => {
    const { session, store, keptClaim, read } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'mine' });
    await store.save({ claims: [{ remove: keptClaim('C-AAAAAA') }] }, 'elsewhere');
    expect(session.current().draft?.isGone).toBe(true);
    await session.save();
    expect(read().claims.map(({ value }) => value.notes)).toEqual(['mine']);
    await store.save({ claims: [{ remove: read().claims[0]! }] }, 'elsewhere');
    expect(session.current()).toMatchObject({ view: 'list', draft: null });
  });

  it('tells of a claim deleted elsewhere as soon as a save finds it gone, and then writes it again', async () => {
    const { session, tables, keptClaim, read } = await start();
    session.open(keptClaim('C-AAAAAA'));
    session.type({ notes: 'mine' });
    const other = planningOn(tables);
    other.store.open();
    await settled();
    await other.store.save({ claims: [{ remove: other.keptClaim('C-AAAAAA') }] }, 'elsewhere');
    await session.save();
    expect(session.current()).toMatchObject({ notice: { intent: 'warning' }, draft: { isGone: true, form: { notes: 'mine' } } });
    await session.save();
    expect(read().claims.map(({ value }) => value.notes)).toEqual(['mine']);
  });

  it('keeps whom requests for review name, and forgets whom no one names anymore', async () => {
    const { session, read } = await start();
    session.askReview('A-AAAAAA');
    session.typeReview({ company: 'Contoso' });
    await session.saveContacts(read().settings, { company: ' Contoso ', microsoft: 'ana@microsoft.example', distributor: '' });
    expect(read().settings.contacts).toEqual({ company: 'Contoso', microsoft: 'ana@microsoft.example' });
    expect(session.current().review).toEqual({ activityId: 'A-AAAAAA' });
    await session.saveContacts(read().settings, { company: 'Contoso', microsoft: '', distributor: '' });
    expect(read().settings.contacts).toEqual({ company: 'Contoso' });
  });

  it('keeps the user’s own low-dollar figure, and none where it is blank', async () => {
    const { session, read } = await start();
    session.typeLowDollar('a lot');
    await session.saveLowDollar(read().settings);
    expect(session.current().notice?.sentence).toContain("can't be read");
    session.typeLowDollar('500');
    await session.saveLowDollar(read().settings);
    expect(read().settings.lowDollar).toBe(50_000);
    session.typeLowDollar('');
    await session.saveLowDollar(read().settings);
    expect(read().settings.lowDollar).toBeNull();
  });
});
