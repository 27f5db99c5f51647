import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_STATUSES, type Activity } from '../../../src/domain/activities/activity';
import type { Fund } from '../../../src/domain/funds/fund';
import { balanceOf } from '../../../src/domain/balance/balance';
import { CLAIM_STATUSES, type Claim } from '../../../src/domain/claims/claim';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { lapses, lapsesOf } from '../../../src/domain/balance/lapses';
import { aClaim, aFund, anActivity } from '../../support/planned';

const radar = (activities: Activity[], claims: Claim[], asOf: Day, funds: Fund[] = [aFund()]) =>
  lapses(funds, activities, claims, asOf).map(({ day, amount, what, step }) => `${day} ${amount} ${what}, ${step}`);
const PLAN = [
  anActivity(),
  anActivity({ id: 'A-C', status: 'committed', budget: 200_000 }),
  anActivity({ id: 'A-D', status: 'done', budget: 300_000 }),
];
const OPEN = aClaim({ activityId: '', amount: 150_000 });
const APPROVED = aClaim({ id: 'C-2', activityId: '', amount: 50_000, status: 'approved' });

describe('what lapses if nothing changes', () => {
  it.each<[string, Day, string[]]>([
    [
      'while it can be used',
      '2024-06-30',
      [
        '2024-06-30 200000 unplanned, usage end',
        '2024-08-15 300000 not done, claim deadline',
        '2024-08-15 300000 not claimed, claim deadline',
        '2024-09-30 150000 open claim, resolution deadline',
      ],
    ],
    [
      'once use is over',
      '2024-07-01',
      [
        '2024-08-15 300000 not done, claim deadline',
        '2024-08-15 300000 not claimed, claim deadline',
        '2024-08-15 200000 unplanned, claim deadline',
        '2024-09-30 150000 open claim, resolution deadline',
      ],
    ],
    [
      'on the claim deadline',
      '2024-08-15',
      [
        '2024-08-15 300000 not done, claim deadline',
        '2024-08-15 300000 not claimed, claim deadline',
        '2024-08-15 200000 unplanned, claim deadline',
        '2024-09-30 150000 open claim, resolution deadline',
      ],
    ],
    ['once claims are closed', '2024-08-16', ['2024-09-30 150000 open claim, resolution deadline']],
    ['on the resolution deadline', '2024-09-30', ['2024-09-30 150000 open claim, resolution deadline']],
    ['T18: after it', '2024-10-01', []],
    [
      'before the usage period begins',
      '2023-11-01',
      [
        '2024-06-30 200000 unplanned, usage end',
        '2024-08-15 300000 not done, claim deadline',
        '2024-08-15 300000 not claimed, claim deadline',
        '2024-09-30 150000 open claim, resolution deadline',
      ],
    ],
  ])('%s, %s', (_, asOf, expected) => expect(radar(PLAN, [OPEN, APPROVED], asOf)).toEqual(expected));

  const later = aFund({
    half: { fiscalYear: 2024, half: 2 },
    usageStart: '2024-07-01',
    usageEnd: '2024-12-31',
    claimOpens: '2024-08-16',
    claimDeadline: '2025-02-15',
    resolutionDeadline: '2025-03-31',
    usable: 500_000,
  });
  it.each<[string, Activity[], Fund[], string[]]>([
    [
      'of two funds, the sooner first, however they are listed',
      [],
      [later, aFund()],
      ['2024-06-30 1000000 unplanned, usage end', '2024-12-31 500000 unplanned, usage end'],
    ],
    [
      'on the same day the larger first',
      [],
      [aFund({ usable: 5 }), aFund({ partnerId: '2', usable: 6 })],
      ['2024-06-30 6 unplanned, usage end', '2024-06-30 5 unplanned, usage end'],
    ],
    ['nothing of an empty fund', [], [aFund({ usable: 0 })], []],
    ['no more than there is', [anActivity({ budget: 1_500_000 })], [aFund()], ['2024-08-15 1000000 not done, claim deadline']],
    [
      'what is done comes before what is planned',
      [anActivity({ budget: 800_000 }), anActivity({ id: 'A-D', status: 'done', budget: 700_000 })],
      [aFund()],
      ['2024-08-15 700000 not claimed, claim deadline', '2024-08-15 300000 not done, claim deadline'],
    ],
  ])('%s', (_, activities, funds, expected) => expect(radar(activities, [], '2024-04-01', funds)).toEqual(expected));

  it('says why, and for whom', () => {
    const found = lapses([aFund()], PLAN, [OPEN], '2024-04-01');
    expect(found.map(({ why }) => why)).toEqual([
      "No activity is planned for this amount. It can't be used after Jun 30, 2024, when the usage period ends.",
      'Activities are planned and not done. They must end by Jun 30, 2024. Anything not claimed by Aug 15, 2024 is lost.',
      'Activities are done and not claimed. Claims close on Aug 15, 2024. Anything not claimed by then is lost.',
      "Claimed and not approved. Claims must be approved by Sep 30, 2024. A claim that still needs action after that isn't paid.",
    ]);
    expect(found.map(({ parts }) => parts.map(({ activityId, claimId }) => claimId ?? activityId))).toEqual([
      [],
      ['A-AAAAAA', 'A-C'],
      ['A-D'],
      ['C-AAAAAA'],
    ]);
  });

  it('says so otherwise once use is over', () => {
    const found = lapses([aFund()], PLAN, [], '2024-07-01');
    const [planned, unplanned] = ['not done', 'unplanned'].map((kind) => found.find(({ what }) => what === kind));
    expect(planned!.why).toBe(
      'Activities are planned and not done. They had to end by Jun 30, 2024. Anything not claimed by Aug 15, 2024 is lost.',
    );
    expect(unplanned!.parts).toEqual([]);
    expect(unplanned!.why).toBe(
      "The usage period ended on Jun 30, 2024. Only activities that took place by then and aren't in the plan can still be claimed.",
    );
  });

  const cents = fc.option(fc.integer({ min: 0, max: 500_000 }));
  const activity = fc
    .record({ id: fc.constantFrom('A-1', 'A-2', ''), status: fc.constantFrom(...ACTIVITY_STATUSES), budget: cents })
    .map(anActivity);
  const claim = fc
    .record({ activityId: fc.constantFrom('A-1', 'A-2', ''), status: fc.constantFrom(...CLAIM_STATUSES), amount: cents })
    .map(aClaim);
  it('comes to what is at risk, and never lies before the day looked from', () =>
    fc.assert(
      fc.property(fc.array(activity), fc.array(claim), fc.integer({ min: -200, max: 400 }), (activities, claims, days) => {
        const asOf = addDays('2024-01-01', days);
        const balance = balanceOf(aFund(), activities, claims, asOf);
        const found = lapsesOf(aFund(), balance, asOf);
        expect(found.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance.atRisk);
        for (const { day, amount } of found) {
          expect(day >= asOf).toBe(true);
          expect(amount).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    ));
});
