import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import type { Day } from '../../../src/domain/calendar/day';
import { ClosedHalves } from '../../../src/planner/funds/closed-halves';
import { fundsOverview, OVERVIEW_AMOUNTS } from '../../../src/planner/funds/funds-overview';
import { fundsByHalf } from '../../../src/planner/funds/funds-view';
import { writeReport } from '../../../src/storage/funds/write-report';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { FakeTables } from '../../support/fake-tables';
import { planningOn } from '../../support/planning';
import { activity, claim, earned } from '../../support/records';

/**
 * $20,000 of FY25 H1, of which a plan and claims use $8,000; a half that was closed with $5,000 below the threshold; a fund
 * with rebate alone.
 */
async function overviewOn(asOf: Day, change: (tables: FakeTables) => void = () => undefined) {
  const tables = new FakeTables();
  await writeReport(tables, {
    months: [
      earned(),
      earned({ partnerId: '99', earningType: 'Rebate' }),
      earned({ partnerId: '7654321', month: '2023-10', cents: 500_000 }),
    ],
    skipped: [],
    asOf: '2025-01-16',
    source: 'a.csv',
  });
  const { store } = planningOn(tables);
  await store.readAgain();
  const done = (id: string) => activity({ id, status: 'done', start: '2025-01-20', end: '2025-01-20', actual: 100_000 });
  await store.save(
    {
      activities: [
        { value: activity({ id: 'A-PLAN', budget: 250_000 }), base: null },
        ...['A-DONE', 'A-SENT', 'A-PAID'].map((id) => ({ value: done(id), base: null })),
      ],
      claims: [
        { value: claim({ id: 'C-SENT', activityId: 'A-SENT', status: 'submitted', amount: 300_000 }), base: null },
        {
          value: claim({
            id: 'C-PAID',
            activityId: 'A-PAID',
            status: 'paid',
            amount: 150_000,
            approved: 150_000,
            paid: 150_000,
            paidOn: '2025-03-01',
          }),
          base: null,
        },
      ],
      partners: [{ partnerId: '1234567', name: 'US' }],
    },
    'Saved.',
  );
  change(tables);
  await store.readAgain();
  store.setAsOf(asOf);
  const state = store.current();
  if (state.step !== 'read') throw new Error('not read');
  const { read, book } = state;
  return fundsOverview(fundsByHalf(read.fundDetails, book), read, book, asOf).map(({ half, rows, empty }) => ({
    label: half.label,
    isClosed: half.isClosed,
    empty,
    rows: rows.map(({ fund, amounts, ...row }) => ({
      ...row,
      name: fund.partnerName ?? fund.partnerId,
      amounts: Object.fromEntries(OVERVIEW_AMOUNTS.map((name, index) => [name, amounts[index]])),
    })),
  }));
}

describe('the overview of funds', () => {
  beforeAll(() => provideContext(PLAIN_WORKBOOK));

  it('has what each fund earned, what activities and claims use of it, and what is left, newest half first', async () => {
    const [running, closed] = await overviewOn('2025-03-10');
    expect(running).toEqual({
      label: 'FY25 H1',
      isClosed: false,
      empty: 1,
      rows: [
        {
          name: 'US',
          program: '',
          stage: 'Usage period',
          amounts: {
            'Co-op': 2_000_000,
            'Above threshold': 2_000_000,
            'Usable now': 2_000_000,
            'Planned, not claimed': 350_000,
            'Claimed, not paid': 300_000,
            Paid: 150_000,
            Left: 1_200_000,
          },
          over: 0,
          lapsed: 0,
          deadline: { what: 'Use by', day: '2025-06-30' },
        },
      ],
    });
    expect(closed).toMatchObject({
      label: 'FY24 H1',
      isClosed: true,
      empty: 0,
      rows: [{ name: '7654321', stage: 'Closed', amounts: { 'Co-op': 500_000, 'Above threshold': 0, Left: 0 }, deadline: null }],
    });
  });

  it('says that amounts are unknown while a column they depend on is renamed', async () => {
    const [running] = await overviewOn('2025-03-10', (tables) => tables.rename('CoopClaims', 'Amount', 'Sum'));
    expect(Object.values(running!.rows[0]!.amounts)).toEqual([2_000_000, 2_000_000, 2_000_000, null, null, null, null]);
  });

  it.each<[Day, string, { what: string; day: Day } | null, number]>([
    ['2024-12-01', 'Being earned', { what: 'Use by', day: '2025-06-30' }, 0],
    ['2025-07-01', 'Claims only', { what: 'Claim by', day: '2025-08-15' }, 0],
    ['2025-08-16', 'Open claims only', { what: 'Resolve by', day: '2025-09-30' }, 1_550_000],
    ['2025-10-01', 'Closed', null, 1_550_000],
  ])('on %s a half is %s', async (asOf, stage, deadline, lapsed) => {
    const [row] = (await overviewOn(asOf))[0]!.rows;
    expect(row).toMatchObject({ stage, deadline, lapsed });
  });
});

describe('closed halves', () => {
  it('are folded in each list until someone opens them there', () => {
    const closed = new ClosedHalves();
    expect([...closed.current()]).toEqual([]);
    closed.toggle('overview');
    closed.open('cards');
    closed.open('cards');
    expect([...closed.current()]).toEqual(['overview', 'cards']);
    closed.toggle('overview');
    expect([...closed.current()]).toEqual(['cards']);
  });
});
