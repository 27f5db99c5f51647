import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/claims/claim';
import { describeAmount } from '../../../src/planner/claims/amount-text';
import { aClaim } from '../../support/planned';

describe('the amount of a claim', () => {
  const paid = { status: 'paid', amount: 473_000, approved: 450_000, paid: 440_000 } as const;
  it.each<[string, Partial<Claim>, string]>([
    ['none yet', { amount: null }, 'No amount yet'],
    ['claimed', { status: 'submitted', amount: 473_000 }, '$4,730.00'],
    ['approved in part', { status: 'approved', amount: 473_000, approved: 450_000 }, '$4,500.00 approved of $4,730.00 claimed'],
    ['paid in full', { ...paid, approved: 473_000, paid: 473_000 }, '$4,730.00 paid'],
    ['paid as approved', { ...paid, paid: 450_000 }, '$4,500.00 paid of $4,730.00 claimed'],
    ['paid less than approved', paid, '$4,400.00 paid of $4,730.00 claimed; $100.00 less than the $4,500.00 approved'],
    ['paid more than approved', { ...paid, paid: 451_000 }, '$4,510.00 paid of $4,730.00 claimed; $10.00 more than the $4,500.00 approved'],
    ['paid as claimed, above what was approved', { ...paid, paid: 473_000 }, '$4,730.00 paid; $230.00 more than the $4,500.00 approved'],
  ])('%s', (_, change, words) => expect(describeAmount(aClaim(change))).toBe(words));
});
