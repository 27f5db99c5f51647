import { beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../src/cells/workbook-rules';
import type { Activity } from '../../src/domain/activities/activity';
import type { Claim } from '../../src/domain/claims/claim';
import { factsOf } from '../../src/planner/activities/activity-view';
import { aroundIn, groupActivities } from '../../src/planner/activities/plan-groups';
import { openPlanning } from '../../src/planner/store/open-planning';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, claim, earned, expense } from '../support/records';

/** The fund has earned $20,000.00: customer offers have a cap of $5,000.00, demo units of $3,000.00. */
const SHARES: readonly [string, Partial<Activity>, yourShare: string, ...claims: Partial<Claim>[]][] = [
  ['all from co-op', { budget: 400_000 }, '0.00'],
  ['a co-op share', { budget: 1_200_000, coopShare: 665_040 }, '5,349.60'],
  ['above its cap', { activity: 'Customer offers', budget: 900_000 }, '4,000.00'],
  ['a share above its cap', { activity: 'Customer offers', budget: 900_000, coopShare: 600_000 }, '4,000.00'],
  ['a share below its cap', { activity: 'Customer offers', budget: 900_000, coopShare: 450_000 }, '4,500.00'],
  ['by its other name', { activity: 'Demo units', budget: 350_000 }, '500.00'],
  // $5,000.00 for each of 3 people who travel, and registration on top
  ['travel, which has no cap of its own here', { activity: 'Microsoft hosted conferences', budget: 1_600_000, attendees: 1 }, '0.00'],
  ['travel by its other name', { activity: 'Conferences', budget: 1_600_000, coopShare: 100_000 }, '15,000.00'],
  ['more than was earned', { budget: 2_500_000 }, '0.00'],
  [
    'in euros above the cap: 9,900.00 less 5,000.00',
    { activity: 'Customer offers', budget: 900_000, currency: 'EUR', rate: 1.1 },
    '4,900.00',
  ],
  ['in euros without a rate', { budget: 900_000, coopShare: 100, currency: 'EUR', rate: null }, ''],
  ['done, and cheaper than planned: half of 800.00', { status: 'done', budget: 100_000, coopShare: 50_000, actual: 80_000 }, '400.00'],
  [
    'expense by expense: 700.00 + 400.00',
    {
      coopShare: 50_000,
      budget: 100_000,
      expenses: [expense({ id: 'E-1', budget: 60_000, actual: 70_000 }), expense({ id: 'E-2', budget: 40_000 })],
    },
    '550.00',
  ],
  ['no cost', { budget: null, coopShare: 100_000 }, ''],
  ['not in the guidebook', { activity: 'Golf day', budget: 100_000, coopShare: 40_000 }, '600.00'],
  ['no day yet', { activity: 'Customer offers', start: null, end: null, budget: 900_000 }, '4,000.00'],
  [
    'a fund that the workbook does not have',
    { activity: 'Customer offers', budget: 900_000, fund: { ...activity().fund!, partnerId: '7654321' } },
    '0.00',
  ],
  ['claimed as planned', { budget: 473_000 }, '0.00', { status: 'submitted', amount: 473_000 }],
  ['planned 4,730.00, and paid 4,400.00', { status: 'done', budget: 473_000 }, '330.00', { status: 'paid', paid: 440_000 }],
  ['approved for less than its share', { budget: 900_000, coopShare: 600_000 }, '3,500.00', { status: 'approved', approved: 550_000 }],
  ['in editing', { budget: 900_000, coopShare: 600_000 }, '3,000.00', { status: 'editing', amount: 100_000 }],
  ['rejected', { budget: 900_000, coopShare: 600_000 }, '3,000.00', { status: 'rejected', amount: 100_000 }],
  [
    'claimed twice, and rejected before',
    { budget: 900_000 },
    '2,000.00',
    { status: 'rejected', amount: 900_000 },
    { status: 'paid', paid: 400_000 },
    { status: 'submitted', amount: 300_000 },
  ],
  ['claimed for an amount that is not known', { budget: 900_000 }, '', { status: 'paid' }, { status: 'submitted', amount: null }],
  ['paid more than it cost', { status: 'done', budget: 473_000, actual: 430_000 }, '0.00', { status: 'paid', paid: 440_000 }],
];

/** Your share is the cost less what co-op pays: its share of the cost, at most the cap, or what was claimed, approved, and paid. */
describe('your share', () => {
  const port = openExcelWorkbook();
  const { clear, column, set, lookFrom } = startExcel();
  beforeEach(clear);

  it('is the same in the sheet and in the planner', async () => {
    await lookFrom('2025-03-01');
    const store = openPlanning(port);
    await writeReport(port.tables, { months: [earned()], skipped: [], asOf: null, source: 'report.csv' });
    await store.readAgain();
    const activities = SHARES.map(([, change], index) => activity({ id: `A-SHARE${index}`, ...change }));
    const claims = SHARES.flatMap(([, , , ...changes], index) =>
      changes.map((change, n) => claim({ id: `C-SHARE${index}-${n}`, activityId: `A-SHARE${index}`, ...change })),
    );
    const asNew = <T>(values: readonly T[]) => values.map((value) => ({ value, base: null }));
    await store.save({ activities: asNew(activities), claims: asNew(claims) }, 'Saved.');
    await store.readAgain();
    const state = store.current();
    if (state.step !== 'read') throw new Error(state.step);
    const { activities: found } = state.read;
    const book = workbookRules()!;
    const groups = groupActivities(state.read, state.asOf, book);
    const dollars = (cents: number | null): string =>
      cents === null ? '' : (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    const inPlanner = found.map(({ value }) =>
      dollars(factsOf(value, aroundIn(value.fund, groups, state.read, state.asOf, book)).split.yourShare),
    );
    const named = (shares: readonly string[]) => shares.map((share, index) => [SHARES[index]![0], share]);
    const expected = SHARES.map(([name, , share]) => [name, share]);
    expect(named(inPlanner)).toEqual(expected);
    expect(named(await column('CoopPlan', 'Your share'))).toEqual(expected);

    await set('CoopPlan', 'Budget', 0, -400);
    expect((await column('CoopPlan', 'Your share'))[0]).toBe('');
  });
});
