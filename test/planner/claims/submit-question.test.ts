import { describe, expect, it } from 'vitest';
import { questionBefore } from '../../../src/planner/claims/submit-question';
import { claimOf, proof } from '../../support/claims';

describe('before a claim is recorded as submitted', () => {
  const ticked = proof('metrics', 'Clicks', 'done', 'clicks.pdf');
  const open = (count: number) => Array.from({ length: count }, (_, index) => proof('metrics', `Item ${index}`));
  const asked = (items: number, isLowDollar = false) =>
    questionBefore('submitted', { claim: claimOf({ proof: [ticked, ...open(items)], isLowDollar }), requirements: null });

  it('open proof is asked about', () => {
    expect(asked(10)).toBe('10 proofs are still open. Record as submitted anyway?');
    expect(asked(1)).toBe('1 proof is still open. Record as submitted anyway?');
  });
  it('nothing is asked where none is open, none is needed, or another status is recorded', () => {
    expect([asked(0), asked(3, true)]).toEqual([null, null]);
    expect(questionBefore('approved', { claim: claimOf({ proof: open(3) }), requirements: null })).toBeNull();
  });
});
