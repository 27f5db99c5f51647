import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/calendar/day';
import { toDo } from '../../../src/domain/to-do/to-do';
import { earningDaysAhead, toDoForEarnings, type EarningsNow, type FundEarnings } from '../../../src/domain/to-do/to-do-fund';
import { DEADLINES, PAYMENT, TIMES } from '../../support/claims';
import { NAME } from '../../support/planned';

/** Co-op earned from July to December 2023, $1,000 below its threshold. */
const fund = (change: Partial<FundEarnings> = {}): FundEarnings => ({
  ...NAME,
  claimDeadline: '2024-08-15',
  coop: 900_000,
  threshold: 1_000_000,
  shortfall: 100_000,
  expected: null,
  expectedShortfall: null,
  push: null,
  missing: [],
  skipped: 0,
  wantsThreshold: false,
  restated: null,
  ...change,
});
const list = (change: Partial<EarningsNow>, asOf: Day = '2023-12-01') =>
  toDoForEarnings({ funds: [], newestMonth: null, unread: 0, unplaced: [], ...change }, asOf);
const lines = (change: Partial<EarningsNow>, asOf?: Day) => list(change, asOf).map(({ due, what }) => `${due ?? 'no day'} ${what}`);

describe('a half that is still earned', () => {
  const BEHIND = (months: number) => ({ months, perMonth: 25_000, revenue: null });
  it.each<[string, Day, Partial<FundEarnings>, string[]]>([
    ['61 days before its end', '2023-10-31', {}, []],
    ['60 days before its end', '2023-11-01', {}, ['2023-12-31 Earn $1,000.00 more co-op']],
    ['on its last day', '2023-12-31', {}, ['2023-12-31 Earn $1,000.00 more co-op']],
    ['when it is over', '2024-01-01', {}, []],
    ['T31: a cent below the threshold', '2023-12-01', { coop: 999_999, shortfall: 1 }, ['2023-12-31 Earn $0.01 more co-op']],
    ['T31: the threshold reached', '2023-12-01', { coop: 1_000_000, shortfall: 0, expectedShortfall: 0 }, []],
    ['D11: below it, and reaching it at this pace', '2023-12-01', { expectedShortfall: 0 }, ['2023-12-31 Earn $1,000.00 more co-op']],
    ['reaching it at this pace, months before its end', '2023-10-31', { expectedShortfall: 0 }, []],
    ['falling behind after two months', '2023-08-31', { expectedShortfall: 1, push: BEHIND(4) }, ['2023-12-31 Earn $1,000.00 more co-op']],
    ['falling behind after one, which is no pace', '2023-07-31', { expectedShortfall: 1, push: BEHIND(5) }, []],
    ['below it, and staying below at this pace', '2023-12-01', { expectedShortfall: 1 }, ['2023-12-31 Earn $1,000.00 more co-op']],
    ['nothing earned', '2023-12-01', { coop: 0, shortfall: 1_000_000 }, []],
    ['no threshold known', '2023-12-01', { shortfall: null }, []],
  ])('%s, on %s', (_, asOf, change, expected) => expect(lines({ funds: [fund(change)] }, asOf)).toEqual(expected));

  it('says what it lacks and where it is heading, puts no money at risk, and opens the fund', () =>
    expect(list({ funds: [fund({ expectedShortfall: 40_000 })] })).toEqual([
      {
        due: '2023-12-31',
        what: 'Earn $1,000.00 more co-op',
        atRisk: 0,
        opens: { screen: 'funds', fund: NAME },
        why: "FY24 H1 co-op of Rewards, Partner ID 1234567: $9,000.00 so far, $1,000.00 below the threshold. At the current pace you'll be $400.00 short on Dec 31, 2023. Co-op below the threshold is paid as rebate and can't be claimed.",
      },
    ]));
});

describe('earnings that a later report changed', () => {
  it('are to be reviewed, with what that does to the fund, until its claims close', () => {
    const restated = { coop: -81_240, rebate: 5_400, since: '2023-11-03' } as const;
    const funds = [fund({ restated, coop: 994_490, shortfall: 5_510 })];
    expect(list({ funds }, '2024-02-20')).toEqual([
      {
        due: null,
        what: 'Review a restatement: -$812.40 of co-op and +$54.00 of rebate since Nov 3, 2023',
        atRisk: 0,
        opens: { screen: 'funds', fund: NAME },
        why: 'FY24 H1 co-op of Rewards, Partner ID 1234567: a later report changed earnings that were already reported. Its co-op is now $9,944.90, $55.10 below the threshold. Check its plans and claims, and then choose Mark as reviewed in Funds, or enter a word under Reviewed in the table CoopRestatements.',
      },
    ]);
    expect(list({ funds }, '2024-08-16')).toEqual([]);
  });
});

