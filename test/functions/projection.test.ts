import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accrued } from '../../src/functions/accrued';
import { projection } from '../../src/functions/projection';
import { earning, report } from '../cases/sample-report';
import { show } from '../support/custom-functions';

const asked = (range: unknown, ...rest: unknown[]) => show(projection, range, ...rest);
const H1 = 'FY25 H1';

describe('PROJECTION', () => {
  it('equals the accrual once the half is over', () => {
    const amounts = fc.array(fc.integer({ min: -100_000, max: 900_000 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(amounts, (cents) => {
        const rows = report(
          ...cents.map((amount, index) => earning({ date: `2024-${String(7 + index).padStart(2, '0')}-28`, amount: amount / 100 })),
        );
        for (const part of ['expected', 'low', 'high']) expect(asked(rows, H1, '2024-12-31', null, part)).toBe(show(accrued, rows, H1));
      }),
    );
  });
  it('low ≤ expected ≤ high', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(amounts, (cents) => {
        const rows = report(
          ...cents.map((amount, index) => earning({ date: `2024-${String(7 + index).padStart(2, '0')}-28`, amount: amount / 100 })),
        );
        const asOf = `2024-${String(6 + cents.length).padStart(2, '0')}-${[31, 31, 30, 31, 30][cents.length - 1]}`;
        const [low, expected, high] = ['low', 'expected', 'high'].map((part) => asked(rows, H1, asOf, null, part) as number);
        expect(low! <= expected! && expected! <= high!).toBe(true);
      }),
    );
  });
});
