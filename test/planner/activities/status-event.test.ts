import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/activities/activity';
import { statusEvent } from '../../../src/planner/activities/status-event';
import { kept } from '../../support/planning-read';
import { activity } from '../../support/records';

const noted = (from: Partial<Activity>, to: Partial<Activity>) => {
  const base = kept(activity(from));
  return statusEvent({ value: { ...base.value, ...to }, base }, '2025-03-10', '2025-03-11T09:00:00Z');
};

describe('the history of a saved activity', () => {
  it('has the change of its status, with the day, the cost, and the co-op share', () =>
    expect(noted({ status: 'planned', budget: 900_000, coopShare: 665_040 }, { status: 'committed' })).toEqual({
      at: '2025-03-11T09:00:00Z',
      subject: 'A-AAAAAA',
      what: 'status',
      from: 'planned',
      to: 'committed',
      where: 'pane',
      note: 'On 2025-03-10. Cost $9,000.00, co-op share $6,650.40.',
    }));

  it.each<[string, Partial<Activity>, Partial<Activity>, string]>([
    [
      'the cost alone where co-op pays all of it',
      { status: 'draft', budget: 400_000 },
      { status: 'planned' },
      'On 2025-03-10. Cost $4,000.00.',
    ],
    // half of the cost: 3,800.00 x 2,000.00 / 4,000.00
    [
      'what was spent, once it is done',
      { status: 'committed', budget: 400_000, coopShare: 200_000 },
      { status: 'done', actual: 380_000 },
      'On 2025-03-10. Cost $3,800.00, co-op share $1,900.00.',
    ],
    [
      'amounts in its own currency',
      { budget: 100_000, currency: 'EUR', rate: null },
      { status: 'committed' },
      'On 2025-03-10. Cost EUR 1,000.00.',
    ],
    [
      'the share of a cost that is not known',
      { budget: null, coopShare: 5_000 },
      { status: 'committed' },
      'On 2025-03-10. Co-op share $50.00.',
    ],
    ['no amount that is not known', { budget: null }, { status: 'committed' }, 'On 2025-03-10.'],
    ['no amount of what is canceled', { budget: 400_000 }, { status: 'canceled' }, 'On 2025-03-10.'],
  ])('has %s', (_, from, to, note) => expect(noted(from, to)?.note).toBe(note));

  it('has nothing where the status stays, and nothing of a new or a deleted activity', () => {
    expect(noted({}, { budget: 1 })).toBeNull();
    expect(statusEvent({ value: activity(), base: null }, '2025-03-10', '2025-03-11T09:00:00Z')).toBeNull();
    expect(statusEvent({ remove: kept(activity()) }, '2025-03-10', '2025-03-11T09:00:00Z')).toBeNull();
  });
});
