import type { ThresholdRule } from '../../domain/earnings/threshold';
import type { Rule } from '../rule';
import type { ProgramId } from './programs';

const EXCEED_4000: ThresholdRule = { amount: 400_000, comparison: 'exceed' };
const MEET_10000: ThresholdRule = { amount: 1_000_000, comparison: 'meet' };
const MEET_1500: ThresholdRule = { amount: 150_000, comparison: 'meet' };

const CSP = ['CSP Direct Bill Partner', 'CSP Indirect Reseller', 'CSP Indirect Provider'] as const satisfies readonly ProgramId[];

/** The $1,500 group of Microsoft's threshold table. */
const SMALLER = [
  'Authorized Distributor - EduWins',
  'Authorized Distributor - Software',
  'Hosting',
  'IoT Channel Incentive',
  'Mixed Reality ADD',
  'Mixed Reality ADR & DMP',
  'OEM Reseller - Software',
  'Surface PC and Surface Hub ADD',
] as const satisfies readonly ProgramId[];

/** The co-op a half must reach to stay co-op. The rule of a half's last day applies. */
export const THRESHOLDS: readonly Rule<ThresholdRule>[] = [
  ...CSP.flatMap((program): Rule<ThresholdRule>[] => [
    {
      topic: 'threshold',
      from: '2020-01-01',
      program,
      value: EXCEED_4000,
      source: 'quickstart-2019-11',
      standing: 'distributor',
      note: 'Exactly $4,000 was converted.',
    },
    {
      topic: 'threshold',
      from: '2021-07-01',
      program,
      value: MEET_10000,
      source: 'ms-claims-threshold',
      standing: 'assumed',
      note: 'Changed from $4,000 by the policies of October 1, 2021; its first half, FY22 H1, is assumed.',
    },
    {
      topic: 'threshold',
      from: '2022-01-01',
      program,
      value: MEET_10000,
      source: 'ms-claims-threshold',
      standing: 'published',
    },
  ]),
  {
    topic: 'threshold',
    from: '2021-07-01',
    program: 'Microsoft Commerce Incentives',
    value: MEET_10000,
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'One co-op amount per Partner ID, across all engagements and levers.',
  },
  ...SMALLER.map((program): Rule<ThresholdRule> => ({
    topic: 'threshold',
    from: '2022-07-01',
    program,
    value: MEET_1500,
    source: 'ms-claims-threshold',
    standing: 'published',
    note: 'From the half our table was published in (August 4, 2022); its start is not stated.',
  })),
  ...(['Mixed Reality ADD', 'Mixed Reality ADR & DMP'] as const).map((program): Rule<ThresholdRule> => ({
    topic: 'threshold',
    from: '2023-01-01',
    program,
    value: null,
    ends: 'discontinued',
    source: 'ms-fy24-co-op-blog',
    standing: 'published',
    note: 'What was earned in FY23 H2 was paid as rebate in the first quarter of FY24.',
  })),
];
