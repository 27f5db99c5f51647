import { describe, expect, it } from 'vitest';
import type { ExchangeRate } from '../../../src/domain/activities/rate-in-force';
import { blankRate, describeRate, describeRateInForce, rateFormOf, readRateForm } from '../../../src/planner/activities/rate-form';

const GBP: ExchangeRate = { id: 'R-AAAAAA', currency: 'GBP', from: '2026-10-01', rate: 1.31, source: 'Bank' };
const OTHERS = [GBP, { ...GBP, id: 'R-BBBBBB', from: '2026-11-01', rate: 1.29 }] as const;

describe('the form of an exchange rate', () => {
  it('reads what it shows', () => expect(readRateForm(rateFormOf(GBP), GBP.id, OTHERS)).toEqual({ value: GBP, mistakes: new Map() }));

  it('reads a new one in any case, with spaces', () =>
    expect(readRateForm({ currency: ' chf', from: '2026-12-01', rate: ' 1.1 ', source: ' ECB ' }, 'R-CCCCCC', OTHERS)).toEqual({
      value: { id: 'R-CCCCCC', currency: 'CHF', from: '2026-12-01', rate: 1.1, source: 'ECB' },
      mistakes: new Map(),
    }));

  it.each([
    [{ currency: 'USD' }, 'currency', 'US dollars need no rate.'],
    [{ currency: 'GB' }, 'currency', 'Enter a three-letter currency code, such as EUR.'],
    [{ rate: '0' }, 'rate', 'A rate must be above 0.'],
    [{ rate: '-1' }, 'rate', 'A rate must be above 0.'],
    [{ rate: '1,31' }, 'rate', 'Enter the exchange rate (USD per GBP), such as 1.0832.'],
    [{ from: '' }, 'from', 'Enter the first day of the rate.'],
    [{ from: '2026-11-01' }, 'from', 'GBP already has a rate from Nov 1, 2026, 1.29. Change that one instead.'],
  ] as const)('%j is refused', (change, field, sentence) => {
    const { mistakes } = readRateForm({ ...rateFormOf(GBP), ...change }, GBP.id, OTHERS);
    expect([...mistakes]).toEqual([[field, sentence]]);
  });

  it('a blank one lacks its currency and its rate', () =>
    expect([...readRateForm(blankRate('2026-12-01'), '', []).mistakes.keys()]).toEqual(['currency', 'rate']));

  it('names a rate', () => {
    expect(describeRate(GBP)).toBe('the GBP rate from Oct 1, 2026');
    expect(describeRateInForce({ rate: 1.31, from: '2026-10-01', source: '' })).toBe('1.31 from CoopRates, from Oct 1, 2026');
  });
});
