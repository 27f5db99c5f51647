import { describe, expect, it } from 'vitest';
import { fund } from '../../src/functions/fund';
import { serial, show } from '../support/custom-functions';

describe('FUND', () => {
  it.each([
    ['contract', '2024-08-01', 'FY24 H2'],
    ['settled', '2024-06-30', 'FY24 H1'],
    ['T07', '2025-07-01', 'FY25 H2'],
    ['T14', '2024-01-01', 'FY24 H1'],
    ['T16: belongs to usage July to December 2024', '2024-07-10', 'FY24 H2'],
  ])('%s: %s is paid from %s', (_case, day, label) => {
    expect(show(fund, day)).toBe(label);
    expect(show(fund, serial(day))).toBe(label);
  });

  it.each([0, null, ''])('a blank cell (%j) is refused', (blank) => expect(show(fund, blank)).toBe('#VALUE!'));
});
