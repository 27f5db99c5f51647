import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inUsd } from '../../../src/domain/money/currency';
import { withShare } from '../../../src/planner/activities/with-share';
import { activity } from '../../pane/plan/activity';

describe('the co-op share of what is allocated', () => {
  it.each([
    ['leaves it as it is where the whole cost is allocated', { budget: 500_00 }, 500_00, null],
    ['pays a part of the cost', { budget: 500_00 }, 123_45, 123_45],
    ['leaves a share that is allocated', { budget: 500_00, coopShare: 200_00 }, 300_00, 200_00],
    ['pays less than the share that was requested', { budget: 500_00, coopShare: 200_00 }, 150_00, 150_00],
    ['in its own currency', { budget: 500_00, currency: 'EUR', rate: 1.1 }, 110_00, 100_00],
    ['no cent too much at an odd rate', { budget: 500_00, currency: 'EUR', rate: 1.0837 }, 100_00, 92_28],
    ['nothing', { budget: 500_00 }, 0, 0],
    ['leaves one without a cost', { budget: null }, 100, null],
  ])('%s', (_what, change, most, coopShare) => {
    const was = activity(change);
    expect(withShare(was, most)).toEqual({ ...was, coopShare });
  });

  it('is never worth more than there is, and all of it to the last unit', () => {
    const cents = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 50_000 }), (budget, most, rate) => {
        const was = activity({ budget, currency: 'EUR', rate: rate / 10_000 });
        const now = withShare(was, most);
        const share = now.coopShare ?? budget;
        expect(inUsd(share, now)!).toBeLessThanOrEqual(most);
        // at a rate below half a dollar, several units are worth the same cents
        if (share < budget && rate >= 5_000) expect(inUsd(share + 1, now)!).toBeGreaterThan(most);
      }),
    );
  });
});
