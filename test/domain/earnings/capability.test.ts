import { describe, expect, it } from 'vitest';
import { qualifies, type CapabilityRule } from '../../../src/domain/earnings/capability';

const RULE: CapabilityRule = { points: 25, revenue: 2_500_000 };

describe('the capability route', () => {
  it.each<[string, number, number, boolean]>([
    ['T43: both just met', 25, 2_500_000, true],
    ['T43: a point short', 24, 3_000_000, false],
    ['T43: a cent short', 25, 2_499_999, false],
    ['a part of a point short', 24.9, 3_000_000, false],
    ['more than both', 60, 9_000_000, true],
    ['neither', 0, 0, false],
  ])('%s: %d points and %d cents are %s', (_, points, revenue, met) => expect(qualifies(points, revenue, RULE)).toBe(met));
});
