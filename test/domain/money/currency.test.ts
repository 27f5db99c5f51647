import { describe, expect, it } from 'vitest';
import { formatIn, inUsd, isUsd } from '../../../src/domain/money/currency';

describe('an amount in US dollars', () => {
  it.each<[number, string, number | null, number | null, string]>([
    [1050, 'USD', null, 1050, 'needs no rate'],
    [1050, 'usd ', 2, 1050, 'takes none'],
    [1050, '', null, 1050, 'is what nobody says otherwise'],
    [1050, 'GBP', 1.3, 1365, 'at the rate'],
    [1050, 'GBP', null, null, 'is not guessed without a rate'],
    [1050, 'GBP', 0, null, 'is not nothing at a rate of 0'],
    [1050, 'GBP', -1, null, 'nor less than nothing'],
    [1050, 'GBP', Infinity, null, 'nor without end'],
    [0, 'GBP', null, null, 'is unknown even of nothing: the rate may yet matter'],
  ])('%d of "%s" at %s is %s: %s', (amount, currency, rate, usd) => expect(inUsd(amount, { currency, rate })).toBe(usd));

  it.each([
    ['USD', true],
    [' usd', true],
    ['', true],
    ['EUR', false],
    ['US', false],
  ])('"%s" is US dollars: %s', (currency, is) => expect(isUsd({ currency, rate: null })).toBe(is));

  it.each([
    ['USD', '$1,234.50'],
    ['', '$1,234.50'],
    ['EUR', 'EUR 1,234.50'],
  ])('in "%s" is written %s', (currency, text) => expect(formatIn(123_450, currency)).toBe(text));
});
