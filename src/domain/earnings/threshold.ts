import type { Cents } from '../money/money';

/** What a half's co-op must reach to stay co-op: for `meet` the amount itself is enough, for `exceed` it isn't. */
export interface ThresholdRule {
  amount: Cents;
  comparison: 'meet' | 'exceed';
}

/** A half's co-op after its threshold. */
export interface ThresholdOutcome {
  /** What can be claimed. Usable and converted add up to the accrued amount. */
  usable: Cents;
  /** What is paid out as rebate instead. */
  converted: Cents;
  /** The smallest additional amount that makes it usable. */
  shortfall: Cents;
  status: 'usable' | 'usable (exactly at threshold)' | 'converted';
}

/** What cells ask of an accrual and its threshold; `amount` is the rule's. */
export const THRESHOLD_PARTS = ['usable', 'converted', 'shortfall', 'amount', 'status'] as const;

/** Applies a threshold to the co-op of one Partner ID, program and half; never to a sum over Partner IDs. It is all or nothing. */
export function applyThreshold(accrued: Cents, { amount, comparison }: ThresholdRule): ThresholdOutcome {
  const enough = comparison === 'meet' ? amount : amount + 1;
  if (accrued < 0 || accrued < enough)
    return { usable: 0, converted: accrued, shortfall: Math.max(enough, 0) - accrued, status: 'converted' };
  return { usable: accrued, converted: 0, shortfall: 0, status: accrued === amount ? 'usable (exactly at threshold)' : 'usable' };
}
