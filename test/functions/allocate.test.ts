import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/functions/allocate';
import { complaint, show } from '../support/custom-functions';

const asked = (...args: unknown[]) => show(allocate, ...args);

describe('ALLOCATE', () => {
  it.each<[string, unknown[], unknown]>([
    ['first come, first served', [10000, [[6000], [3000], [4000]]], [[6000], [3000], [1000]]],
    ['row by row', [10, [[4, 4], [4, 4]]], [[4, 4], [2, 0]]],
    ['equal costs: position decides', [5, [[5], [5]]], [[5], [0]]],
    ['a later cost that fits', [10, [[8], [5], [1]]], [[8], [2], [0]]],
    ['caps', [10000, [[6000], [3000], [4000]], [[2500], ['None'], [0]]], [[2500], [3000], [0]]],
    ['a cap that is not reached', [10, [[4]], [[5]]], 4],
    ['blank costs and caps', [10, [[4], [''], [null], [0], [3]], [[''], [1], [1], [1], ['none']]], [[0], [0], [0], [0], [3]]],
    ['one cost, one blank cap', [10, [[4]], [[null]]], 0],
    ['negative funds', [-5, [[4], [1]]], [[0], [0]]],
    ['blank funds', ['', [[4]]], 0],
    ['funds as text', ['5', [[4], [4]]], [[4], [1]]],
    ['cents', [0.3, [[0.1], [0.1], [0.2]]], [[0.1], [0.1], [0.1]]],
    ['a cost that is a single value', [10, 4], 4],
  ])('%s', (_, args, shares) => expect(asked(...args)).toEqual(shares));

  it.each<[string, unknown[], RegExp]>([
    ['a negative cost', [10, [[4], [-1]]], /^#VALUE! costs, row 2, column 1.*negative/],
    ['text', [10, [[4, 'ten']]], /^#VALUE! costs, row 1, column 2: "ten"/],
    ['a number kept as text', [10, [['4']]], /^#VALUE!/],
    ['TRUE', [10, [[true]]], /^#VALUE!/],
    ['an error cell', [10, [[{ type: 'Error', basicValue: '#N/A' }]]], /^#VALUE! costs, row 1, column 1.*#N\/A/],
    ['caps of another shape', [10, [[1], [2]], [[1, 2]]], /^#VALUE! caps must/],
    ['other words for no cap', [10, [[1]], [['unlimited']]], /^#VALUE! caps, row 1, column 1/],
    ['a negative cap', [10, [[1]], [[-1]]], /^#VALUE! caps/],
    ['funds with separators', ['1,000', [[1]]], /^#VALUE! funds/],
  ])('refuses %s', (_, args, sentence) => expect(complaint(allocate, ...args)).toMatch(sentence));

  it('gives no cost more than it is, more than its cap, or in all more than there is, and leaves nothing that could be given', () => {
    const cents = fc.integer({ min: 0, max: 100_000 });
    const row = fc.record({ cost: cents, cap: fc.option(cents) });
    fc.assert(fc.property(fc.integer({ min: -100, max: 200_000 }), fc.array(row, { minLength: 2, maxLength: 9 }), (funds, rows) => {
      const shares = (asked(funds / 100, rows.map(({ cost }) => [cost / 100]), rows.map(({ cap }) => [cap === null ? 'none' : cap / 100])) as number[][])
        .map(([share]) => Math.round(share! * 100));
      const most = rows.map(({ cost, cap }) => Math.min(cost, cap ?? cost));
      const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
      shares.forEach((share, at) => expect(share).toBeLessThanOrEqual(most[at]!));
      expect(sum(shares)).toBe(Math.min(Math.max(funds, 0), sum(most)));
    }));
  });
});
