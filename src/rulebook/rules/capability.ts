import type { Cents } from '../../domain/money/money';
import type { Rule } from '../rule';

/** What an indirect reseller needs instead of a solution designation, in one solution area. */
export interface CapabilityValue {
  points: number;
  /** CSP revenue of the last 12 months. */
  revenue: Cents;
}

/** The capability route to Microsoft Commerce Incentives. */
export const CAPABILITIES: readonly Rule<CapabilityValue>[] = [
  {
    topic: 'capability',
    from: '2025-07-01',
    program: 'Microsoft Commerce Incentives',
    value: { points: 25, revenue: 2_500_000 },
    source: 'partner-center-ip',
    standing: 'distributor',
  },
];
