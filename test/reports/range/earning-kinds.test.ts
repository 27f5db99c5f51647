import { describe, expect, it } from 'vitest';
import { isRollover, kindOfType } from '../../../src/reports/range/earning-kinds';

describe('earning types', () => {
  it.each([
    ['Coop', 'co-op'],
    ['Co-op', 'co-op'],
    ['CO OP', 'co-op'],
    ['Adjustment-Coop', 'co-op'],
    ['Adjustment – Co‑op', 'co-op'],
    ['Rebate', 'rebate'],
    ['IndirectRebate', 'rebate'],
    ['Indirect Rebate', 'rebate'],
    ['Adjustment-Rebate', 'rebate'],
    ['Claim', 'claim'],
    ['Fee', 'other'],
    ['Sell', 'other'],
    ['Cooperation', 'other'],
  ])('%s is %s', (type, kind) => expect(kindOfType(type)).toBe(kind));
  it.each([
    ['Co-op rollover', true],
    ['coop rollover ', true],
    ['Policy Exception', false],
    ['', false],
  ])('reason %j is a rollover: %s', (reason, is) => expect(isRollover(reason)).toBe(is));
});
