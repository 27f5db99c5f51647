import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Activity } from '../../../src/domain/activities/activity';
import type { Day } from '../../../src/domain/calendar/day';
import { fundKey } from '../../../src/domain/funds/fund';
import { describeExpected, describePlannedBeyond, expectedMoney } from '../../../src/planner/activities/expected-money';
import { groupActivities } from '../../../src/planner/activities/plan-groups';
import { fundNamed } from '../../../src/rulebook/name-keys';
import { writeReport } from '../../../src/storage/funds/write-report';
import { planningOn } from '../../support/planning';
import { planningRead } from '../../support/planning-read';
import { activity, earned } from '../../support/records';

beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));

const fund = fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 1 });
const on = (over: Partial<Activity>): Activity => activity({ fund, ...over });

/** What is expected of FY25 H1, of which July to October 2024 are reported: 2,000, 3,000, 4,000, and 3,000 unless given. */
async function expectedOn(asOf: Day, activities: readonly Activity[], months: readonly number[] = [2000, 3000, 4000, 3000], name = fund) {
  const { store, tables, read } = planningOn();
  store.setAsOf(asOf);
  await writeReport(tables, {
    months: months.map((dollars, n) => earned({ month: `2024-${String(n + 7).padStart(2, '0')}`, cents: dollars * 100 })),
    skipped: [],
    asOf: null,
    source: 'a.csv',
  });
  await store.readAgain();
  await store.save({ activities: activities.map((value) => ({ value, base: null })) }, 'Saved.');
  const book = workbookRules()!;
  const group = groupActivities(read(), asOf, book).find(({ key }) => key === fundKey(name));
  return { expected: expectedMoney(name, group?.balance ?? null, read(), asOf, book), balance: group?.balance, group };
}

describe('what a half still being earned is expected to pay', () => {
  it('is by its pace and its lowest month, next to what is planned', async () => {
    const { expected, balance } = await expectedOn('2024-11-15', [
      on({ budget: 1_500_000 }),
      on({ id: 'A-BBBBBB', status: 'draft', budget: 250_000 }),
      on({ id: 'A-CCCCCC', status: 'canceled', budget: 900_000 }),
    ]);
    // 12,000 so far; 2 months more at 3,000, or at 2,000
    expect(expected).toEqual({
      kind: 'expected',
      soFar: 1_200_000,
      expected: 1_800_000,
      low: 1_600_000,
      accrued: 1_800_000,
      open: 600_000,
      threshold: 1_000_000,
      planned: 1_750_000,
    });
    // none of it is in the balance
    expect(balance!.usable).toBe(1_200_000);
    expect(describeExpected(expected!)).toEqual([
      "Expected at the current pace: $18,000.00, of which $6,000.00 isn't earned yet. Low case: $16,000.00.",
      "Planned, with drafts: $17,500.00. That compares with $12,000.00 above threshold so far and $18,000.00 expected. In the low case, it's $1,500.00 too much.",
    ]);
  });

  it('says what is planned beyond it', async () => {
    const { expected } = await expectedOn('2024-11-15', [
      on({ budget: 1_790_000 }),
      on({ id: 'A-BBBBBB', status: 'draft', budget: 30_000 }),
    ]);
    expect(describeExpected(expected!)[1]).toContain("It's $200.00 more than expected.");
  });

  it.each<[Day, string | null]>([
    ['2024-11-15', 'Planned against expected money: $12,000.01 is $0.01 more than the $12,000.00 available so far.'],
    // over is over
    ['2025-03-10', null],
  ])('is planned against as long as more may come: on %s', async (asOf, said) => {
    const { group } = await expectedOn(asOf, [on({ budget: 1_200_001 })], [2000, 3000, 4000, 3000, 0, 0]);
    expect(group!.balance!.over).toBe(1);
    expect(describePlannedBeyond(group!.fund!, group!.balance!, asOf)).toBe(said);
  });

  it('is not guessed for co-op that was entered by hand', async () => {
    const { store, read } = planningOn();
    await store.readAgain();
    await store.enterFund({ fund, coop: 500_000 }, 'Entered it.');
    expect(expectedMoney(fund, null, read(), '2024-11-15', workbookRules()!)).toEqual({
      kind: 'no forecast',
      why: 'Its co-op was entered by hand, so there are no months to project from.',
    });
  });

  it('is nothing below the threshold: 1,000 a month is 6,000', async () => {
    const { expected } = await expectedOn('2024-11-15', [], [1000, 1000, 1000, 1000]);
    expect(expected).toMatchObject({ soFar: 0, expected: 0, low: 0, accrued: 600_000 });
    expect(describeExpected(expected!)[0]).toBe(
      'Expected: nothing to claim, because $6,000.00 at the current pace is below the threshold of $10,000.00.',
    );
  });

  it('may reach a threshold that is not reached yet: 2,000 a month is 12,000', async () => {
    const { expected } = await expectedOn('2024-11-15', [], [2000, 2000, 2000, 2000]);
    expect(expected).toMatchObject({ soFar: 0, expected: 1_200_000, low: 1_200_000 });
  });

  it('has no low case after one full month', async () => {
    const { expected } = await expectedOn('2024-08-15', [], [2000]);
    expect(expected).toMatchObject({ expected: 1_200_000, low: null });
    expect(describeExpected(expected!)[0]).toContain('Low case: not known before two full months.');
  });

  it('is not known without a full month, or without earnings', async () => {
    const { expected } = await expectedOn('2024-07-15', [], [2000]);
    expect(describeExpected(expected!)[0]).toMatch(/^No forecast yet\. No month of FY25 H1 is complete/);
    const next = fundNamed('1234567', 'Microsoft Commerce Incentives', { fiscalYear: 2025, half: 2 });
    const { expected: ofNext } = await expectedOn('2024-11-15', [activity({ fund: next })], undefined, next);
    expect(describeExpected(ofNext!)).toEqual(['No forecast yet. This workbook has no co-op of FY25 H2 for this fund yet.']);
  });

  it('is past once the half has ended', async () => {
    const { expected } = await expectedOn('2025-01-01', []);
    expect(expected).toBeNull();
  });

  it("isn't said while what is planned isn't known", () => {
    const read = planningRead({ hasUnknownAmounts: true });
    expect(expectedMoney(fund, null, read, '2024-11-15', workbookRules()!)).toBeNull();
    expect(expectedMoney(fund, null, planningRead(), '2024-11-15', workbookRules()!)).toMatchObject({ kind: 'no forecast' });
  });
});
