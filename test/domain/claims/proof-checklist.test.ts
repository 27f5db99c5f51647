import { describe, expect, it } from 'vitest';
import { lackingOf, proofBroughtUpTo, proofFor, type ProofRequirements } from '../../../src/domain/claims/proof-checklist';
import { proof } from '../../support/claims';

const ASKED: ProofRequirements = {
  invoice: 'third-party invoice or CSR',
  core: ['Company name'],
  communication: ['Screenshot of the ad'],
  metrics: ['Clicks'],
  visible: ['The date'],
};

describe('the proof checklist', () => {
  let n = 0;
  const newId = (): string => `P-${(n += 1)}`;
  it('has all the sheet asks for, in its order, nothing ticked', () =>
    expect(proofFor(ASKED, newId).map(({ kind, requirement, state }) => [kind, requirement, state])).toEqual([
      ['invoice or CSR', 'Third-party invoice with its number, or a CSR', 'open'],
      ['communication', 'Screenshot of the ad', 'open'],
      ['metrics', 'Clicks', 'open'],
      ['core requirements', 'Company name', 'open'],
      ['visible', 'The date', 'open'],
    ]));
  it('names the paper that shows the cost, and each entry is ready to be ticked', () => {
    const first = (asked: ProofRequirements['invoice']) => proofFor({ ...ASKED, invoice: asked }, () => 'P')[0];
    expect(first('third-party invoice')).toEqual({
      id: 'P',
      kind: 'invoice or CSR',
      requirement: 'Third-party invoice with its number',
      state: 'open',
      evidence: '',
    });
    expect(first('Microsoft invoice')!.requirement).toBe('The original Microsoft invoice');
  });
  it('an entry stands for what it asks for, of its own kind; the paper that shows the cost in any words', () => {
    const kept = [proof('invoice or CSR', 'Any invoice'), proof('metrics', 'Screenshot of the ad'), proof('communication', 'Clicks')];
    expect(lackingOf(kept, ASKED)).toBe(4);
    expect(lackingOf([...kept, proof('metrics', 'Clicks'), proof('communication', 'Screenshot of the ad')], ASKED)).toBe(2);
    expect(lackingOf(proofFor(ASKED, newId), ASKED)).toBe(0);
  });
  it('asks for nothing to be visible where nothing is communicated', () =>
    expect(
      proofFor({ ...ASKED, invoice: 'Microsoft invoice', communication: [], core: [], metrics: [] }, newId).map(
        ({ requirement }) => requirement,
      ),
    ).toEqual(['The original Microsoft invoice']));
  it('keeps what is ticked and adds what is new', () => {
    const brought = proofBroughtUpTo(
      [proof('communication', 'Screenshot of the ad', 'done', 'ad.png'), proof('visible', 'Our own', 'done')],
      ASKED,
      newId,
    );
    expect(brought.map(({ requirement, state }) => [requirement, state])).toEqual([
      ['Screenshot of the ad', 'done'],
      ['Our own', 'done'],
      ['Third-party invoice with its number, or a CSR', 'open'],
      ['Clicks', 'open'],
      ['Company name', 'open'],
      ['The date', 'open'],
    ]);
  });
});
