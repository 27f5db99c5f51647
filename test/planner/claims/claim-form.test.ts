import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf, readForm } from '../../../src/planner/claims/claim-form';
import { claimOf, csrLine, invoice } from '../../support/claims';

describe('a claim as it is typed', () => {
  it('says the same claim again, whatever its amounts', () =>
    fc.assert(
      fc.property(
        fc.option(fc.nat(1_000_000_000)),
        fc.option(fc.integer({ min: 0, max: 10_000 })),
        fc.option(fc.double({ min: 0.0001, max: 500, noNaN: true })),
        (amount, tenThousandths, rate) => {
          const claim = claimOf({
            amount,
            otherProgramShare: tenThousandths === null ? null : tenThousandths / 10_000,
            rate: rate === null ? null : Number(rate.toFixed(6)),
            lines: [invoice(amount ?? 5), csrLine(1)],
          });
          const { claim: read, mistakes } = readForm(formOf(claim));
          expect(mistakes.size).toBe(0);
          expect(read).toEqual(claim);
        },
      ),
    ));

  it.each<[string, string, number | null, boolean]>([
    ['plain', '7500', 750_000, false],
    ['with cents', ' 7500.5 ', 750_050, false],
    ['with thousands', '7,500.00', 750_000, false],
    ['with a comma that reads two ways', '7,50', null, true],
    ['with points and a decimal comma', '1.234,50', 123_450, false],
    ['with a point that may stand for thousands', '5.400', null, true],
    ['with parts of a cent', '1234.567', null, true],
    ['below zero in brackets', '(5)', -500, false],
    ['words', 'ten', null, true],
    ['a cent less than a trillion', '999999999999.99', 99_999_999_999_999, false],
    ['more than a cell holds to the cent', '1000000000000', null, true],
    ['blank is nobody’s mistake', ' ', null, false],
  ])('an amount: %s', (_, amount, cents, isMistake) => {
    const { claim, mistakes } = readForm({ ...formOf(claimOf()), amount });
    expect(claim.amount).toBe(cents);
    expect(mistakes.has('amount')).toBe(isMistake);
  });

  it.each<[string, number | null, boolean]>([
    ['40', 0.4, false],
    ['40 %', 0.4, false],
    ['33.3', 0.333, false],
    ['101', null, true],
    ['-1', null, true],
    ['', null, false],
  ])('a share: %s', (otherProgramShare, share, isMistake) => {
    const { claim, mistakes } = readForm({ ...formOf(claimOf()), otherProgramShare });
    expect(claim.otherProgramShare).toBe(share);
    expect(mistakes.has('otherProgramShare')).toBe(isMistake);
  });

  it('days, rates and lines that can’t be read are told next to their fields', () => {
    const form = formOf(claimOf({ lines: [invoice(100)] }));
    const { claim, mistakes } = readForm({
      ...form,
      start: '2024-02-30',
      rate: 'x',
      currency: ' eur ',
      lines: [{ ...form.lines[0]!, amount: '?' }],
    });
    expect([...mistakes.keys()]).toEqual(['start', 'rate', 'line:L-5645']);
    expect(claim).toMatchObject({ start: null, rate: null, currency: 'EUR', lines: [{ amount: 0 }] });
  });

  it.each<[string, number | null, boolean]>([
    ['1.08', 1.08, false],
    ['0', null, true],
    ['0.0', null, true],
    ['-1', null, true],
    ['', null, false],
  ])('a rate: %s', (rate, read, isMistake) => {
    const { claim, mistakes } = readForm({ ...formOf(claimOf({ currency: 'EUR' })), rate });
    expect(claim.rate).toBe(read);
    expect(mistakes.has('rate')).toBe(isMistake);
  });
});
