import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../src/cells/context';
import { split } from '../../src/functions/split';
import { PLAIN_WORKBOOK, show } from '../support/custom-functions';

describe('SPLIT', () => {
  describe('with the workbook’s own rule', () => {
    afterEach(() => provideContext(PLAIN_WORKBOOK));

    it('takes it from its first day', () => {
      provideContext({
        ...PLAIN_WORKBOOK,
        ownRules: [{ topic: 'split', program: 'Microsoft Commerce Incentives', from: '2025-07-01', value: { coopShare: 0.3 } }],
      });
      expect(show(split, 1000, null, '2025-06-30')).toEqual([[600, 400]]);
      expect(show(split, 1000, null, '2025-07-01')).toEqual([[700, 300]]);
      expect(show(split, 1000)).toEqual([[700, 300]]);
    });
  });

  it('law: the parts add up to the earning, to the cent, whatever the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 1, max: 10_000 }), (cents, basisPoints) => {
        const [[rebate, coop]] = show(split, cents / 100, 'both', null, null, null, `${basisPoints / 100}%`) as [[number, number]];
        expect(Math.round(rebate * 100) + Math.round(coop * 100)).toBe(cents);
        expect(Number(rebate.toFixed(2))).toBe(rebate);
        expect(Number(coop.toFixed(2))).toBe(coop);
      }),
    );
  });
});
