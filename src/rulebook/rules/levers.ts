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
  /** Of a workbook's lever, the rulebook's one that it is a kind of. */
  family?: string;
}

const MCI: ProgramId = 'Microsoft Commerce Incentives';
const RESELLER: ProgramId = 'CSP Indirect Reseller';
const CORE_M365 = 'Core – Modern Work & Security billed revenue';
const CORE_D365 = 'Core – Business Applications billed revenue';

/** The first day the October 2024 table is verified for. */
const RATES_FROM: Day = '2024-10-01';
/** The first day that no trusted source covers: incentive terms changed on July 1, 2025. */
const RATES_UNTIL: Day = '2025-07-01';

const TIER_ALIASES = (tier: 1 | 2): string[] => [
  `Strategic Acc. Tier ${tier}`,
  `Global Strategic Product Accelerator - Tier ${tier}`,
  `Global Strategic Accelerator - Tier ${tier}`,
  `Strategic Product Accelerator - Tier ${tier}`,
  `Strategic Accelerator - Tier ${tier}`,
  `Tier ${tier}`,
];

const TABLE: readonly [area: NonNullable<Lever['area']>, rate: number, name: string, aliases: readonly string[]][] = [
  ['Azure', 0.04, 'Azure consumption CSP motion', ['CSP motion Azure plan', 'Azure consumption', 'Core – Azure']],
  [
    'Azure',
    0.1,
    'Azure Reservation and Savings Plan Incentive (Includes ACR from Reserved Instance and Azure Savings Plan)',
    ['Azure Reservation and Savings Plan Incentive', 'Azure Reservation and Savings Plan', 'Reservations & SP'],
  ],
  ['Azure', 0.07, 'Azure AI accelerator CSP', ['Azure AI accelerator']],
  ['Azure', 0.03, 'Azure Workload Accelerator CSP', ['Azure Workload Accelerator']],
  ['Azure', 0.15, 'Azure CSP Customer Adds', ['Azure CSP Customer Add', 'Azure Customer Adds', 'Azure Customer Add', 'Customer add']],
  [
    'M365',
    0.0375,
    CORE_M365,
    [
      'Core - Modern Wok & Security billed revenue',
      'Core - Modern Work & Security',
      'Modern Work & Security billed revenue',
      'CSP Core',
      'Core',
    ],
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
  ['D365', 0.0475, CORE_D365, ['Core - Business Applications', 'Business Applications billed revenue', 'CSP Core', 'Core']],
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

/** A lever of FY21 and FY22, before Microsoft Commerce Incentives. */
const NONPROFIT = 'Nonprofit (TSI) Product Accelerator';

/** Every lever of the October 2024 table; those that only later lists name, whose rates no source verifies; and an older one. */
export const LEVERS: readonly Lever[] = [
  ...TABLE.map(([area, , name, aliases]) => ({ name, program: MCI, area, engagement: ENGAGEMENTS[area], aliases })),
  ...(['Azure', 'M365', 'D365'] as const).map((area) => ({
    name: `${area} Growth Accelerator`,
    program: MCI,
    area,
    aliases: ['Growth Accelerator', 'Growth Acc.'],
  })),
  { name: NONPROFIT, program: RESELLER, aliases: ['Nonprofit accelerator'] },
];

/** What distributors printed for FY21 to FY23, each for the days they speak for. */
const EARLIER: readonly Rule<RateValue>[] = (
  [
    [RESELLER, CORE_M365, 0.04, '2020-10-01', '2022-10-01', 'vuzion-2020'],
    [RESELLER, 'Azure consumption CSP motion', 0.04, '2020-10-01', '2022-10-01', 'vuzion-2020'],
    [RESELLER, CORE_D365, 0.0475, '2020-10-01', '2022-10-01', 'vuzion-2020'],
    [RESELLER, NONPROFIT, 0.12, '2021-10-01', '2022-10-01', 'sherweb-2021'],
    [MCI, CORE_M365, 0.04, '2022-10-01', '2023-01-31', 'westcoast-2023'],
  ] as const
).flatMap(([program, subject, rate, from, until, source]) => dated({ program, subject, source }, rate, from, until));

/** A rate from a day on, until our sources end. */
function dated(
  shared: Pick<Rule<RateValue>, 'program' | 'subject' | 'source' | 'note'>,
  rate: number,
  from: Day,
  until: Day,
): Rule<RateValue>[] {
  const rule = { topic: 'rate', standing: 'distributor', ...shared } as const;
  return [
    { ...rule, from, value: { rate } },
    { ...rule, from: until, value: null, ends: 'unverified' },
  ];
}

/** The rates of these levers; they end when our sources end. */
export const RATES: readonly Rule<RateValue>[] = [
  ...EARLIER,
  ...TABLE.flatMap(([area, rate, subject]) =>
    dated({ program: MCI, subject, source: 'td-synnex-2024-10', note: `Engagement: ${ENGAGEMENTS[area]}.` }, rate, RATES_FROM, RATES_UNTIL),
  ),
];

/** Whether a lever pays on revenue above its baseline, the same month a year before, tenant by tenant. */
export const isGrowthLever = (name: string): boolean => /growth acc/i.test(name);
