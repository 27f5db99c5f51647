import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyThreshold, type ThresholdOutcome, type ThresholdRule } from '../../../src/domain/earnings/threshold';

// MCI must meet 10,000 (S003), the older programs had to exceed 4,000 (S002): C6
const MEET: ThresholdRule = { amount: 1_000_000, comparison: 'meet' };
const EXCEED: ThresholdRule = { amount: 400_000, comparison: 'exceed' };
const converted = (cents: number, shortfall: number): ThresholdOutcome => ({ usable: 0, converted: cents, shortfall, status: 'converted' });
const usable = (cents: number): ThresholdOutcome => ({ usable: cents, converted: 0, shortfall: 0, status: 'usable' });
const exactly = (cents: number): ThresholdOutcome => ({
  usable: cents,
  converted: 0,
  shortfall: 0,
  status: 'usable (exactly at threshold)',
});

describe('a threshold', () => {
  it.each<[string, ThresholdRule, number, ThresholdOutcome]>([
    ['T31', MEET, 999_999, converted(999_999, 1)],
    ['T31', MEET, 1_000_000, exactly(1_000_000)],
    ['a cent more', MEET, 1_000_001, usable(1_000_001)],
    ['T32', EXCEED, 400_000, converted(400_000, 1)],
    ['T32', EXCEED, 400_001, usable(400_001)],
    ['T32', EXCEED, 500_000, usable(500_000)],
    ['a cent less', EXCEED, 399_999, converted(399_999, 2)],
    ['T33: each Partner ID by itself', MEET, 600_000, converted(600_000, 400_000)],
    ['T34: all levers of one', MEET, 600_000 + 500_000, usable(1_100_000)],
    ['T35', MEET, 54 * 60_000, usable(3_240_000)],
    ['T36: each half by itself', MEET, 500_000, converted(500_000, 500_000)],
    ['nothing earned', MEET, 0, converted(0, 1_000_000)],
    ['below zero, converted whole', MEET, -3000, converted(-3000, 1_003_000)],
    ['below zero, to exceed', EXCEED, -3000, converted(-3000, 403_001)],
    ['a threshold of nothing', { amount: 0, comparison: 'meet' }, 0, exactly(0)],
    ['a threshold of nothing, below zero', { amount: 0, comparison: 'meet' }, -1, converted(-1, 1)],
    ['more than nothing', { amount: 0, comparison: 'exceed' }, 0, converted(0, 1)],
    ['a threshold below zero, which nothing negative passes', { amount: -500, comparison: 'meet' }, -100, converted(-100, 100)],
  ])('%s: %o makes of %d cents %o', (_, rule, accrued, outcome) => expect(applyThreshold(accrued, rule)).toEqual(outcome));

  const cents = fc.integer({ min: -2_000_000, max: 2_000_000 });
  const rule = fc.record({
    amount: fc.integer({ min: 0, max: 1_500_000 }),
    comparison: fc.constantFrom('meet' as const, 'exceed' as const),
  });
  // random amounts seldom meet: half of them are taken from around the threshold
  const near = fc
    .tuple(rule, cents, fc.option(fc.integer({ min: -3, max: 3 })))
    .map(([limit, any, by]) => [limit, by === null ? any : limit.amount + by] as const);

  it('is all or nothing: usable and converted are what accrued', () =>
    fc.assert(
      fc.property(near, ([limit, accrued]) => {
        const outcome = applyThreshold(accrued, limit);
        expect(outcome.usable + outcome.converted).toBe(accrued + 0);
        expect([outcome.usable, outcome.converted]).toContain(0);
        expect(outcome.status === 'converted').toBe(
          accrued < 0 || (limit.comparison === 'meet' ? accrued < limit.amount : accrued <= limit.amount),
        );
      }),
    ));

  it('falls short by the fewest cents that make it usable', () =>
    fc.assert(
      fc.property(near, ([limit, accrued]) => {
        const { shortfall, status } = applyThreshold(accrued, limit);
        expect(applyThreshold(accrued + shortfall, limit).status).not.toBe('converted');
        if (status === 'converted') {
          expect(shortfall).toBeGreaterThan(0);
          expect(applyThreshold(accrued + shortfall - 1, limit).status).toBe('converted');
        } else expect(shortfall).toBe(0);
      }),
    ));
});