describe('what it takes to reach the threshold', () => {
  const revenue = {
    lever: 'Core – Modern Work & Security billed revenue',
    perMonth: 10_153_000,
    rate: 0.0375,
    coopShare: 0.4,
    isGrowth: false,
  };
  it.each<[string, Partial<FundEarnings>, string]>([
    // missing 7 of the trial: the numbers a manager worked out by hand
    [
      'two months left, a lever whose rate is known',
      { push: { months: 2, perMonth: 152_295, revenue }, expectedShortfall: 0 },
      "It takes $1,522.95 in each of the 2 months that aren't complete, such as from $101,530.00 of revenue under Core – Modern Work & Security billed revenue (rate 3.75%, co-op share 40%). At the current pace you'll reach it on Dec 31, 2023. Co-op below",
    ],
    [
      'a lever that pays on growth',
      {
        push: {
          months: 1,
          perMonth: 100_000,
          revenue: { ...revenue, lever: 'M365 Growth Accelerator', rate: 0.125, perMonth: 2_000_000, isGrowth: true },
        },
      },
      "It takes $1,000.00 in the month that isn't complete, such as from $20,000.00 of growth over the same month a year before under M365 Growth Accelerator (rate 12.5%, co-op share 40%).",
    ],
    [
      'one month left, no rate known',
      { push: { months: 1, perMonth: 100_000, revenue: null }, expectedShortfall: 5_000 },
      "It takes $1,000.00 in the month that isn't complete. At the current pace you'll be $50.00 short on Dec 31, 2023. Co-op below",
    ],
  ])('%s', (_, change, why) => expect(list({ funds: [fund(change)] })[0]!.why).toContain(`below the threshold. ${why}`));
});

describe('the report', () => {
  it.each<[string, Day | null, Day, string[]]>([
    ['none brought in', null, '2024-05-01', []],
    ['of the month before', '2023-10-01', '2023-11-30', []],
    ['a whole month behind', '2023-10-01', '2023-12-01', ['2023-12-31 Bring in a newer earnings report']],
    ['looked at before it', '2023-10-01', '2020-01-01', []],
    ['overdue', '2023-10-01', '2024-01-01', ['2023-12-31 Bring in a newer earnings report']],
    ['looked at long after it', '2023-10-01', '2099-12-31', ['2023-12-31 Bring in a newer earnings report']],
  ])('%s, %s on %s', (_, newestMonth, asOf, expected) => expect(lines({ newestMonth }, asOf)).toEqual(expected));

  it('names the funds whose threshold hangs on it', () => {
    const why = (funds: FundEarnings[], newestMonth: Day = '2023-11-01') => list({ newestMonth, funds }, '2024-02-01')[0]!.why;
    expect(why([fund({ partnerId: '9' }), fund(), fund({ partnerId: '8', shortfall: 0 })])).toBe(
      'The newest earnings in this workbook are for November 2023. Newer earnings decide whether the threshold is reached: FY24 H1 co-op of Rewards, Partner ID 1234567 and 1 other fund.',
    );
    expect(why([fund()], '2023-12-01')).toBe(
      "The newest earnings in this workbook are for December 2023. Earnings and reversals after December 2023 aren't included.",
    );
  });
});

