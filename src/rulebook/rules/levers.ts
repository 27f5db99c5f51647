import type { Day } from '../../domain/calendar/day';
import type { Rule } from '../rule';
import type { ProgramId } from './programs';

/** The share of eligible revenue a lever pays, before it is split. */
export interface RateValue {
  rate: number;
}

/** What an earning is calculated by. `name` is unique; levers that only a workbook's own rules know have no engagement. */
export interface Lever {
  name: string;
  program: ProgramId;
  area?: 'Azure' | 'M365' | 'D365';
  engagement?: string;
  aliases: readonly string[];
}

const MCI: ProgramId = 'Microsoft Commerce Incentives';

/** The first day the October 2024 table is verified for. */
const RATES_FROM: Day = '2024-10-01';
/** The first day that no trusted source covers: incentive terms changed on July 1, 2025. */
const RATES_UNTIL: Day = '2025-07-01';

const TIER_ALIASES = (tier: 1 | 2): string[] => [
  `Global Strategic Product Accelerator - Tier ${tier}`,
  `Global Strategic Accelerator - Tier ${tier}`,
  `Strategic Product Accelerator - Tier ${tier}`,
  `Strategic Accelerator - Tier ${tier}`,
  `Tier ${tier}`,
];

const TABLE: readonly [area: NonNullable<Lever['area']>, rate: number, name: string, aliases: readonly string[]][] = [
  ['Azure', 0.04, 'Azure consumption CSP motion', ['CSP motion Azure plan', 'Azure consumption']],
  [
    'Azure',
    0.1,
    'Azure Reservation and Savings Plan Incentive (Includes ACR from Reserved Instance and Azure Savings Plan)',
    ['Azure Reservation and Savings Plan Incentive', 'Azure Reservation and Savings Plan'],
  ],
  ['Azure', 0.07, 'Azure AI accelerator CSP', ['Azure AI accelerator']],
  ['Azure', 0.03, 'Azure Workload Accelerator CSP', ['Azure Workload Accelerator']],
  ['Azure', 0.15, 'Azure CSP Customer Adds', ['Azure CSP Customer Add', 'Azure Customer Adds', 'Azure Customer Add', 'Customer add']],
  [
    'M365',
    0.0375,
    'Core – Modern Work & Security billed revenue',
    ['Core - Modern Wok & Security billed revenue', 'Core - Modern Work & Security', 'Modern Work & Security billed revenue', 'Core'],
  ],
  ['M365', 0.05, 'Global Strategic Product Accelerator – Tier 1 (Business Premium, M365 E3)', TIER_ALIASES(1)],
  ['M365', 0.07, 'Global Strategic Product Accelerator – Tier 2 (M365 E5, Copilot)', TIER_ALIASES(2)],
  [
    'M365',
    0.2,
    'Global Calling and Conference PSTN Accelerator',
    [
      'Global PSTN Calling and Conf Accelerator',
      'Global PSTN Calling and Conference Accelerator',
      'Global Calling and Conf PSTN Accelerator',
      'PSTN Calling and Conf Accelerator',
      'Calling and Conference PSTN',
      'PSTN Calling and Conf',
      'PSTN Calling and Conference',
    ],
  ],
  [
    'M365',
    0.15,
    'Customer add – Modern Work & Security billed revenue',
    [
      'Customer add - Modern Wok & Security billed revenue',
      'Customer add - Modern Work & Security',
      'Cust add new commerce CSP',
      'Customer add',
      'Cust add',
    ],
  ],
  [
    'D365',
    0.0475,
    'Core – Business Applications billed revenue',
    ['Core - Business Applications', 'Business Applications billed revenue', 'Core'],
  ],
  ['D365', 0.075, 'Global Strategic Product Accelerator – Tier 1 (Finance & Supply Chain)', TIER_ALIASES(1)],
  ['D365', 0.1, 'Global Strategic Product Accelerator – Tier 2 (Business Central)', TIER_ALIASES(2)],
  [
    'D365',
    0.2,
    'Customer add – Business Applications billed revenue',
    ['Customer add - Business Applications', 'Cust add new commerce CSP', 'Customer add', 'Cust add'],
  ],
];

const ENGAGEMENTS = {
  Azure: 'Azure CSP Motion Incentives',
  M365: 'M365 new commerce CSP indirect reseller',
  D365: 'Dynamics 365 new commerce CSP indirect reseller',
} as const;

/** Texts before a lever's name that identify its solution area, as reports and guides write them. */
export const AREA_PREFIXES: Record<NonNullable<Lever['area']>, readonly string[]> = {
  Azure: ['Azure', 'Azure CSP motion incentive', 'Azure CSP motion incentives'],
  M365: ['M365', 'Microsoft 365', 'M365 new commerce CSP', 'M365 cust add new commerce CSP'],
  D365: ['D365', 'Dynamics 365', 'D365 new commerce CSP', 'D365 cust add new commerce CSP', 'Dynamics 365 new commerce CSP'],
};

/**
 * The partner's role that may end an engagement's name. The table gives the rates of indirect resellers: engagements of
 * direct bill partners and indirect providers are left unknown rather than given a rate that no source names for them.
 */
export const ENGAGEMENT_ROLE = 'indirect reseller';

/** Every lever of the October 2024 table. */
export const LEVERS: readonly Lever[] = TABLE.map(([area, , name, aliases]) => ({
  name,
  program: MCI,
  area,
  engagement: ENGAGEMENTS[area],
  aliases,
}));

/** The rates of that table; they end when our sources end. */
export const RATES: readonly Rule<RateValue>[] = TABLE.flatMap(([area, rate, name]): Rule<RateValue>[] => {
  const note = `Engagement: ${ENGAGEMENTS[area]}.`;
  const rule = {
    topic: 'rate',
    program: MCI,
    subject: name,
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note,
  } as const;
  return [
    { ...rule, from: RATES_FROM, value: { rate } },
    { ...rule, from: RATES_UNTIL, value: null, ends: 'unverified' },
  ];
});
