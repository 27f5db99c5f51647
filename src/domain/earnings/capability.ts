import type { Cents } from '../money/money';

/** What an indirect reseller without a solution designation needs, in one solution area. */
export interface CapabilityRule {
  /** Points of the partner capability score. */
  points: number;
  /** Revenue of the last 12 months. */
  revenue: Cents;
}

/** Whether points and revenue of one solution area meet the capability route. Other conditions aren't checked. */
export const qualifies = (points: number, revenue: Cents, rule: CapabilityRule): boolean =>
  points >= rule.points && revenue >= rule.revenue;
