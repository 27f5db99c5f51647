import { describe, expect, it } from 'vitest';
import { proof } from '../../src/functions/proof';
import { rulesOn } from '../../src/rulebook/rules-on';
import { show } from '../support/custom-functions';

const rows = (...args: unknown[]) => (show(proof, ...args) as string[][]).slice(1);

describe('PROOF', () => {
  it('has the guidebook’s shifted fields where they belong', () => {
    expect(rows('Proof of concept')).toContainEqual(['Core requirement', 'Microsoft content']);
    expect(rows('Employee purchase').some(([kind, text]) => kind === 'Communication' && text!.startsWith('URL of the landing page'))).toBe(
      true,
    );
  });
  it('asks for an invoice for every activity', () => {
    for (const { value } of rulesOn('newest').activities()) expect(rows(value.name)[0]![0]).toMatch(/^Invoice/);
  });
});
