import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeby } from '../../src/functions/safeby';
import { paydate } from '../../src/functions/paydate';
import { isoOfSerial, playHost, serial, show } from '../support/custom-functions';

beforeAll(() => playHost('1.5'));
afterAll(() => playHost(null));

describe('SAFEBY', () => {
  it('law: an approval after review and proof is paid by the day asked for', () => {
    const days = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(fc.integer({ min: serial('2024-01-01'), max: serial('2025-06-30') }), days, days, (payBy, review, proof) => {
        const safe = show(safeby, 'FY24 H1', payBy, review, proof) as string;
        // on the first day of use, no approval after review and proof would be paid in time
        const day = safe === '#NUM!' ? serial('2024-01-01') : serial(safe);
        const isPaid = (show(paydate, day + review + proof, 'claim latest') as string) <= isoOfSerial(payBy);
        expect(isPaid).toBe(safe !== '#NUM!');
        if (safe !== '#NUM!') expect(day).toBeGreaterThanOrEqual(serial('2024-01-01'));
      }),
    );
  });
});
