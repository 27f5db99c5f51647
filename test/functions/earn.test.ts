import { describe, expect, it } from 'vitest';
import { earn } from '../../src/functions/earn';
import { split } from '../../src/functions/split';
import { ask, show } from '../support/custom-functions';

const DAY = '2024-11-15';

describe('EARN', () => {
  it.each([
    ['T21', 100000, 'Azure consumption CSP motion', 4000, [[2400, 1600]]],
    ['T22', 10000, 'Azure CSP Customer Adds', 1500, [[1500, 0]]],
    ['T23', 80000, 'Core – Modern Work & Security billed revenue', 3000, [[1800, 1200]]],
    ['T24', 20000, 'Core – Business Applications billed revenue', 950, [[570, 380]]],
  ])('%s: %d by %s earns %d, split %j', (_case, revenue, lever, earning, parts) => {
    expect(show(earn, revenue, lever, DAY)).toBe(earning);
    expect(show(split, ask(earn, revenue, lever, DAY), null, DAY, lever)).toEqual(parts);
  });
});
