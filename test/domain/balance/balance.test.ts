import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_STATUSES, type Activity } from '../../../src/domain/activities/activity';
import type { Fund } from '../../../src/domain/funds/fund';
import { balanceOf, type FundMoney } from '../../../src/domain/balance/balance';
import { BALANCE_MEANS } from '../../../src/domain/balance/balance-means';
import { CLAIM_STATUSES, type Claim } from '../../../src/domain/claims/claim';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';

const KEYS = Object.keys(BALANCE_MEANS) as (keyof FundMoney)[];
/** The amounts that are not 0, besides what is usable. */
function amounts(activities: Activity[], claims: Claim[] = [], asOf: Day = '2024-04-01', fund: Fund = aFund()): Partial<FundMoney> {
  const balance = balanceOf(fund, activities, claims, asOf);
  return Object.fromEntries(KEYS.flatMap((key) => (key !== 'usable' && balance[key] !== 0 ? [[key, balance[key]]] : [])));
}
const done = anActivity({ id: 'A-D', status: 'done', budget: 300_000 });

describe('a balance', () => {
  it.each<[string, Activity[], Claim[], Partial<FundMoney>]>([
    ['nothing planned: all is free and all is at risk', [], [], { free: 1_000_000, atRisk: 1_000_000 }],
    ['a draft is not counted', [anActivity({ status: 'draft' })], [], { free: 1_000_000, atRisk: 1_000_000 }],
    [
      'each in its place',
      [anActivity(), anActivity({ id: 'A-C', status: 'committed', budget: 200_000 }), done],
      [],
      {
        planned: 100_000,
        committed: 200_000,
        spent: 300_000,
        free: 400_000,
        atRisk: 1_000_000,
      },
    ],
    [
      'claimed for less than it cost: the rest is free',
      [done],
      [aClaim({ activityId: 'A-D', amount: 250_000 })],
      { claimed: 250_000, free: 750_000, atRisk: 1_000_000 },
    ],
    [
      'approved is at risk no more',
      [done],
      [aClaim({ activityId: 'A-D', status: 'approved', amount: 250_000, approved: 240_000 })],
      {
        approved: 240_000,
        free: 760_000,
        atRisk: 760_000,
      },
    ],
    [
      'nor is paid',
      [done],
      [aClaim({ activityId: 'A-D', status: 'paid', paid: 240_000 })],
      { paid: 240_000, free: 760_000, atRisk: 760_000 },
    ],
    [
      'more than there is',
      [anActivity({ budget: 700_000 }), anActivity({ id: 'A-C', status: 'committed', budget: 500_000 })],
      [],
      {
        planned: 700_000,
        committed: 500_000,
        over: 200_000,
        atRisk: 1_000_000,
      },
    ],
    ['a cent too much', [anActivity({ budget: 1_000_001 })], [], { planned: 1_000_001, over: 1, atRisk: 1_000_000 }],
    ['to the cent', [anActivity({ budget: 1_000_000 })], [], { planned: 1_000_000, atRisk: 1_000_000 }],
    [
      'another Partner ID’s is another fund’s (T33)',
      [anActivity({ fund: { ...NAME, partnerId: '2' } })],
      [],
      { free: 1_000_000, atRisk: 1_000_000 },
    ],
    [
      'another half’s too',
      [anActivity({ fund: { ...NAME, half: { fiscalYear: 2024, half: 2 } } })],
      [],
      { free: 1_000_000, atRisk: 1_000_000 },
    ],
  ])('%s', (_, activities, claims, expected) => expect(amounts(activities, claims)).toEqual(expected));

  const plan = [anActivity(), done];
  const claims = [
    aClaim({ id: 'C-1', activityId: '', amount: 100_000, status: 'action required' }),
    aClaim({ id: 'C-2', activityId: '', amount: 50_000, status: 'approved' }),
  ];
  it.each<[string, Day, Partial<FundMoney>]>([
    [
      'the last day of use',
      '2024-06-30',
      { planned: 100_000, spent: 300_000, claimed: 100_000, approved: 50_000, free: 450_000, atRisk: 950_000 },
    ],
    [
      'the day after: an activity that took place may still be claimed',
      '2024-07-01',
      { planned: 100_000, spent: 300_000, claimed: 100_000, approved: 50_000, free: 450_000, atRisk: 950_000 },
    ],
    [
      'T13: the claim deadline',
      '2024-08-15',
      { planned: 100_000, spent: 300_000, claimed: 100_000, approved: 50_000, free: 450_000, atRisk: 950_000 },
    ],
    ['T13: the day after', '2024-08-16', { claimed: 100_000, approved: 50_000, lapsed: 850_000, atRisk: 100_000 }],
    ['T18: the resolution deadline', '2024-09-30', { claimed: 100_000, approved: 50_000, lapsed: 850_000, atRisk: 100_000 }],
    ['T18: the day after', '2024-10-01', { approved: 50_000, lapsed: 950_000 }],
  ])('%s, %s', (_, asOf, expected) => expect(amounts(plan, claims, asOf)).toEqual(expected));

  it('leaves what is paid standing after the claim deadline', () =>
    expect(amounts([], [aClaim({ status: 'paid' })], '2024-08-16')).toEqual({ paid: 80_000, lapsed: 920_000 }));

  it('leaves a claim that waits for Microsoft standing after the resolution deadline', () =>
    expect(amounts([], [aClaim({ status: 'under review' })], '2024-10-01')).toEqual({ claimed: 80_000, lapsed: 920_000 }));

  it.each<[string, Partial<Fund>, number, string[]]>([
    ['below the threshold nothing is usable', { usable: 0 }, 0, []],
    [
      'no threshold is known',
      { usable: null },
      1_000_000,
      ['No threshold is known for Rewards, so all co-op earned counts as usable. The Funds screen shows what you can do.'],
    ],
    ['less than nothing was earned', { usable: null, earned: -5 }, 0, [expect.stringContaining('No threshold') as string]],
  ])('%s', (_, fund, usable, unknown) => {
    const balance = balanceOf(aFund(fund), [], [], '2024-04-01');
    expect(balance.usable).toBe(usable);
    expect(balance.unknown).toEqual(unknown);
  });

  it('names the amounts it can’t count, and counts the others', () => {
    const balance = balanceOf(
      aFund(),
      [anActivity(), anActivity({ id: 'A-E', currency: 'EUR', rate: null, activity: 'Seminar' })],
      [],
      '2024-04-01',
    );
    expect(balance.planned).toBe(100_000);
    expect(balance.unknown).toEqual(['"Seminar" is in EUR and has no rate to USD, so it isn\'t counted.']);
  });

  it('has a definition of every amount, in American English', () => {
    for (const meaning of Object.values(BALANCE_MEANS)) expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(Object.values(BALANCE_MEANS).join(' ')).not.toMatch(/cancelled|programme/);
  });

  const cents = fc.option(fc.integer({ min: 0, max: 500_000 }));
  const id = fc.constantFrom('', 'A-1', 'A-2', 'A-3');
  const currency = fc.constantFrom({ currency: 'USD', rate: 1 }, { currency: 'EUR', rate: 1.0825 }, { currency: 'GBP', rate: null });
  const activity = fc
    .record({ id, status: fc.constantFrom(...ACTIVITY_STATUSES), budget: cents, actual: cents, money: currency })
    .map(({ money, ...rest }) => anActivity({ ...rest, ...money }));
  const claim = fc
    .record({ activityId: id, status: fc.constantFrom(...CLAIM_STATUSES), amount: cents, approved: cents, paid: cents, money: currency })
    .map(({ money, ...rest }) => aClaim({ ...rest, ...money }));
  const usable = fc.option(fc.integer({ min: 0, max: 1_000_000 }));
  it('counts every cent once: free, lapsed and counted are what is usable, and nothing is below zero', () =>
    fc.assert(
      fc.property(
        fc.array(activity, { maxLength: 6 }),
        fc.array(claim, { maxLength: 6 }),
        usable,
        fc.integer({ min: -100, max: 400 }),
        (activities, claimed, money, day) => {
          const b = balanceOf(aFund({ usable: money }), activities, claimed, addDays('2024-01-01', day));
          expect(b.free + b.lapsed + b.planned + b.committed + b.spent + b.claimed + b.approved + b.paid - b.over).toBe(b.usable);
          for (const key of KEYS) expect(b[key], key).toBeGreaterThanOrEqual(0);
          expect(Math.min(b.free + b.lapsed, b.over)).toBe(0);
          expect(b.atRisk).toBeLessThanOrEqual(b.usable);
        },
      ),
      { numRuns: 2000 },
    ));
});
