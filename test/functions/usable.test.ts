import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { usable } from '../../src/functions/usable';
import { earning, opened, report } from '../cases/sample-report';
import { show } from '../support/custom-functions';

const asked = (range: unknown, ...rest: unknown[]) => show(usable, range, ...rest);

describe('USABLE', () => {
  it('gives the status of one Partner ID, and none of all', () => {
    expect(asked(opened(), 'FY25 H1', '1234567', 'status')).toBe('usable');
    expect(asked(opened(), 'FY25 H1', 'all', 'status')).toBe('#VALUE!');
  });

  it('usable and converted add up to what accrued, for any rows', () => {
    const rows = fc.array(
      fc.record({
        id: fc.constantFrom('1', '2', '3'),
        amount: fc.integer({ min: -1_000_000, max: 2_000_000 }).map((cents) => cents / 100),
      }),
    );
    fc.assert(
      fc.property(rows, (earnings) => {
        const range = report(...earnings.map(earning));
        const [use, convert, all] = [
          asked(range, 'FY24 H2', 'all'),
          asked(range, 'FY24 H2', 'all', 'converted'),
          show(accrued, range, 'FY24 H2', 'all'),
        ];
        expect(Math.round((use as number) * 100) + Math.round((convert as number) * 100)).toBe(Math.round((all as number) * 100));
      }),
    );
  });
});
