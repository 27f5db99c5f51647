import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/claims/claim';
import { describeAmount, describeDifferences } from '../../../src/planner/claims/amount-text';
import { aClaim } from '../../support/planned';

describe('the amount of a claim', () => {
  const paid = { status: 'paid', amount: 473_000, approved: 450_000, paid: 440_000 } as const;
  const CLAIMED = 'Claimed $4,730.00, approved $4,500.00: $230.00 less.';
  it.each<[string, Partial<Claim>, string, string[]]>([
    ['none yet', { amount: null }, 'No amount yet', []],
    ['claimed', { status: 'submitted', amount: 473_000 }, '$4,730.00', []],
    ['approved in full', { status: 'approved', amount: 473_000, approved: 473_000 }, '$4,730.00 approved', []],
    ['approved in part', { status: 'approved', amount: 473_000, approved: 450_000 }, '$4,500.00 approved', [CLAIMED]],
    ['approved, without an amount', { status: 'approved', amount: 473_000, approved: null }, '$4,730.00', []],
    ['paid in full', { ...paid, approved: 473_000, paid: 473_000 }, '$4,730.00 paid', []],
    ['paid as approved', { ...paid, paid: 450_000 }, '$4,500.00 paid', [CLAIMED]],
    ['paid less than approved', paid, '$4,400.00 paid', [CLAIMED, 'Approved $4,500.00, paid $4,400.00: $100.00 less.']],
    [
      'paid more than approved',
      { ...paid, paid: 451_000 },
      '$4,510.00 paid',
      [CLAIMED, 'Approved $4,500.00, paid $4,510.00: $10.00 more.'],
    ],
    [
      'paid less, of an approval nobody entered',
      { ...paid, approved: null },
      '$4,400.00 paid',
      ['Claimed $4,730.00, paid $4,400.00: $330.00 less.'],
    ],
    ['paid, without an amount', { ...paid, paid: null }, '$4,500.00 approved', [CLAIMED]],
    ['paid, with only the amount claimed', { ...paid, approved: null, paid: null }, '$4,730.00', []],
    ['rejected after an approval', { ...paid, status: 'rejected' }, '$4,730.00', []],
  ])('%s', (_, change, words, differences) => {
    expect(describeAmount(aClaim(change))).toBe(words);
    expect(describeDifferences(aClaim(change))).toEqual(differences);
  });
});
