import { describe, expect, it } from 'vitest';
import { earn } from '../../src/functions/earn';
import { split } from '../../src/functions/split';
import { ask, complaint, show } from '../support/custom-functions';

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

  it.each([
    ['rounded once, at the end', 0.334, 'Azure CSP Customer Adds', 0.05],
    ['half away from zero', 1.2, 'Core – Modern Work & Security billed revenue', 0.05],
    ['half away from zero, below', -1.2, 'Core – Modern Work & Security billed revenue', -0.05],
    ['no dust: 1.1 × 0.15 = 0.165', 1.1, 'Azure CSP Customer Adds', 0.17],
    ['text', '80000', 'Core – Modern Work & Security billed revenue', 3000],
    ['blank', '', 'Azure CSP Customer Adds', 0],
  ])('%s: %s by %s earns %d', (_why, revenue, lever, earning) => expect(show(earn, revenue, lever)).toBe(earning));

  it.each([
    [['1.000,00', 'Azure CSP Customer Adds'], /^#VALUE! revenue/],
    [[100, 'Azure CSP Customer Adds', '2025-07-01'], /^#N\/A .*2025-06-30/],
    [[100, ''], /^#VALUE! lever/],
    [[1e300, 'Azure CSP Customer Adds'], /^#NUM!/],
  ])('%j is refused', (given, sentence) => expect(complaint(earn, ...given)).toMatch(sentence));
});
