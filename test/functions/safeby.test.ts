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
        const safe = serial(show(safeby, 'FY24 H1', payBy, review, proof) as string);
        expect((show(paydate, safe + review + proof, 'claim latest') as string) <= isoOfSerial(payBy)).toBe(true);
      }),
    );
  });
});
