import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import type { CapRule } from '../../../src/domain/activities/caps';
import type { Claim } from '../../../src/domain/claims/claim';
import { countedMoney } from '../../../src/domain/balance/fund-usage';
import type { Day } from '../../../src/domain/calendar/day';
import { aClaim, aFund, anActivity, NAME } from '../../support/planned';

const counted = (activities: Activity[], claims: Claim[] = [], asOf: Day = '2024-04-01') =>
  countedMoney(aFund(), activities, claims, asOf).map(({ as, amount, unknown }) => `${as} ${amount ?? unknown}`);
const other = { ...NAME, partnerId: '7654321' };

describe('what an activity counts as', () => {
  it.each<[Activity['status'], string[]]>([
    ['draft', []],
    ['planned', ['planned 100000']],
    ['committed', ['committed 100000']],
    ['done', ['spent 90000']],
    ['canceled', []],
  ])('%s: %j', (status, money) => expect(counted([anActivity({ status, actual: 90_000 })])).toEqual(money));

  it.each<[string, Partial<Activity>, string[]]>([
    ['at its rate', { currency: 'GBP', rate: 1.3 }, ['planned 130000']],
    ['of another fund', { fund: other }, []],
    ['of no fund', { fund: null }, []],
    [
      'without a rate',
      { currency: ' gbp ', rate: null },
      ['planned "Digital advertising" is in GBP and has no rate to USD, so it isn\'t counted.'],
    ],
    ['without a budget', { budget: null }, ['planned "Digital advertising" has no amount, so it isn\'t counted.']],
    ['below zero', { budget: -1 }, ['planned "Digital advertising" has an amount below zero, so it isn\'t counted.']],
    ['for nothing', { budget: 0 }, ['planned 0']],
  ])('%s', (_, change, money) => expect(counted([anActivity(change)])).toEqual(money));
});

describe('the co-op share an activity counts with', () => {
  const QUARTER: CapRule = { kind: 'share', share: 0.25 };
  // of $10,000.00 earned
  const CAP = 250_000;
  it.each<[string, Partial<Activity>, number]>([
    ['its share, not its cost', { budget: 900_000, coopShare: 200_000 }, 200_000],
    ['up to the cap', { budget: 900_000, coopShare: CAP + 1 }, CAP],
    ['the cap of a cost without a share', { budget: 900_000 }, CAP],
    ['the cap once it is done, too', { status: 'done', budget: 900_000, actual: 800_000 }, CAP],
    ['in dollars', { budget: 900_000, coopShare: 200_000, currency: 'EUR', rate: 1.1 }, 220_000],
    ['the cap in dollars', { budget: 900_000, coopShare: 240_000, currency: 'EUR', rate: 1.1 }, CAP],
  ])('%s', (_, change, amount) =>
    expect(countedMoney(aFund(), [anActivity(change)], [], '2024-04-01', () => QUARTER)).toMatchObject([{ amount, unknown: null }]),
  );

  it('is not made known by a cap', () =>
    expect(countedMoney(aFund(), [anActivity({ budget: null })], [], '2024-04-01', () => QUARTER)).toMatchObject([{ amount: null }]));
});

it('people call it by its title, also when a claim counts in its place', () => {
  const titled = anActivity({ title: ' Spring campaign ' });
  const titles = (claims: Claim[]) =>
    countedMoney(aFund(), [titled, anActivity({ id: 'A-OTHER' })], claims, '2024-04-01').map(({ title }) => title);
  expect(titles([])).toEqual(['Spring campaign', 'Digital advertising']);
  expect(titles([aClaim()])).toEqual(['Spring campaign', 'Digital advertising']);
  expect(titles([aClaim({ activityId: 'A-GONE00' })])).toEqual(['Digital advertising', 'Spring campaign', 'Digital advertising']);
});

