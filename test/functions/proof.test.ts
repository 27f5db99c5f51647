import { describe, expect, it } from 'vitest';
import { proof } from '../../src/functions/proof';
import { rulesOn } from '../../src/rulebook/rules-on';
import { show } from '../support/custom-functions';

const rows = (...args: unknown[]) => (show(proof, ...args) as string[][]).slice(1);

describe('PROOF', () => {
  it('spills the sheet with its kinds', () => {
    const kinds = rows('Customer seminars').map(([kind]) => kind);
    expect(kinds).toEqual(['Invoice or CSR', 'Communication', 'Communication', 'Communication', 'Metrics', 'Core requirement', 'Core requirement']);
  });
  it('has the guidebook’s shifted fields where they belong', () => {
    expect(rows('Proof of concept')).toContainEqual(['Core requirement', 'Microsoft content']);
    expect(rows('Employee purchase').some(([kind, text]) => kind === 'Communication' && text!.startsWith('URL of the landing page'))).toBe(true);
  });
  it.each([['Program participation fee', 'Original invoice from Microsoft'], ['Exams and tuition', 'Third-party invoice']])('%s: %s', (activity, invoice) =>
    expect(rows(activity)[0]).toEqual(['Invoice', invoice]));
  it('says where sources are silent', () => expect(rows('Social media marketing').at(-1)).toEqual(['Note', expect.stringMatching(/check the guidebook/)]));
  it('asks for an invoice for every activity', () => {
    for (const { value } of rulesOn('newest').activities()) expect(rows(value.name)[0]![0]).toMatch(/^Invoice/);
  });
  it('is #N/A for an unknown activity', () => expect(show(proof, 'Skywriting')).toBe('#N/A'));
});
