import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { workbookRules } from '../../../src/cells/workbook-rules';
import type { Activity, ActivityStatus } from '../../../src/domain/activities/activity';
import type { Day } from '../../../src/domain/calendar/day';
import { whyNotPaid } from '../../../src/domain/checks/check-planned-activity';
import { factsOf } from '../../../src/planner/activities/activity-view';
import { asSaved } from '../../../src/planner/activities/as-saved';
import { aroundIn, groupActivities } from '../../../src/planner/activities/plan-groups';
import { activity, FUND } from '../../pane/plan/activity';
import { planningRead } from '../../support/planning-read';

/** FY25 H1: used through June 30, 2025, claimed through August 15, 2025. */
describe('an activity as it is saved', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const was = (status: ActivityStatus, change: Partial<Activity> = {}): Activity =>
    activity({
      id: 'A-WASWAS',
      status,
      fund: FUND,
      activity: 'Telemarketing',
      start: '2025-05-01',
      end: '2025-05-31',
      budget: 100_000,
      meetsCore: true,
      ...change,
    });
  const reading = (asOf: Day) => ({ read: planningRead({ funds: [FUND] }), asOf, book: workbookRules()! });
  const savedAs = (change: Partial<Activity>, before: Activity | null, asOf: Day = '2025-08-16'): ActivityStatus => {
    const { read, book } = reading(asOf);
    return asSaved({ ...(before ?? was('planned')), ...change }, before, groupActivities(read, asOf, book), { read, asOf, book }).status;
  };

  it.each<[string, Partial<Activity>, Activity | null, ActivityStatus]>([
    ['a done one stays done', { owner: 'Ben' }, was('done'), 'done'],
    ['a planned one may still be marked as done', { status: 'done' }, was('planned'), 'done'],
    ['a committed one stays committed', { owner: 'Ben' }, was('committed'), 'committed'],
    ['a draft stays a draft', { status: 'planned' }, was('draft'), 'draft'],
    ['one that was canceled is not planned again', { status: 'planned' }, was('canceled'), 'draft'],
    ['a new one is a draft', {}, null, 'draft'],
    ['one moved here from another fund is a draft', { fund: FUND }, was('done', { fund: { ...FUND, partnerId: '7654321' } }), 'draft'],
    ['anything else that blocks it still makes it a draft', { budget: null }, was('done'), 'draft'],
  ])('after claims have closed, %s', (_, change, before, status) => expect(savedAs(change, before)).toBe(status));

  it('on the last day for claims, a new one is still done', () => expect(savedAs({ status: 'done' }, null, '2025-08-15')).toBe('done'));

  it("can't be claimed once claims have closed, also where it stays done", () => {
    const { read, asOf, book } = reading('2025-08-16');
    const { findings } = factsOf(was('done'), aroundIn(FUND, groupActivities(read, asOf, book), read, asOf, book));
    expect(whyNotPaid(findings)).toBe('claims on this fund closed on Aug 15, 2025. Anything not claimed is lost.');
  });
});
