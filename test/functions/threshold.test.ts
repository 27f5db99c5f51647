import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threshold } from '../../src/functions/threshold';
import { show } from '../support/custom-functions';

const DIRECT = 'CSP Direct Bill Partner';

describe('THRESHOLD', () => {
  it('law: usable and converted add up; the shortfall is exactly what is missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom(null, DIRECT),
        fc.integer({ min: 1, max: 1e8 }),
        (cents, program, limit) => {
          const part = (which: string, accrued = cents): number =>
            Math.round((show(threshold, accrued / 100, 'FY20 H2', which, program, limit / 100) as number) * 100);
          expect(part('usable') + part('converted')).toBe(cents);
          const missing = part('shortfall');
          expect(part('converted', cents + missing)).toBe(0);
          if (missing > 0) expect(part('usable', cents + missing - 1)).toBe(0);
        },
      ),
    );
  });
});
