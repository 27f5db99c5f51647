import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import type { Activity } from '../../../src/domain/activities/activity';
import { fundKey } from '../../../src/domain/funds/fund';
import { factsOf, leftFor, safeDayIn, type Around } from '../../../src/planner/activities/activity-view';
import { formOf } from '../../../src/planner/activities/activity-form';
import { aroundIn, groupActivities } from '../../../src/planner/activities/plan-groups';
import { grantsOf, spreadOver, wishesOf } from '../../../src/planner/activities/wishes';
import type { Stored, PlanningRead } from '../../../src/planner/store/planning-store';
import { USUAL_SETTINGS } from '../../../src/storage/planning/settings-table';
import { activity, FUND } from '../../pane/plan/activity';
import { planningRead } from '../../support/planning-read';

const NAME = { partnerId: FUND.partnerId, program: FUND.program, programKey: FUND.programKey, half: FUND.half };
const inFund = (change: Partial<Activity>): Activity => activity({ fund: NAME, start: '2025-05-01', end: '2025-05-31', ...change });
const kept = (value: Activity, row: number): Stored<Activity> => ({ value, row, troubles: [], base: {} as Stored<Activity>['base'] });
const reading = (...activities: Activity[]): PlanningRead => planningRead({ activities: activities.map(kept), funds: [FUND] });

