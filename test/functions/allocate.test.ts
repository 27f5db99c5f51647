import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/functions/allocate';
import { show } from '../support/custom-functions';

const asked = (...args: unknown[]) => show(allocate, ...args);

describe('ALLOCATE', () => {
  it('gives no cost more than it is, more than its cap, or in all more than there is, and leaves nothing that could be given', () => {
    const cents = fc.integer({ min: 0, max: 100_000 });
    const row = fc.record({ cost: cents, cap: fc.option(cents) });
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 200_000 }), fc.array(row, { minLength: 2, maxLength: 9 }), (funds, rows) => {
        const shares = (
          asked(
            funds / 100,
            rows.map(({ cost }) => [cost / 100]),
            rows.map(({ cap }) => [cap === null ? 'none' : cap / 100]),
          ) as number[][]
        ).map(([share]) => Math.round(share! * 100));
        const most = rows.map(({ cost, cap }) => Math.min(cost, cap ?? cost));
        const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
        shares.forEach((share, index) => expect(share).toBeLessThanOrEqual(most[index]!));
        expect(sum(shares)).toBe(Math.min(Math.max(funds, 0), sum(most)));
      }),
    );
  });
});
