import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threshold } from '../../src/functions/threshold';
import { complaint, serial, show } from '../support/custom-functions';

const DIRECT = 'CSP Direct Bill Partner';
const PARTS = ['usable', 'converted', 'shortfall', 'amount', 'status'];

describe('THRESHOLD', () => {
  it.each([
    ['T31', [9999.99, 'FY24 H2'], [0, 9999.99, 0.01, 10000, 'converted']],
    ['T31', [10000, 'FY24 H2'], [10000, 0, 0, 10000, 'usable (exactly at threshold)']],
    ['T32', [4000, 'FY20 H2', DIRECT], [0, 4000, 0.01, 4000, 'converted']],
    ['T32', [4000.01, 'FY20 H2', DIRECT], [4000.01, 0, 0, 4000, 'usable']],
    ['T32', [5000, 'FY20 H2', DIRECT], [5000, 0, 0, 4000, 'usable']],
    ['T33', [6000, 'FY24 H2'], [0, 6000, 4000, 10000, 'converted']],
    ['T34', [11000, 'FY24 H2'], [11000, 0, 0, 10000, 'usable']],
    ['T35', [32400, 'FY24 H2'], [32400, 0, 0, 10000, 'usable']],
    ['negative: converted whole', [-12, 'FY24 H2'], [0, -12, 10012, 10000, 'converted']],
    ['half by a date', [10000, serial('2024-03-10')], [10000, 0, 0, 10000, 'usable (exactly at threshold)']],
    ['newest rule', [10000], [10000, 0, 0, 10000, 'usable (exactly at threshold)']],
    ['blank cells', ['', ''], [0, 0, 10000, 10000, 'converted']],
    ['$1,500 group', [1500, 'FY24 H2', 'Hosting'], [1500, 0, 0, 1500, 'usable (exactly at threshold)']],
  ])('%s: %j gives %j', (_case, [accrued, half, program], expected) =>
    expect(PARTS.map((part) => show(threshold, accrued, half, part, program))).toEqual(expected),
  );

  it('gives the usable co-op unless told otherwise', () => expect(show(threshold, 12000, 'FY24 H2')).toBe(12000));

  it.each([
    ['a met rule stays met', [5000, 'FY24 H2', 'status', null, 5000], 'usable (exactly at threshold)'],
    ['an exceeded rule stays exceeded', [5000, 'FY20 H2', 'shortfall', DIRECT, 5000], 0.01],
    ['no rule at all is met', [5000, 'FY24 H2', 'usable', 'OSA', 5000], 5000],
    ['before the first rule', [5000, 'FY20 H2', 'usable', null, 5000], 5000],
    ['the amount given', [5000, 'FY24 H2', 'amount', null, '7500.50'], 7500.5],
    ['a zero meant so', [1, 'FY24 H2', 'usable', null, '0'], 1],
  ])('with a threshold given, %s: %j is %j', (_why, given, expected) => expect(show(threshold, ...given)).toBe(expected));

  it.each([
    [[10000, 'FY24 H2', 'usable', null, 0], /^#VALUE! threshold is blank or zero/],
    [[10000, 'FY24 H2', 'usable', null, -5], /^#NUM!/],
    [[10000, 'H2'], /^#VALUE! .*opposite deadlines/],
    [[10000, 'FY24 H2', 'all'], /^#VALUE! part/],
    [[10000, 'FY24 H2', 'usable', 'OSA'], /^#N\/A/],
    [[10000, 'FY24 H2', 'usable', 'Contoso'], /^#N\/A/],
    [['10.000,00', 'FY24 H2'], /^#VALUE! accrued/],
  ])('%j is refused', (given, sentence) => expect(complaint(threshold, ...given)).toMatch(sentence));

  it('law: usable and converted add up; the shortfall is exactly what is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(null, DIRECT), fc.integer({ min: 1, max: 1e8 }), (cents, program, limit) => {
        const part = (which: string, accrued = cents): number =>
          Math.round((show(threshold, accrued / 100, 'FY20 H2', which, program, limit / 100) as number) * 100);
        expect(part('usable') + part('converted')).toBe(cents);
        const missing = part('shortfall');
        expect(part('converted', cents + missing)).toBe(0);
        if (missing > 0) expect(part('usable', cents + missing - 1)).toBe(0);
      }),
    );
  });
});
