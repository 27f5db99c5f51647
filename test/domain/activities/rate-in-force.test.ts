import { describe, expect, it } from 'vitest';
import { reservedCost } from '../../../src/domain/activities/activity-cost';
import { rateInForce, withRateInForce, type ExchangeRate } from '../../../src/domain/activities/rate-in-force';
import { claimFromActivity } from '../../../src/domain/claims/claim-from-activity';
import { fromUsd, inUsd } from '../../../src/domain/money/currency';
import { activity } from '../../support/records';

const known = (over: Partial<ExchangeRate>): ExchangeRate => ({
  id: 'R-AAAAAA',
  currency: 'GBP',
  from: '2026-10-01',
  rate: 1.31,
  source: 'Bank',
  ...over,
});
const september = known({ from: '2026-09-01', rate: 1.28 });
const october = known({});

describe('the rate in force', () => {
  it.each([
    ['on its first day', '2026-10-01', 1.31],
    ['on any later day', '2027-05-05', 1.31],
    ['on the last day of the one before', '2026-09-30', 1.28],
    ['before the first', '2026-08-31', null],
    ['without a day', null, null],
  ] as const)('%s', (_, day, rate) => {
    expect(rateInForce('GBP', day, [october, september])?.rate ?? null).toBe(rate);
  });

  it('is of its currency', () => expect(rateInForce('EUR', '2026-12-01', [october])).toBeNull());

  it('says since when and where it is from', () =>
    expect(rateInForce('GBP', '2026-12-01', [september, october])).toEqual({ rate: 1.31, from: '2026-10-01', source: 'Bank' }));

  it("isn't an older one when the newest can't be read", () =>
    expect(rateInForce('GBP', '2026-10-05', [september, known({ rate: null })])).toBeNull());

  it('is none of two that differ, and one of two that are the same', () => {
    expect(rateInForce('GBP', '2026-10-05', [october, known({ id: 'R-BBBBBB', rate: 1.29 })])).toBeNull();
    expect(rateInForce('GBP', '2026-10-05', [october, known({ id: 'R-BBBBBB' })])?.rate).toBe(1.31);
  });
});

describe('an activity', () => {
  const inPounds = activity({ currency: 'GBP', rate: null, start: '2026-10-20', end: '2026-11-30', budget: 100_001 });

  it('counts at the rate of its start day', () => {
    const rated = withRateInForce(inPounds, [september, october]);
    // 1,000.01 × 1.31 = 1,310.0131
    expect(inUsd(reservedCost(rated)!, rated)).toBe(131_001);
  });

  it('takes a share of US dollars at that rate, rounded down', () => {
    const rated = withRateInForce(inPounds, [october]);
    // 1,000.00 ÷ 1.31 = 763.358…
    expect(fromUsd(100_000, rated)).toBe(76_336);
    expect(inUsd(76_336, rated)).toBe(100_000);
    expect(inUsd(76_337, rated)).toBe(100_001);
  });

  it('counts at its own rate if it has one', () => {
    const rated = withRateInForce({ ...inPounds, rate: 1.5 }, [october]);
    expect(rated.rateInForce).toBeNull();
    // 1,000.01 × 1.5 = 1,500.015
    expect(inUsd(reservedCost(rated)!, rated)).toBe(150_002);
  });

  it('in US dollars uses none, even if someone wrote one', () =>
    expect(withRateInForce(activity({ start: '2026-10-20' }), [known({ currency: 'USD', rate: 2 })]).rateInForce).toBeNull());

  it('hands the rate it counts at to its claim', () => {
    const claim = claimFromActivity(withRateInForce(inPounds, [october]), {
      requirements: null,
      evidence: 'invoice',
      last: { fundCategory: '', fundingPool: '', solutionAreas: '' },
      lowDollar: null,
      most: null,
      newId: (prefix) => `${prefix}-1`,
    });
    expect({ currency: claim.currency, rate: claim.rate }).toEqual({ currency: 'GBP', rate: 1.31 });
  });
});
