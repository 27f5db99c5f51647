import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { activity, claim, expense, planningOn, settled } from '../../support/planning';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

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
});

describe('saving', () => {
  it('a new activity makes its tables, and reads back as it was', async () => {
    const { store, read, tables, kept } = planningOn();
    await store.readAgain();
    const one = activity({ expenses: [expense(), expense({ id: 'E-BBBBBB', budget: 50_000, note: '=1+1' })], budget: null });
    expect(await store.save({ activities: [{ value: one, base: null }] }, 'Saved.')).toMatchObject({ outcome: 'saved', conflicts: [] });
    expect([...tables.held.keys()]).toEqual(['CoopSettings', 'CoopFunds', 'CoopExpenses', 'CoopPlan']);
    expect(kept('A-AAAAAA')).toMatchObject({ value: { ...one, budget: 150_000 }, row: 0, troubles: [] });
    expect([tables.reads, tables.writes]).toEqual([2, 1]);
    await store.readAgain();
    expect(kept('A-AAAAAA').value).toEqual({ ...one, budget: 150_000 });
    expect(read().hasPlan).toBe(true);
  });

  it('a claim with its lines and proof reads back as it was', async () => {
    const { store, keptClaim } = planningOn();
    const one = claim({
      lines: [{ id: 'L-AAAAAA', kind: 'CSR', number: '', type: 'Catering', amount: 12_345, isThirdParty: true, note: '@x' }],
      proof: [{ id: 'P-AAAAAA', kind: 'visible', requirement: 'Date', isDone: true, evidence: 'a.png' }],
      otherProgramShare: 0.4, hasNonMicrosoft: false, isAgreed: true, status: 'action required', since: '2025-04-01',
    });
    await store.readAgain();
    await store.save({ claims: [{ value: one, base: null }] }, 'Saved.');
    await store.readAgain();
    expect(keptClaim('C-AAAAAA')).toMatchObject({ value: one, troubles: [] });
  });
});
