import { beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import type { Claim } from '../../../src/domain/claims/claim';
import type { Day } from '../../../src/domain/calendar/day';
import { claimViewer, viewOf } from '../../../src/planner/claims/claim-view';
import { describeDeadline, isUrgent } from '../../../src/planner/claims/deadline-text';
import { openActivities } from '../../../src/planner/claims/claimable-activities';
import type { PlanningRead } from '../../../src/planner/store/planning-store';
import { USUAL_SETTINGS } from '../../../src/storage/planning/settings-table';
import { claimOf, DAYS, FY24_H1 } from '../../support/claims';
import { activity } from '../../support/records';
import { kept, planningRead } from '../../support/planning-read';

const read = (parts: Partial<PlanningRead> = {}): PlanningRead =>
  planningRead({ funds: [{ ...FY24_H1, earned: 1_002_000, usable: 1_002_000, ...DAYS }], ...parts });
const view = (parts: Partial<Claim>, asOf: Day, around: Partial<PlanningRead> = {}) =>
  viewOf(claimOf(parts), read(around), workbookRules()!, asOf);

describe('what the screen shows of a claim', () => {
  beforeEach(() => provideContext({ dateSystem: 1900, ownRules: [] }));

  it('takes its days, sheet, limit and retention from the rules of its own days', () =>
    expect(view({}, '2024-03-01')).toMatchObject({
      status: 'editing',
      days: DAYS,
      requirements: { category: 'Demand Generation' },
      limit: { amount: 1_002_000, bound: 'fund' },
      keep: { keepUntil: '2026-08-15' },
      clock: { until: '2024-08-15', daysLeft: 167 },
    }));
  it("without a fund of its own is paid from its activity's, as in the sheet", () => {
    const paid = activity({ fund: FY24_H1 });
    const around = { activities: [kept(paid)] };
    expect(view({ fund: null, activityId: paid.id }, '2024-03-01', around).fundId).toEqual(FY24_H1);
    expect(view({ fund: null, activityId: '' }, '2024-03-01', around).fundId).toBeNull();
  });
  it('T18: is non-compliant after the resolution deadline, and no clock runs', () => {
    const late = view({ status: 'action required', since: '2024-08-20' }, '2024-10-01');
    expect(late).toMatchObject({ status: 'non-compliant', clock: null });
    expect(describeDeadline(late)).toBe(
      'Not resolved by the resolution deadline, Sep 30, 2024 (Monday), 23:59:59 UTC. Record it as non-compliant.',
    );
    expect(isUrgent(late)).toBe(true);
  });
  it('a cap binds before the fund, by the program of the fund', () =>
    expect(view({ activity: 'Customer offers' }, '2024-03-01').limit).toMatchObject({ amount: 250_500, bound: 'cap' }));
  it('plans with the days of review that the workbook says', () =>
    expect(
      view({ status: 'submitted', since: '2024-03-01' }, '2024-03-02', { settings: { ...USUAL_SETTINGS, reviewDays: 10 } }),
    ).toMatchObject({ review: { from: '2024-03-05', to: '2024-03-11' } }));
  it.each<[string, Day, string | null]>([
    ['2024-08-14', '2024-08-14', 'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. 1 day left.'],
    ['the last day', '2024-08-15', 'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. Last day.'],
    ['the day after', '2024-08-16', 'Not submitted by the claim deadline, Aug 15, 2024 (Thursday), 23:59:59 UTC. Record it as forfeited.'],
  ])('says until when: %s', (_, asOf, words) => expect(describeDeadline(view({}, asOf))).toBe(words));
  it.each<[Day, string]>([
    ['2024-08-31', 'It must be approved by then, and a review can take 30 days: resubmit by Aug 31, 2024 to be safe.'],
    ['2024-09-01', 'It must be approved by then, and a review can take 30 days: resubmit as soon as you can.'],
  ])('where action is required, by when it is safe to resubmit: %s', (asOf, words) =>
    expect(describeDeadline(view({ status: 'action required', since: '2024-08-20' }, asOf))).toMatch(
      new RegExp(`^Complete and resubmit by Sep 30, 2024 .* ${words}$`),
    ),
  );
  it.each([
    ['America/New_York', 'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC (7:59 PM your time). 1 day left.'],
    ['Pacific/Apia', 'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC (Aug 16, 2024, 12:59 PM your time). 1 day left.'],
    ['Africa/Abidjan', 'Submit by Aug 15, 2024 (Thursday), 23:59:59 UTC. 1 day left.'],
  ])('says a deadline in the time zone of %s, too, where its clock shows something else', (timeZone, words) =>
    expect(describeDeadline(view({}, '2024-08-14'), timeZone)).toBe(words),
  );
  it('does without a fund, an activity or a program the rules know', () => {
    const unknown = view({ fund: null, activity: 'Skywriting', end: null, start: null }, '2024-03-01');
    expect(unknown).toMatchObject({ days: null, clock: null, requirements: null, limit: null, keep: null, status: 'editing' });
    expect(unknown.findings.map(({ message }) => message)).toContain('No guidebook we have for its dates lists "Skywriting".');
    expect(view({ fund: { ...FY24_H1, program: 'Frequent flyers', programKey: 'frequentflyers' } }, '2024-03-01').limit).toBeNull();
  });
  it.each<[string, Partial<Claim>]>([
    ['days before every rule', { start: '2010-04-01', end: '2010-05-01' }],
    ['such days and no fund', { fund: null, start: '2010-04-01', end: '2010-05-01' }],
    ['a fund before every rule', { fund: { ...FY24_H1, half: { fiscalYear: 2010, half: 1 } } }],
    ['approved before every rule', { status: 'approved', approvedOn: '2010-05-01', since: '2010-05-01' }],
    ['everything far ahead', { start: '2099-11-01', end: '2099-12-31', status: 'approved', approvedOn: '2099-12-31', since: '2099-12-31' }],
  ])('is there with %s, from any day', (_, parts) => {
    for (const asOf of ['2000-01-01', '2010-05-01', '2024-03-01', '2099-12-31'] as const)
      expect(view(parts, asOf).claim).toMatchObject(parts);
  });
  it('a fund older than the rules has no deadlines, and says so', () => {
    const old = view({ fund: { ...FY24_H1, half: { fiscalYear: 2010, half: 1 } } }, '2024-03-01');
    expect(old).toMatchObject({ days: null, clock: null, status: 'editing', keep: null });
    expect(old.findings.map(({ message }) => message)).toContain(
      "We have no deadlines for co-op earned in FY10 H1, so its dates aren't checked.",
    );
  });
  it('a cap is for all claims on a kind of activity, however its name is written', () =>
    expect(
      view({ activity: 'Customer offers' }, '2024-03-01', {
        claims: [kept(claimOf({ id: 'C-BBBBBB', activity: 'customer OFFERS', amount: 100_000 }))],
      }).limit,
    ).toMatchObject({ amount: 150_500, bound: 'cap' }));
  it('2,000 claims are looked at, each next to all others', () => {
    const names = ['Digital advertising', 'Customer offers', 'Telemarketing', 'Microsoft hosted conferences'];
    const claims = Array.from({ length: 2000 }, (_, index) =>
      claimOf({
        id: `C-${index}`,
        activityId: `A-${index}`,
        activity: names[index % 4]!,
        amount: 100,
        status: index % 2 ? 'editing' : 'submitted',
        submittedOn: '2024-02-26',
      }),
    );
    const around = read({ claims: claims.map(kept), activities: claims.map(({ activityId }) => kept(activity({ id: activityId }))) });
    const view = claimViewer(around, workbookRules()!, '2024-03-01');
    const limits = claims.map((claim) => view(claim).limit?.amount);
    // 1,999 others take a dollar each of the fund, 499 of the cap of customer offers
    expect(limits.slice(0, 4)).toEqual([802_100, 200_600, 802_100, 802_100]);
  });
  it('says nothing of a claim that came to nothing', () =>
    expect(view({ status: 'forfeited', amount: 9_999_999 }, '2024-03-01').findings).toEqual([]));
});

describe('the activities a claim can begin with', () => {
  it('are those without one, done first, then by their end; canceled ones are left out', () => {
    const found = openActivities({
      activities: [
        activity({ id: 'A-1', end: '2025-04-01' }),
        activity({ id: 'A-2', end: '2025-03-01' }),
        activity({ id: 'A-3', status: 'done', end: '2025-05-01' }),
        activity({ id: 'A-4', status: 'canceled' }),
        activity({ id: 'A-5' }),
        activity({ id: 'A-6', activity: '' }),
        activity({ id: 'A-7', start: null, end: null }),
      ].map(kept),
      claims: [claimOf({ activityId: 'A-5' }), claimOf({ activityId: 'A-2', status: 'rejected' })].map(kept),
    });
    expect(found.map(({ id }) => id)).toEqual(['A-3', 'A-2', 'A-1', 'A-7']);
  });
});
