import { beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../src/cells/workbook-rules';
import type { Activity } from '../../src/domain/activities/activity';
import { splitCost } from '../../src/domain/activities/activity-cost';
import { reserveCap } from '../../src/domain/activities/caps';
import { capsIn } from '../../src/planner/activities/caps-in';
import { openPlanning } from '../../src/planner/store/open-planning';
import { openExcelWorkbook } from '../../src/storage/excel/workbook';
import { writeReport } from '../../src/storage/funds/write-report';
import { startExcel } from '../support/excel-without-pane';
import { activity, earned, expense } from '../support/records';

/** The fund has earned $20,000.00: customer offers have a cap of $5,000.00, demo units of $3,000.00. */
const SHARES: readonly [string, Partial<Activity>, yourShare: string][] = [
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
];

/** Your share is the cost less what co-op pays: its share of the cost, at most the cap. */
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
    await store.save({ activities: activities.map((value) => ({ value, base: null })) }, 'Saved.');
    await store.readAgain();
    const state = store.current();
    if (state.step !== 'read') throw new Error(state.step);
    const { activities: found, funds } = state.read;
    const dollars = (cents: number | null): string =>
      cents === null ? '' : (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    const inPlanner = found.map(({ value }) => {
      const fund = funds.find(({ partnerId }) => partnerId === value.fund?.partnerId);
      return dollars(splitCost(value, fund ? reserveCap(capsIn(workbookRules()!)(value), fund.earned) : null).yourShare);
    });
    const named = (shares: readonly string[]) => shares.map((share, index) => [SHARES[index]![0], share]);
    const expected = SHARES.map(([name, , share]) => [name, share]);
    expect(named(inPlanner)).toEqual(expected);
    expect(named(await column('CoopPlan', 'Your share'))).toEqual(expected);

    await set('CoopPlan', 'Budget', 0, -400);
    expect((await column('CoopPlan', 'Your share'))[0]).toBe('');
  });
});
