import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import type { Activity } from '../../../src/domain/activities/activity';
import { theirsTaken } from '../../../src/planner/activities/with-sheet-value';
import { activity, FUND } from '../../pane/plan/activity';

describe('taking what the sheet said', () => {
  beforeAll(() => provideContext({ dateSystem: 1900, ownRules: [] }));
  const ours = activity({
    fund: { partnerId: FUND.partnerId, program: FUND.program, programKey: FUND.programKey, half: FUND.half },
    activity: 'Telemarketing',
    owner: 'Ana',
    budget: 100,
  });

  it.each<[string, string, Partial<Activity>]>([
    ['Owner', 'Bo', { owner: 'Bo' }],
    ['Owner', '', { owner: '' }],
    ['Budget', '1,234.50', { budget: 123_450 }],
    ['Budget', '', { budget: null }],
    ['Start', '2025-03-10', { start: '2025-03-10' }],
    ['Microsoft content', '30%', { content: 0.3 }],
    ['Core met', 'yes', { meetsCore: true }],
    ['Status', 'canceled', { status: 'canceled' }],
    [
      'Fiscal half',
      'FY25 H2',
      { fund: { partnerId: FUND.partnerId, program: FUND.program, programKey: FUND.programKey, half: { fiscalYear: 2025, half: 2 } } },
    ],
    ['Partner ID', '', { fund: null }],
  ])('of %s: "%s"', (column, theirs, change) => expect(theirsTaken(ours, { column, theirs })).toEqual({ ...ours, ...change }));

  it.each([
    ['a column the plan works out', 'Cap', '5'],
    ['a column of expenses', 'Expense type', 'Giveaways'],
    ['what cannot be read', 'Start', 'soon'],
    ['an ID', 'ID', 'A-2'],
  ])('offers nothing for %s', (_what, column, theirs) => expect(theirsTaken(ours, { column, theirs })).toBeNull());
});
