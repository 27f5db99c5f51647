import { describe, expect, it } from 'vitest';
import { claimName, isBetterName } from '../../../src/domain/claims/claim-name';
import { csrLine, invoice } from '../../support/claims';

describe('the name of a claim', () => {
  it.each<[string, string, `${number}-${number}-${number}` | null, string, string]>([
    ['S003’s example, with its invoice', 'M365 BP upsell web ad', '2022-05-27', 'INV5645', 'INV5645 M365 BP upsell web ad May'],
    ['a bare number', 'Print advertising', '2024-12-01', '5645', 'INV5645 Print advertising December'],
    ['a number of another kind', 'Print advertising', '2024-01-01', 'PO-12', 'PO-12 Print advertising January'],
    ['no number yet', 'Print advertising', '2024-01-01', ' ', 'INV… Print advertising January'],
    ['spaces around', ' Print advertising ', '2024-01-01', ' 12 ', 'INV12 Print advertising January'],
    ['a number with digits behind letters', 'Print', '2024-01-01', 'X1', 'X1 Print January'],
    ['no activity yet', ' ', null, '1', 'INV1'],
    ['no day yet', 'Print advertising', null, '', 'INV… Print advertising'],
  ])('%s', (_, activity, end, number, name) => {
    const lines = [invoice(750_000, number), invoice(1, '9')];
    expect(claimName({ activity, end, evidence: 'invoice', lines: number.trim() === '' ? [] : lines })).toBe(name);
  });
  it('of a CSR has no invoice number, even with an invoice kept from before', () =>
    expect(claimName({ activity: 'Print advertising', end: '2024-01-01', evidence: 'CSR', lines: [csrLine(5), invoice(5, '5645')] })).toBe(
      'Print advertising January',
    ));
  it('is of the first invoice with a number', () =>
    expect(claimName({ activity: 'Print', end: null, evidence: 'invoice', lines: [invoice(5, ''), invoice(5, '7')] })).toBe('INV7 Print'));
  it.each<[string, string, string, 'invoice' | 'CSR', boolean]>([
    ['instead of none', 'INV… Print', '', 'invoice', true],
    ['with its number by now', 'INV7 Print', 'INV… Print', 'invoice', true],
    ['with its number, instead of a chosen one', 'INV7 Print', 'Spring ads', 'invoice', true],
    ['without a number, instead of a chosen one', 'INV… Print', 'Spring ads', 'invoice', false],
    ['of a CSR, instead of one that waits for a number', 'Print January', 'INV… Print', 'CSR', true],
    ['of a CSR, instead of a chosen one', 'Print January', 'Spring ads', 'CSR', false],
    ['the same', 'INV7 Print', 'INV7 Print', 'invoice', false],
  ])('is suggested %s', (_, suggested, name, evidence, isBetter) => expect(isBetterName(suggested, { name, evidence })).toBe(isBetter));
});
