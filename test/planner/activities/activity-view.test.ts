import { beforeAll, describe, expect, it } from 'vitest';
import { workbookRules } from '../../../src/cells/workbook-rules';
import { provideContext } from '../../../src/cells/context';
import type { ActivityStatus } from '../../../src/domain/activities/activity';
import { balanceOf } from '../../../src/domain/balance/balance';
import type { ClaimStatus } from '../../../src/domain/claims/claim';
import type { Day } from '../../../src/domain/calendar/day';
import { factsOf, isClaimedUndone } from '../../../src/planner/activities/activity-view';
import { aClaim } from '../../support/planned';
import { activity, FUND } from '../../pane/plan/activity';

describe('what is said of an activity', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const facts = (over: Parameters<typeof activity>[0]) =>
    factsOf(activity(over), {
      fund: null,
      balance: null,
      settings: { reviewDays: 30, proofDays: 14, payBy: null, lowDollar: null, mix: [], reviewers: {} } as never,
      asOf: '2025-03-10',
      book: workbookRules()!,
      claimed: new Map(),
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
    const balance = balanceOf(FUND, [held], [claim], asOf);
    expect(isClaimedUndone(held, { fund: FUND, balance, settings: {} as never, asOf, book: workbookRules()!, claimed: new Map() })).toBe(
      expected,
    );
  });
});