describe('a half that is over and not wholly reported', () => {
  const missing: readonly Day[] = ['2023-11-01', '2023-12-01'];
  const why = (funds: FundEarnings[]) => list({ newestMonth: '2023-10-01', funds }, '2024-01-02')[0]!.why;
  const NEWEST = 'The newest earnings in this workbook are for October 2023. FY24 H1 co-op of Rewards, Partner ID';
  it.each<[string, FundEarnings[], string]>([
    [
      'with what is expected',
      [fund({ missing, coop: 695_411, expected: 1_043_117 })],
      '1234567: November 2023 and December 2023 are missing. $6,954.11 so far, $10,431.17 expected; the threshold is $10,000.00.',
    ],
    [
      'with nothing to expect',
      [fund({ missing: missing.slice(1) })],
      '1234567: December 2023 is missing. $9,000.00 so far; the threshold is $10,000.00.',
    ],
    [
      'for many months',
      [fund({ missing: ['2023-09-01', '2023-10-01', ...missing] })],
      '1234567: September 2023 through December 2023 are missing. $9,000.00 so far; the threshold is $10,000.00.',
    ],
    [
      'of several, the one with the most to expect',
      [fund({ missing, partnerId: '1' }), fund({ missing, partnerId: '2', expected: 2_000_000 }), fund({ missing, partnerId: '3' })],
      '2: November 2023 and December 2023 are missing. $9,000.00 so far, $20,000.00 expected; the threshold is $10,000.00. 2 other funds are incomplete, too.',
    ],
    [
      'before one that is still earned',
      [fund({ partnerId: '1', half: { fiscalYear: 2024, half: 2 }, coop: 2 }), fund({ missing, partnerId: '2' })],
      '2: November 2023 and December 2023 are missing. $9,000.00 so far; the threshold is $10,000.00.',
    ],
  ])('%s', (_, funds, rest) => expect(why(funds)).toBe(`${NEWEST} ${rest}`));

  it('is asked for in its place by date, and no longer once nothing of it can be claimed', () => {
    expect(lines({ newestMonth: '2023-10-01', funds: [fund({ missing })] }, '2024-01-02')).toEqual([
      '2023-12-31 Bring in a newer earnings report',
    ]);
    expect(lines({ newestMonth: '2023-11-01', funds: [fund({ missing: missing.slice(1) })] }, '2024-01-02')).toEqual([
      '2024-01-31 Bring in a newer earnings report',
    ]);
    expect(list({ newestMonth: '2023-10-01', funds: [fund({ missing })] }, '2024-08-15')[0]!.why).toContain('are missing');
    expect(list({ newestMonth: '2023-10-01', funds: [fund({ missing })] }, '2024-08-16')[0]!.why).not.toContain('are missing');
  });
});

describe('what is incomplete', () => {
  it.each<[string, Partial<EarningsNow>, Day, string[]]>([
    ['a row left out', { funds: [fund({ skipped: 1 })] }, '2024-02-01', ['no day Complete the earnings: 1 row left out']],
    ['rows left out', { funds: [fund({ skipped: 3 })] }, '2024-08-15', ['no day Complete the earnings: 3 rows left out']],
    ['rows left out of what is over', { funds: [fund({ skipped: 3 })] }, '2024-08-16', []],
    [
      'a threshold to give',
      { funds: [fund({ shortfall: null, wantsThreshold: true })] },
      '2024-02-01',
      ['no day Enter the threshold for Rewards'],
    ],
    ['a threshold of nothing earned', { funds: [fund({ coop: 0, shortfall: null, wantsThreshold: true })] }, '2024-02-01', []],
    ['rows nobody can read', { unread: 2 }, '2024-02-01', ['no day Repair 2 rows of CoopEarnings']],
  ])('%s, on %s', (_, change, asOf, expected) => expect(lines(change, asOf)).toEqual(expected));

  it('is among what else is to be done, and puts no money at risk', () => {
    const found = toDo({
      funds: [],
      activities: [],
      claims: [],
      asOf: '2023-12-01',
      earnings: {
        funds: [fund({ skipped: 1 })],
        newestMonth: '2023-10-01',
        unread: 1,
        unplaced: [{ place: 'line 21 of a.csv', reason: 'The earning date is blank.' }],
      },
      settings: { reviewDays: 30, proofDays: 14, payBy: null },
      rules: {
        times: TIMES,
        payment: PAYMENT,
        deadlinesOf: () => DEADLINES,
      },
    });
    expect(found.map(({ what }) => what)).toEqual([
      'Bring in a newer earnings report',
      'Earn $1,000.00 more co-op',
      'Complete the earnings: 1 row left out',
      "Correct 1 report row that couldn't be counted",
      'Repair 1 row of CoopEarnings',
    ]);
    expect(found.every(({ atRisk, opens }) => atRisk === 0 && opens.screen === 'funds')).toBe(true);
  });
});

