import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeby } from '../../src/functions/safeby';
import { paydate } from '../../src/functions/paydate';
import { isoOfSerial, playHost, serial, show } from '../support/custom-functions';

beforeAll(() => playHost('1.5'));
afterAll(() => playHost(null));

describe('SAFEBY', () => {
  it.each([
    ['the usage period ends first', ['FY24 H1'], '2024-06-30'],
    ['proof takes until after the claim deadline', ['FY24 H1', null, 1, 60], '2024-06-16'],
    ['review and proof reach the resolution deadline', ['FY24 H1', null, 60, 45], '2024-06-17'],
    ['paid by the last day of June: approved by June 15', ['FY24 H1', '2024-06-30'], '2024-05-02'],
    ['paid by the 25th: still that month', ['FY24 H1', '2024-06-25'], '2024-05-02'],
    ['paid by the 24th: the month before', ['FY24 H1', '2024-06-24'], '2024-04-01'],
    ['paid by a day from Excel', ['FY24 H1', serial('2024-06-30')], '2024-05-02'],
    ['paid by a day after all deadlines', ['FY24 H1', '2025-12-31'], '2024-06-30'],
    ['no days at all, meant so', ['FY24 H1', '2024-06-30', '0', '0'], '2024-06-15'],
    ['blank days are left out', ['FY24 H1', '2024-06-30', 0, ''], '2024-05-02'],
    ['a half by a date in it', ['2023-07-01'], '2024-06-30'],
    ['before use begins: no activity is safe', ['FY24 H1', '2024-01-31'], '2023-12-02'],
  ])('%s: %j gives %s', (_why, given, expected) => expect(show(safeby, ...given)).toBe(expected));

  it.each([
    [['FY24 H1', null, -1], '#NUM!'],
    [['FY24 H1', null, 1000], '#NUM!'],
    [['FY24 H1', null, 1.5], '#VALUE!'],
    [['FY24 H1', '30.06.2024'], '#VALUE!'],
    [['H1'], '#VALUE!'],
    [[''], '#VALUE!'],
  ])('%j is %s', (given, code) => expect(show(safeby, ...given)).toBe(code));

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
