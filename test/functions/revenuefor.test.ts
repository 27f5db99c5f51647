import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earnedOn } from '../../src/domain/earnings/split';
import { earn } from '../../src/functions/earn';
import { revenuefor } from '../../src/functions/revenuefor';
import { split } from '../../src/functions/split';
import { show } from '../support/custom-functions';
import '../support/laws';

const LEVER = 'Azure consumption CSP motion';
const DAY = '2024-11-15';
const cents = fc.integer({ min: 1, max: 500_000_000 });

/** The co-op of an earning in cents. */
const coopOf = (earning: number, share: number | null): number =>
  Math.round(Number(show(split, earning, 'co-op', DAY, share === null ? LEVER : null, null, share)) * 100);

describe('REVENUEFOR', () => {
  it('law: is the least by the rules: a cent less falls short', () =>
    fc.assert(
      fc.property(cents, (wanted) => {
        const revenue = Math.round(Number(show(revenuefor, wanted / 100, LEVER, DAY)) * 100);
        const coop = (ofRevenue: number): number => coopOf(Number(show(earn, ofRevenue / 100, LEVER, DAY)), null);
        expect([coop(revenue) >= wanted, coop(revenue - 1) < wanted]).toEqual([true, true]);
      }),
    ));

  it('law: is the least by an own rate and an own share', () =>
    fc.assert(
      fc.property(cents, fc.integer({ min: 10, max: 10_000 }), fc.integer({ min: 100, max: 10_000 }), (wanted, rate, share) => {
        const replaced = [rate / 10_000, share / 10_000] as const;
        const revenue = Math.round(Number(show(revenuefor, wanted / 100, LEVER, DAY, null, ...replaced)) * 100);
        const coop = (ofRevenue: number): number => coopOf(earnedOn(ofRevenue / 100, replaced[0]) / 100, replaced[1]);
        expect([coop(revenue) >= wanted, coop(revenue - 1) < wanted]).toEqual([true, true]);
      }),
    ));
});
