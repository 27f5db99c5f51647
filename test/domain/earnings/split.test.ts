import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnedOn, revenueFor, splitEarning } from '../../../src/domain/earnings/split';

describe('splitting an earning', () => {
  it.each<[string, number, number, number, number]>([
    ['T20', 150_000, 0.4, 90_000, 60_000],
    ['T21', 400_000, 0.4, 240_000, 160_000],
    ['T22: all rebate', 150_000, 0, 150_000, 0],
    ['T23', 300_000, 0.4, 180_000, 120_000],
    ['T24', 95_000, 0.4, 57_000, 38_000],
    ['T25: the rebate is the rest', 3333, 0.4, 2000, 1333],
    ['T26: a cent stays whole', 1, 0.4, 1, 0],
    ['T27: an adjustment below zero', -3000, 0.4, -1800, -1200],
    ['T28, T29: before co-op began', 100_000, 0, 100_000, 0],
    ['T28, T29: since', 100_000, 0.4, 60_000, 40_000],
    ['half a cent of co-op', 5, 0.1, 4, 1],
    ['half a cent below zero', -5, 0.1, -4, -1],
    ['all co-op', 150_000, 1, 0, 150_000],
    ['nothing', 0, 0.4, 0, 0],
  ])('%s: %d cents at %d are %d and %d', (_, earning, share, rebate, coop) =>
    expect(splitEarning(earning, share)).toEqual({ rebate, coop }),
  );

  it('T35: nine levers of $1,500 a month for six months are 48,600 and 32,400, not 32,500 (C5)', () => {
    const parts = Array.from({ length: 54 }, () => splitEarning(150_000, 0.4));
    expect(parts.reduce((total, { rebate }) => total + rebate, 0)).toBe(4_860_000);
    expect(parts.reduce((total, { coop }) => total + coop, 0)).toBe(3_240_000);
  });

  const earning = fc.integer({ min: -1e12, max: 1e12 });
  const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
  it('the parts add up, neither is more than the whole, and an adjustment mirrors its earning', () =>
    fc.assert(
      fc.property(earning, share, (whole, coopShare) => {
        const { rebate, coop } = splitEarning(whole, coopShare);
        expect(rebate + coop).toBe(whole + 0);
        expect(Number.isInteger(coop)).toBe(true);
        expect(Math.abs(rebate) <= Math.abs(whole) && Math.abs(coop) <= Math.abs(whole)).toBe(true);
        expect(splitEarning(0 - whole, coopShare)).toEqual({ rebate: 0 - rebate, coop: 0 - coop });
      }),
    ));
});

describe('what revenue earns', () => {
  it.each<[string, number, number, number]>([
    ['T21', 100_000, 0.04, 400_000],
    ['T22', 10_000, 0.15, 150_000],
    ['T23', 80_000, 0.0375, 300_000],
    ['T24', 20_000, 0.0475, 95_000],
    ['a credit', -80_000, 0.0375, -300_000],
    ['half a cent', 0.2, 0.025, 1],
    ['less than half', 0.19, 0.025, 0],
  ])('%s: $%d at %d is %d cents', (_, revenue, rate, cents) => expect(earnedOn(revenue, rate)).toBe(cents));
});

describe('the revenue that co-op takes', () => {
  it.each<[string, number, number, number, number]>([
    ['$1,522.95 at 3.75% of which 40% is co-op', 152_295, 0.0375, 0.4, 10_152_974],
    ['a cent more', 152_296, 0.0375, 0.4, 10_153_027],
    ['a rate and a share without a binary fraction', 3, 0.1, 0.3, 85],
    ['all co-op of all revenue', 12_345, 1, 1, 12_345],
    ['a cent', 1, 0.0375, 0.4, 40],
    ['nothing', 0, 0.0375, 0.4, 0],
  ])('%s', (_, coop, rate, share, revenue) => expect(revenueFor(coop, rate, share)).toBe(revenue));

  it('is the least whose co-op, rounded twice, comes to it: a cent less falls short', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 100, max: 1e5 }).map((n) => n / 1e5),
        fc.integer({ min: 10, max: 1e4 }).map((n) => n / 1e4),
        (coop, rate, coopShare) => {
          const revenue = revenueFor(coop, rate, coopShare);
          const coopOf = (cents: number) => splitEarning(earnedOn(cents / 100, rate), coopShare).coop;
          expect(coopOf(revenue)).toBeGreaterThanOrEqual(coop);
          expect(coopOf(revenue - 1)).toBeLessThan(coop);
        },
      ),
    ));

  it('is NaN where it would be too large to be exact', () => expect(revenueFor(1e15, 1e-5, 1e-4)).toBeNaN());
});
