import { beforeAll, describe, expect, it } from 'vitest';
import { currentBook } from '../../../src/cells/book';
import { provideContext } from '../../../src/cells/context';
import { factsOf } from '../../../src/pane/features/plan/activity-facts';
import { activity } from './activity';

describe('what is said of an activity', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const facts = (over: Parameters<typeof activity>[0]) =>
    factsOf(activity(over), { fund: null, balance: null, settings: { reviewDays: 30, proofDays: 14, payBy: null, lowDollar: null, mix: [], reviewers: {} } as never, asOf: '2025-03-10', book: currentBook()! });

  it.each(['2000-01-01', '2010-06-30', '2019-12-31', '2099-12-31'] as const)('on %s: no day is made up, and none stops the screen', (day) => {
    for (const fund of [null, { partnerId: '1', program: 'Microsoft Commerce Incentives', half: { fiscalYear: 2010, half: 1 as const } }]) {
      const { claimBy, safe } = facts({ start: day, end: day, fund });
      if (fund) expect({ claimBy, safe }).toEqual({ claimBy: null, safe: null });
    }
  });
});
