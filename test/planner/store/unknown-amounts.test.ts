import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { factsOf } from '../../../src/planner/activities/activity-view';
import { aroundIn, groupActivities } from '../../../src/planner/activities/plan-groups';
import { ownClaims } from '../../../src/planner/funds/own-claims';
import { writeSummary } from '../../../src/planner/summary/co-op-summary';
import { toDoNow } from '../../../src/planner/to-do/to-do-list';
import { writeReport } from '../../../src/storage/funds/write-report';
import type { Reading } from '../../../src/planner/store/planning-store';
import { FakeTables } from '../../support/fake-tables';
import { planningOn, settled } from '../../support/planning';
import { activity, claim, earned, expense } from '../../support/records';

const ASOF = '2025-03-10';

/** $20,000.00, of which $5,000.00 are planned and $2,000.00 claimed: $13,000.00 are left. */
async function workbook() {
  const tables = new FakeTables();
  await writeReport(tables, { months: [earned()], skipped: [], asOf: null, source: 'a.csv' });
  const planning = planningOn(tables);
  const { store, read } = planning;
  store.setAsOf(ASOF);
  store.open();
  await settled();
  const activities = [
    activity({ id: 'A-1', budget: 500_000, expenses: [expense({ id: 'E-1', budget: 500_000 })] }),
    activity({ id: 'A-2', status: 'done', start: '2025-02-01', end: '2025-02-10', budget: 200_000 }),
  ];
  const claims = [claim({ id: 'C-1', activityId: 'A-2', status: 'submitted', submittedOn: '2025-03-01', amount: 200_000 })];
  await store.save(
    {
      activities: activities.map((value) => ({ value, base: null })),
      claims: claims.map((value) => ({ value, base: null })),
      rates: [{ value: { id: 'R-1', currency: 'GBP', from: '2025-01-01', rate: 1.31, source: '' }, base: null }],
    },
    'Saved.',
  );
  const book = workbookRules()!;
  const fund = () => read().funds[0]!;
  return {
    ...planning,
    left: () => groupActivities(read(), ASOF, book)[0]!.balance?.free ?? null,
    around: () => aroundIn(fund(), [], read(), ASOF, book),
    claimed: () => ownClaims(read(), fund(), ASOF)?.cents,
    list: () => toDoNow(read(), book, ASOF),
    rename: async (table: string, from: string, to: string) => {
      tables.rename(table, from, to);
      await store.readAgain();
    },
  };
}

describe('while a column that amounts depend on is renamed', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it.each([
    ['CoopPlan', 'Budget'],
    ['CoopPlan', 'Status'],
    ['CoopPlan', 'Co-op share'],
    ['CoopExpenses', 'Budget'],
    ['CoopExpenses', 'Activity ID'],
    ['CoopClaims', 'Amount'],
    ['CoopClaims', 'Activity ID'],
    ['CoopRates', 'Rate to USD'],
  ])('%s, %s: what is left is not known, and is again afterwards', async (table, column) => {
    const { read, left, around, claimed, rename } = await workbook();
    expect([left(), claimed(), read().hasUnknownAmounts]).toEqual([1_300_000, 200_000, false]);
    await rename(table, column, 'Mine');
    expect([left(), around().balance, claimed(), read().hasUnknownAmounts]).toEqual([null, null, null, true]);
    expect(read().troubles.join(' ')).toContain(
      `The table ${table} no longer has the column "${column}". It reads as blank here. Rename it back, or add it again. Until then, what is planned and what is left of the funds isn't known.`,
    );
    await rename(table, 'Mine', column);
    expect([left(), claimed(), read().hasUnknownAmounts]).toEqual([1_300_000, 200_000, false]);
  });

  it('a column that no amount depends on leaves them known', async () => {
    const { left, read, rename } = await workbook();
    for (const [table, column] of [
      ['CoopPlan', 'Owner'],
      ['CoopExpenses', 'Note'],
      ['CoopClaims', 'Notes'],
    ] as const)
      await rename(table, column, `my ${column}`);
    expect([left(), read().hasUnknownAmounts]).toEqual([1_300_000, false]);
    expect(read().troubles.join(' ')).not.toContain("isn't known");
  });

  it('Today keeps its days and says no amount', async () => {
    const { list, rename } = await workbook();
    const before = list();
    expect(before.map(({ what }) => what)).toContain('Plan $13,000.00');
    expect(before.reduce((sum, { atRisk }) => sum + atRisk, 0)).toBeGreaterThan(0);
    await rename('CoopPlan', 'Budget', 'Mine');
    expect(list().every(({ atRisk }) => atRisk === 0)).toBe(true);
    expect(list().filter(({ what, why }) => /\$\d|Complete an amount/.test(`${what} ${why}`))).toEqual([]);
    expect(list().filter(({ opens }) => opens.id === 'A-1')).toHaveLength(before.filter(({ opens }) => opens.id === 'A-1').length);
  });

  it('a blank that is not known is no finding, so nothing planned becomes a draft', async () => {
    const { kept, around, rename } = await workbook();
    const blocking = () =>
      factsOf(kept('A-1').value, around())
        .findings.filter(({ level }) => level === 'blocking')
        .map(({ field }) => field);
    expect(blocking()).toEqual([]);
    for (const column of ['Budget', 'Partner ID', 'Start', 'Activity']) {
      await rename('CoopPlan', column, 'Mine');
      expect([column, blocking()]).toEqual([column, []]);
      await rename('CoopPlan', 'Mine', column);
    }
  });

  it('no summary is written with amounts as if they were blank', async () => {
    const { store, tables, rename } = await workbook();
    await rename('CoopPlan', 'Budget', 'Mine');
    const write = writeSummary({ tables, writePage: () => Promise.reject(new Error('Written.')) }, store.current() as Reading);
    expect((await write).sentence).toMatch(/^The summary wasn't written: a column of the plan or the claims is missing/);
  });
});
