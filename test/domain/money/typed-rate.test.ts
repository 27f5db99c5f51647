import { describe, expect, it } from 'vitest';
import { describeNoRate, readTypedRate } from '../../../src/domain/money/typed-rate';

describe('an exchange rate as people type it', () => {
  it.each([
    ['1.31', 1.31],
    [' 1.31 ', 1.31],
    ['.0067', 0.0067],
    ['2', 2],
  ])('%s', (typed, rate) => expect(readTypedRate(typed)).toBe(rate));

  it.each([
    ['', 'Enter the exchange rate (USD per GBP), such as 1.0832.'],
    ['1,31', 'Enter the exchange rate (USD per GBP), such as 1.0832.'],
    ['about 1', 'Enter the exchange rate (USD per GBP), such as 1.0832.'],
    ['1e3', 'Enter the exchange rate (USD per GBP), such as 1.0832.'],
    ['1.3.1', 'Enter the exchange rate (USD per GBP), such as 1.0832.'],
    ['0', 'A rate must be above 0.'],
    ['0.00', 'A rate must be above 0.'],
    ['-1.31', 'A rate must be above 0.'],
    ['\u22121.31', 'A rate must be above 0.'],
  ])('%s is refused', (typed, sentence) => {
    expect(readTypedRate(typed)).toBeNull();
    expect(describeNoRate(typed, 'GBP')).toBe(sentence);
  });
});
