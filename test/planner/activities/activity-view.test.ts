import { beforeAll, describe, expect, it } from 'vitest';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import type { ActivityStatus } from '../../../src/domain/activities/activity';
import type { Claim, ClaimStatus } from '../../../src/domain/claims/claim';
import type { Day } from '../../../src/domain/calendar/day';
import { factsOf, isClaimedUndone } from '../../../src/planner/activities/activity-view';
import { aroundIn, contextIn, groupActivities } from '../../../src/planner/activities/plan-groups';
import { kept, planningRead } from '../../support/planning-read';
import { aClaim } from '../../support/planned';
import { activity, FUND } from '../../pane/plan/activity';

describe('what is said of an activity', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const facts = (over: Parameters<typeof activity>[0], submitted: readonly string[] = []) =>
    factsOf(activity(over), {
      submitted: new Set(submitted),
      fund: null,
      balance: null,
      settings: { reviewDays: 30, proofDays: 14, payBy: null, lowDollar: null, mix: [], reviewers: {} } as never,
      asOf: '2025-03-10',
      book: workbookRules()!,
      claimed: new Map(),
      replaced: new Set(),
    });

  it.each(['2000-01-01', '2010-06-30', '2019-12-31', '2099-12-31'] as const)(
    'on %s: no day is made up, and none stops the screen',
    (day) => {
      for (const fund of [
        null,
        {
          partnerId: '1',
          program: 'Microsoft Commerce Incentives',
          programKey: 'Microsoft Commerce Incentives',
          half: { fiscalYear: 2010, half: 1 as const },
        },
      ]) {
        const { claimBy, safe } = facts({ start: day, end: day, fund });
        if (fund) expect({ claimBy, safe }).toEqual({ claimBy: null, safe: null });
      }
    },
  );
});

describe('the days of an activity', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const held = activity({ status: 'committed', start: '2025-03-01', end: '2025-03-05', fund: FUND });
  const daysWith = (change: Partial<Claim>, asOf: Day) => {
    const claims = [kept(aClaim({ activityId: held.id, fund: FUND, ...change }))];
    const read = planningRead({ funds: [FUND], claims });
    const { claimBy, safe } = factsOf(held, aroundIn(FUND, groupActivities(read, asOf, workbookRules()!), read, asOf, workbookRules()!));
    return [claimBy, safe?.day ?? null];
  };
  it.each<[string, Partial<Claim>, Day]>([
    ['submitted', { status: 'submitted' }, '2025-03-10'],
    ['paid', { status: 'paid' }, '2025-03-10'],
    ['submitted for another fund', { status: 'submitted', fund: { ...FUND, partnerId: '7654321' } }, '2025-03-10'],
    ['that still needs action after the resolution deadline', { status: 'action required' }, '2025-10-01'],
  ])('are over with a claim %s', (_, change, asOf) => expect(daysWith(change, asOf)).toEqual([null, null]));
  it.each<ClaimStatus>(['editing', 'rejected', 'non-compliant', 'forfeited'])('are not with a claim %s', (status) =>
    expect(daysWith({ status }, '2025-03-10')).toEqual(['2025-08-15', '2025-06-30']),
  );
});

describe('money and dates of a planned activity', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const short = { ...FUND, usable: 60_000 };
  const other = { ...FUND, half: { ...FUND.half, half: 2 as const } };
  const held = activity({ status: 'committed', start: '2025-03-01', end: '2025-03-05', budget: 100_000, fund: FUND });
  it.each<[string, Partial<Claim>, boolean, boolean]>([
    ['in editing', { status: 'editing' }, false, true],
    ['with Microsoft on its fund', { fund: FUND, status: 'submitted' }, false, false],
    ['with Microsoft on another fund', { fund: other, status: 'submitted' }, false, false],
    ['paid by another fund that the workbook lacks', { fund: { ...other, partnerId: '5550000' }, status: 'paid' }, false, false],
    // without amounts, the fund's balance isn't known
    ['with Microsoft, and amounts not known', { fund: FUND, status: 'submitted' }, true, false],
  ])('are checked unless it has a claim %s', (_, change, hasUnknownAmounts, isChecked) => {
    const claims = [kept(aClaim({ activityId: held.id, fund: FUND, amount: 100_000, ...change }))];
    const read = planningRead({ funds: [short, other], activities: [kept(held)], claims, hasUnknownAmounts });
    const [asOf, book] = ['2025-03-10' as Day, workbookRules()!];
    const { findings } = factsOf(held, aroundIn(FUND, groupActivities(read, asOf, book), read, asOf, book));
    const said = findings.map(({ message }) => message).filter((message) => / remaining\.$|^the end date/.test(message));
    expect(said.length > 0).toBe(isChecked);
  });
});

describe('an activity that is over and claimed, and was never marked as done', () => {
  it.each<[ActivityStatus, ClaimStatus, Day, boolean]>([
    ['planned', 'submitted', '2025-03-10', true],
    ['committed', 'action required', '2025-03-10', true],
    ['planned', 'approved', '2025-03-10', true],
    ['planned', 'paid', '2025-03-10', true],
    ['planned', 'submitted', '2025-03-05', false],
    ['planned', 'editing', '2025-03-10', false],
    ['planned', 'rejected', '2025-03-10', false],
    ['done', 'submitted', '2025-03-10', false],
    ['draft', 'submitted', '2025-03-10', false],
    ['canceled', 'submitted', '2025-03-10', false],
  ])('%s, its claim %s, on %s: %s', (status, claimStatus, asOf, expected) => {
    const held = activity({ status, start: '2025-03-01', end: '2025-03-05', budget: 100_000, fund: FUND });
    const claim = aClaim({ status: claimStatus, activityId: held.id, fund: FUND, start: held.start, end: held.end });
    const read = planningRead({ activities: [kept(held)], claims: [kept(claim)] });
    expect(isClaimedUndone(held, { ...contextIn(read, asOf, workbookRules()!), fund: FUND, balance: null })).toBe(expected);
  });
});
