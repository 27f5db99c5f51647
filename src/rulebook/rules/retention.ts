import type { Rule } from '../rule';

/** How long original proof of execution must be kept: months after the claim deadline, the latest of the days our sources count from. */
export interface RetentionValue {
  monthsAfterClaimDeadline: number;
}

/** How long to keep proof. */
export const RETENTIONS: readonly Rule<RetentionValue>[] = [
  {
    topic: 'retention',
    from: '2018-01-01',
    program: 'all',
    value: { monthsAfterClaimDeadline: 24 },
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'Sources count from different days; the latest is used.',
  },
];