describe('what a claim counts as', () => {
  it.each<[Claim['status'], string[]]>([
    ['editing', ['spent 100000']],
    ['submitted', ['claimed 80000']],
    ['under review', ['claimed 80000']],
    ['action required', ['claimed 80000']],
    ['disputed', ['claimed 80000']],
    ['approved', ['approved 70000']],
    ['paid', ['paid 60000']],
    ['rejected', ['spent 100000']],
    ['non-compliant', ['spent 100000']],
    ['forfeited', ['spent 100000']],
  ])('%s, in place of its activity: %j', (status, money) =>
    expect(counted([anActivity({ status: 'done' })], [aClaim({ status, approved: 70_000, paid: 60_000 })])).toEqual(money),
  );

  it.each<[string, Partial<Claim>, string[]]>([
    ['approved without a figure', { status: 'approved' }, ['approved 80000']],
    ['paid without a figure', { status: 'paid', approved: 70_000 }, ['paid 70000']],
    ['paid without any', { status: 'paid' }, ['paid 80000']],
    [
      'what its lines come to',
      {
        amount: null,
        lines: [
          { id: 'L-A', kind: 'invoice', number: '1', type: '', amount: 5, isThirdParty: true, note: '' },
          { id: 'L-B', kind: 'invoice', number: '2', type: '', amount: 6, isThirdParty: true, note: '' },
        ],
      },
      ['claimed 11'],
    ],
    ['no amount', { amount: null }, ['claimed The claim "INV1 Digital advertising March" has no amount, so it isn\'t counted.']],
    ['at the rate of the claim', { currency: 'EUR', rate: 1.1 }, ['claimed 88000']],
    [
      'no rate',
      { currency: 'EUR', rate: null, name: '' },
      ['claimed The claim "Digital advertising" is in EUR and has no rate to USD, so it isn\'t counted.'],
    ],
    ['the fund of its activity', { fund: null }, ['claimed 80000']],
    ['another fund: the activity costs this one nothing', { fund: other }, []],
  ])('%s', (_, change, money) => expect(counted([anActivity({ status: 'done' })], [aClaim(change)])).toEqual(money));

  it.each<[string, Activity[], Claim[], string[]]>([
    [
      'two claims on one activity count both',
      [anActivity({ status: 'done' })],
      [aClaim(), aClaim({ id: 'C-B', status: 'paid' })],
      ['claimed 80000', 'paid 80000'],
    ],
    [
      'a rejected one and its successor',
      [anActivity({ status: 'done' })],
      [aClaim({ status: 'rejected' }), aClaim({ id: 'C-B' })],
      ['claimed 80000'],
    ],
    [
      'in editing for another fund, it leaves its activity here',
      [anActivity({ status: 'done' })],
      [aClaim({ status: 'editing', fund: other })],
      ['spent 100000'],
    ],
    ['on another fund, its activity not in the plan', [], [aClaim({ fund: other })], []],
    ['on no fund, its activity not in the plan', [], [aClaim({ fund: null })], []],
    ['in editing, its activity not in the plan', [], [aClaim({ status: 'editing' })], ['spent 80000']],
    ['in editing, its activity a draft', [anActivity({ status: 'draft' })], [aClaim({ status: 'editing' })], ['spent 80000']],
    ['came to nothing, its activity not in the plan', [], [aClaim({ status: 'rejected' })], []],
    ['submitted, its activity canceled', [anActivity({ status: 'canceled' })], [aClaim()], ['claimed 80000']],
    [
      'without an activity, beside one without an ID',
      [anActivity({ id: '' })],
      [aClaim({ activityId: '' })],
      ['claimed 80000', 'planned 100000'],
    ],
    ['an activity copied with its ID is counted once', [anActivity(), anActivity()], [aClaim()], ['claimed 80000']],
  ])('%s', (_, activities, claims, money) => expect(counted(activities, claims)).toEqual(money));

  it('names its activity where the plan has it', () => {
    const names = (activities: Activity[]) =>
      countedMoney(aFund(), activities, [aClaim()], '2024-04-01').map(({ activityId, claimId, plan }) => [activityId, claimId, plan]);
    expect(names([anActivity()])).toEqual([['A-AAAAAA', 'C-AAAAAA', null]]);
    expect(names([])).toEqual([['', 'C-AAAAAA', null]]);
  });

  it.each<[Claim['status'], Day, string[]]>([
    ['editing', '2024-08-15', ['spent 80000']],
    ['editing', '2024-08-16', []],
    ['action required', '2024-09-30', ['claimed 80000']],
    ['action required', '2024-10-01', []],
    ['under review', '2024-10-01', ['claimed 80000']],
    ['approved', '2025-10-01', ['approved 80000']],
  ])('T18: %s on %s: %j', (status, asOf, money) => expect(counted([], [aClaim({ status })], asOf)).toEqual(money));
});