describe('the days ahead', () => {
  it.each<[Day, Day[]]>([
    ['2023-10-31', ['2023-11-01', '2023-12-01']],
    ['2023-11-01', ['2023-12-01']],
    ['2023-12-01', []],
  ])('after %s: %j', (asOf, expected) =>
    expect(earningDaysAhead([fund(), fund({ coop: 0 })], '2023-10-01', asOf).map(({ day }) => day)).toEqual(expected),
  );
});

describe('what is said of earnings', () => {
  const NAMED = 'FY24 H1 co-op of Rewards, Partner ID 1234567';
  const rows = 'its amounts are incomplete. Correct';
  const BLANK_DATE = { place: 'line 21 of a.csv', reason: 'The earning date is blank.' };
  const repair = 'month or amount is missing or is text, or the month has no known deadlines, so no fund counts';
  it.each<[string, Partial<EarningsNow>, string]>([
    [
      'short, its pace not known',
      { funds: [fund()] },
      `${NAMED}: $9,000.00 so far, $1,000.00 below the threshold. Co-op below the threshold is paid as rebate and can't be claimed.`,
    ],
    [
      'a row left out',
      { funds: [fund({ shortfall: 0, skipped: 1 })] },
      `${NAMED}: 1 report row couldn't be counted, so ${rows} it and bring in the report again.`,
    ],
    [
      'rows left out',
      { funds: [fund({ shortfall: 0, skipped: 3 })] },
      `${NAMED}: 3 report rows couldn't be counted, so ${rows} them and bring in the report again.`,
    ],
    [
      'a row of no fund',
      { unplaced: [BLANK_DATE] },
      "It doesn't say which fund it belongs to, so any fund may be incomplete. Line 21 of a.csv: The earning date is blank.",
    ],
    [
      'rows of no fund',
      { unplaced: [BLANK_DATE, { place: 'line 3 of b.csv', reason: 'The Partner ID is blank.' }] },
      "They don't say which fund they belong to, so any fund may be incomplete. First, line 21 of a.csv: The earning date is blank.",
    ],
    [
      'a threshold to give',
      { funds: [fund({ shortfall: null, wantsThreshold: true })] },
      `${NAMED}: no threshold is known, so all of it counts as usable until you enter one on the Rules screen.`,
    ],
    ['a row nobody can read', { unread: 1 }, `Its ${repair} it.`],
    ['rows nobody can read', { unread: 2 }, `Their ${repair} them.`],
  ])('%s', (_, change, why) =>
    expect(list(change)).toMatchObject([{ why, atRisk: 0, opens: { screen: 'funds', ...(change.funds && { fund: NAME }) } }]),
  );

  const newest = (month: string, rest: string) => `The newest earnings in this workbook are for ${month} 2023. ${rest}`;
  const decides = 'Newer earnings decide whether the threshold is reached: FY24 H1 co-op of Rewards, Partner ID';
  it.each<[string, Day, FundEarnings[], string]>([
    ['the first month of a half that is short', '2023-07-01', [fund()], newest('July', `${decides} 1234567.`)],
    ['the month before it', '2023-06-01', [fund()], newest('June', "Earnings and reversals after June 2023 aren't included.")],
    [
      'no threshold known',
      '2023-07-01',
      [fund({ shortfall: null })],
      newest('July', "Earnings and reversals after July 2023 aren't included."),
    ],
    [
      'three funds, in the order of their Partner IDs',
      '2023-11-01',
      ['3', '1', '2'].map((partnerId) => fund({ partnerId })),
      newest('November', `${decides} 1 and 2 other funds.`),
    ],
  ])('a newer report: %s', (_, newestMonth, funds, why) => expect(list({ newestMonth, funds }, '2024-02-01')[0]!.why).toBe(why));

  it('the days ahead, of what is short only', () => {
    const short = { day: '2023-11-01', what: 'FY24 H1 has 60 days left to reach its threshold' };
    const funds = [fund({ shortfall: null }), fund({ shortfall: 0 }), fund({ shortfall: 1 })];
    expect(earningDaysAhead(funds, null, '2023-01-01')).toEqual([short]);
    expect(earningDaysAhead([], '2023-10-01', '2023-01-01')).toEqual([{ day: '2023-12-01', what: 'a newer earnings report is due' }]);
  });
});
