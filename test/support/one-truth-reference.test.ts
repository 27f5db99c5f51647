import { describe, expect, it } from 'vitest';
import { figuresOn, forecastOf, type Given } from './one-truth-reference';

/** In dollars, to be worked out by hand: $100.00, $200.00, and $300.00 in three months, and $500.00 so far in the fourth. */
const COOP = { '2024-07': 10_000, '2024-08': 20_000, '2024-09': 30_000, '2024-10': 50_000 };

describe('what the laws expect of a half that is still being earned', () => {
  it('is the mean, the least, or the most of its complete months in each open one, or what the month has if that is more', () => {
    // two months follow: at $200.00, $100.00, or $300.00 each
    expect(forecastOf('FY25 H1', COOP, '2024-10', '2024-10-15')).toEqual({
      complete: 3,
      remaining: 3,
      pace: 20_000,
      soFar: 110_000,
      later: 0,
      expected: 150_000,
      low: 130_000,
      high: 170_000,
    });
  });

  it('leaves out what comes later than the day, and has no range from one month', () => {
    expect(forecastOf('FY25 H1', COOP, '2024-08', '2024-08-10')).toEqual({
      complete: 1,
      remaining: 5,
      pace: 10_000,
      soFar: 30_000,
      later: 80_000,
      // $200.00 so far in August, which is more, and $100.00 in each of four months
      expected: 70_000,
      low: null,
      high: null,
    });
  });

  it('is what it has once each month is reported, and unknown before one is', () => {
    const whole = { ...COOP, '2024-11': 1, '2024-12': 2 };
    expect(forecastOf('FY25 H1', whole, '2024-12', '2024-12-31')).toMatchObject({
      remaining: 0,
      expected: 110_003,
      low: 110_003,
      high: 110_003,
    });
    expect(forecastOf('FY25 H1', COOP, '2024-07', '2024-07-30')).toBeNull();
    expect(forecastOf('FY25 H1', COOP, '', '2024-08-30')).toBeNull();
  });

  it('is tried on halves that are over', () => {
    const coop = { '2024-07': 100, '2024-08': 300, '2024-09': 200, '2024-10': 200, '2024-11': 200, '2024-12': 200 };
    const given: Given = { funds: [{ partnerId: '1234567', half: 'FY25 H1', coop, rebate: {} }], activities: [], claims: [], rates: null };
    // $12.00 in all; after each month 6.00, 12.00, 12.00, 12.00, and 12.00 were expected: the middle one was right.
    // After two months 4 × $1.00 to 4 × $3.00 follow $4.00, and so on: $12.00 is always between.
    expect(figuresOn(given, '2025-01-31').tried).toEqual({ halves: 1, tests: 5, off: 0, ranged: 4, within: 4 });
    expect(figuresOn(given, '2024-12-30').tried).toBeNull();
  });
});
