import { BEGINNING, type Rule } from '../rule';
import { PROGRAMS } from './programs';

/** How an earning splits: the share (0 to 1) that is co-op; the rest is rebate. */
export interface SplitValue {
  coopShare: number;
}

const SIXTY_FORTY: SplitValue = { coopShare: 0.4 };
const ALL_REBATE: SplitValue = { coopShare: 0 };

/**
 * CSP Indirect Provider and the $1,500 programs are omitted on purpose: they earn co-op, but no source states the share.
 * CSP Direct Bill and Indirect Reseller don't end: commercial offers
 * ended after 2022, but public-sector offers went on, and adjustments still arrive.
 */
export const SPLITS: readonly Rule<SplitValue>[] = [
  {
    topic: 'split',
    from: BEGINNING,
    program: 'Microsoft Commerce Incentives',
    value: ALL_REBATE,
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'Co-op starts with earnings of November 1, 2022.',
  },
  {
    topic: 'split',
    from: '2022-11-01',
    program: 'Microsoft Commerce Incentives',
    value: SIXTY_FORTY,
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
  ...(['CSP Direct Bill Partner', 'CSP Indirect Reseller'] as const).flatMap((program): Rule<SplitValue>[] => [
    {
      topic: 'split',
      from: BEGINNING,
      program,
      value: ALL_REBATE,
      source: 'ms-fy20-reseller-deck',
      standing: 'published',
      note: 'Co-op starts with earnings of January 1, 2020.',
    },
    {
      topic: 'split',
      from: '2020-01-01',
      program,
      value: SIXTY_FORTY,
      source: 'ms-fy20-reseller-deck',
      standing: 'published',
      note: 'New commerce earnings belong to Microsoft Commerce Incentives since 2022.',
    },
  ]),
  ...PROGRAMS.filter((program) => 'coopFrom' in program && program.coopFrom === 'never').map((program): Rule<SplitValue> => ({
    topic: 'split',
    from: BEGINNING,
    program: program.name,
    value: ALL_REBATE,
    source: 'ms-claims-overview',
    standing: 'published',
    note: 'It never earns co-op; it is claimed through a customer association (CPOR).',
  })),
  {
    topic: 'split',
    from: '2024-10-01',
    program: 'Microsoft Commerce Incentives',
    subject: 'Azure CSP Customer Adds',
    value: ALL_REBATE,
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'The one lever of the October 2024 table that is all rebate.',
  },
  {
    topic: 'split',
    from: '2025-07-01',
    program: 'Microsoft Commerce Incentives',
    subject: 'Azure CSP Customer Adds',
    value: null,
    ends: 'unverified',
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
];