describe('a plan looked at', () => {
  let around: (read: PlanningRead, asOf?: Around['asOf']) => Around;
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  beforeEach(() => {
    around = (read, asOf = '2025-03-10') => aroundIn(NAME, groupActivities(read, asOf, workbookRules()!), read, asOf, workbookRules()!);
  });

  const seminar = inFund({ id: 'A-SEMNAR', status: 'planned', activity: 'Customer seminars and bootcamps', budget: 3500_00 });
  const offers = inFund({ id: 'A-OFFERS', status: 'draft', activity: 'Customer offers', budget: 5000_00, priority: 2 });
  const ads = inFund({ id: 'A-ADSADS', status: 'draft', activity: 'Digital advertising', budget: 5000_00, priority: 1 });

  it('has what is left in its head, soonest to lapse first, past ones last', () => {
    const later = {
      ...FUND,
      half: { fiscalYear: 2025, half: 2 } as const,
      usageStart: '2025-07-01',
      usageEnd: '2025-12-31',
      claimDeadline: '2026-02-15',
    } as const;
    const empty = { ...FUND, partnerId: '7654321', usable: 0 };
    const groups = groupActivities(
      { ...reading(seminar, activity({ id: 'A-NOFUND' })), funds: [later, FUND, empty] },
      '2025-03-10',
      workbookRules()!,
    );
    expect(groups.map(({ name, balance }) => [name && fundKey(name).split('\n')[2], balance?.free])).toEqual([
      [null, undefined],
      ['FY25 H1', 6520_00],
      ['FY25 H2', 10020_00],
    ]);
    expect(groupActivities({ ...reading(), funds: [later, FUND] }, '2025-09-01', workbookRules()!).map(({ isPast }) => isPast)).toEqual([
      false,
      true,
    ]);
  });

  it('reserves no more than the cap of the guidebook: customer offers have a quarter of $10,020.00', () => {
    const read = reading({ ...offers, status: 'committed' }, { ...ads, status: 'committed', coopShare: 1000_00 });
    const { balance, fund } = around(read);
    expect([fund!.earned, balance!.committed, balance!.free]).toEqual([10_020_00, 2505_00 + 1000_00, 6515_00]);
    expect(factsOf(read.activities[0]!.value, around(read)).split).toEqual({
      cost: 5000_00,
      coop: 2505_00,
      yourShare: 2495_00,
      cappedAt: 2505_00,
      isClaimed: false,
    });
    expect(factsOf(read.activities[1]!.value, around(read)).split).toEqual({
      cost: 5000_00,
      coop: 1000_00,
      yourShare: 4000_00,
      cappedAt: null,
      isClaimed: false,
    });
  });

  it('leaves an activity its own money', () => {
    const read = reading(seminar, ads);
    expect(leftFor(seminar, around(read))).toBe(10020_00);
    expect(leftFor(ads, around(read))).toBe(6520_00);
  });

  it('tells of each activity the last safe day and the day to claim by', () => {
    expect(factsOf(ads, around(reading(ads)))).toMatchObject({
      safe: { day: '2025-06-30' },
      claimBy: '2025-08-15',
      spansPeriods: false,
      split: { cost: 5000_00, coop: 5000_00, yourShare: 0, cappedAt: null },
    });
    expect(factsOf({ ...ads, end: '2025-07-01' }, around(reading(ads))).spansPeriods).toBe(true);
    expect(safeDayIn(NAME.half, { ...USUAL_SETTINGS, payBy: '2025-06-30' }, workbookRules()!).day).toBe('2025-05-02');
  });

  it('spreads what is free by priority, each up to its cap, and names the bound of every cut', () => {
    const read = reading(seminar, offers, ads);
    const wishes = wishesOf(NAME, read, { wishes: [], leftOut: [] });
    const spread = spreadOver(wishes, around(read));
    expect([...spread.values()].map(({ id, given, cutBy }) => [id, given, cutBy?.rule])).toEqual([
      ['A-OFFERS', 1520_00, 'fund'],
      ['A-ADSADS', 5000_00, undefined],
    ]);
    const grants = grantsOf(wishes, spread, around(read));
    expect(grants).toMatchObject([
      { value: { id: 'A-OFFERS', status: 'planned', budget: 5000_00, coopShare: 1520_00 }, base: { row: 1 } },
      { value: { id: 'A-ADSADS', status: 'planned', budget: 5000_00, coopShare: null }, base: { row: 2 } },
    ]);
  });

  it('takes wishes that are typed in, and leaves out what is left out', () => {
    const read = reading(offers);
    const typed = { ...formOf(inFund({ status: 'draft', activity: 'Telemarketing' })), budget: '100', start: '2025-05-01' };
    const wishes = wishesOf(NAME, read, { wishes: [typed, { ...typed, budget: 'x' }], leftOut: ['A-OFFERS'] });
    expect(wishes.map(({ why }) => why)).toEqual(['Not included.', '', 'Fix the field marked above.']);
    const grants = grantsOf(wishes, spreadOver(wishes, around(read)), around(read));
    expect(grants).toMatchObject([{ value: { activity: 'Telemarketing', status: 'planned', budget: 100_00, fund: NAME }, base: null }]);
  });

  it('gives a typed request its co-op share, and the rest of its cost is your share', () => {
    const read = reading();
    const typed = { ...formOf(inFund({ status: 'draft', activity: 'Telemarketing' })), budget: '9000', coopShare: '6650.40' };
    const wishes = wishesOf(NAME, read, {
      wishes: [typed, { ...typed, coopShare: '9000.01' }, { ...typed, coopShare: 'half' }],
      leftOut: [],
    });
    expect(wishes.map(({ requested, cost, why }) => [requested, cost, why])).toEqual([
      [6650_40, 9000_00, ''],
      [9000_01, 9000_00, 'The co-op share is more than the cost.'],
      [9000_00, 9000_00, 'Fix the field marked above.'],
    ]);
    const spread = spreadOver(wishes, around(read));
    expect([...spread.values()].map(({ given }) => given)).toEqual([6650_40]);
    expect(grantsOf(wishes, spread, around(read))).toMatchObject([{ value: { budget: 9000_00, coopShare: 6650_40 }, base: null }]);
  });

  it('gives what is requested of a cost, and never changes the cost', () => {
    const part = { ...ads, coopShare: 2000_00, priority: null };
    const read = reading({ ...seminar, budget: 9000_00 }, part);
    const wishes = wishesOf(NAME, read, { wishes: [], leftOut: [] });
    expect(wishes).toMatchObject([{ requested: 2000_00, cost: 5000_00 }]);
    const spread = spreadOver(wishes, around(read));
    expect(spread.get(ads.id)).toMatchObject({ given: 1020_00, cutBy: { rule: 'fund' } });
    expect(grantsOf(wishes, spread, around(read))).toMatchObject([{ value: { ...part, status: 'planned', coopShare: 1020_00 } }]);
  });

  it('gives nothing to what no money helps', () => {
    const read = reading(
      inFund({ id: 'A-OUTSID', status: 'draft', activity: 'Digital advertising', start: '2025-07-10', end: '2025-07-12', budget: 100_00 }),
      inFund({ id: 'A-TVRADI', status: 'draft', activity: 'TV/radio', budget: 100_00 }),
      inFund({ id: 'A-GOLFGO', status: 'draft', activity: 'Golf day', budget: 100_00, priority: 1 }),
    );
    const wishes = wishesOf(NAME, read, { wishes: [], leftOut: [] });
    const spread = spreadOver(wishes, around(read));
    expect([...spread.values()].map(({ given, cutBy }) => [given, cutBy?.rule])).toEqual([
      [0, 'usage period'],
      [0, 'blocked'],
      [0, 'blocked'],
    ]);
    expect(spread.get('A-GOLFGO')!.cutBy!.sentence).toBe('the guidebook does not list "Golf day".');
    expect(grantsOf(wishes, spread, around(read))).toEqual([]);
  });

  it('plans nothing that something else blocks, and spreads a wish without days', () => {
    const read = reading(
      inFund({ id: 'A-NODAYS', status: 'draft', activity: 'Digital advertising', start: null, end: null, budget: 100_00 }),
    );
    const wishes = wishesOf(NAME, read, { wishes: [], leftOut: [] });
    const spread = spreadOver(wishes, around(read));
    expect(spread.get('A-NODAYS')).toMatchObject({ given: 100_00, cutBy: null });
    expect(grantsOf(wishes, spread, around(read))).toMatchObject([{ value: { status: 'draft' } }]);
  });
});
