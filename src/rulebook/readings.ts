import type { OtherReading, Rule, Topic } from './rule';
import { CATALOG_FROM } from './rules/activities';

/** The rules a reading applies to: all of a topic, or those that also match the other fields. */
interface Beside extends OtherReading {
  topic: Topic;
  program?: Rule<unknown>['program'];
  subject?: string;
  from?: Rule<unknown>['from'];
}

const READINGS: readonly Beside[] = [
  {
    topic: 'split',
    program: 'Microsoft Commerce Incentives',
    from: '2022-11-01',
    source: 'ms-fy24-co-op-blog',
    reading: 'Names the same 60/40, without a first day.',
  },
  {
    topic: 'split',
    program: 'CSP Direct Bill Partner',
    from: '2020-01-01',
    source: 'vuzion-2019',
    reading: 'Names the same 60/40 and the same first day.',
  },
  {
    topic: 'split',
    program: 'CSP Indirect Reseller',
    from: '2020-01-01',
    source: 'vuzion-2019',
    reading: 'Names the same 60/40 and the same first day.',
  },
  {
    topic: 'split',
    program: 'CSP Indirect Reseller',
    from: '2020-01-01',
    source: 'bytes-2020',
    reading: 'Confirms that co-op began on January 1, 2020.',
  },
  {
    topic: 'split',
    subject: 'Azure CSP Customer Adds',
    source: 'td-synnex-2024-10',
    contradiction: 'C22',
    reading: 'The customer adds of M365 and Dynamics 365 are 60/40 in the same table.',
  },
  {
    topic: 'rate',
    subject: 'Core – Modern Work & Security billed revenue',
    source: 'ciaops-2025',
    contradiction: 'C24',
    reading: 'About 4% in June 2025.',
  },
  {
    topic: 'threshold',
    from: '2020-01-01',
    source: 'vuzion-2019',
    contradiction: 'C7',
    reading: 'Names the same $4,000, above which co-op must be claimed.',
  },
  {
    topic: 'threshold',
    from: '2021-07-01',
    source: 'pax8-2021',
    contradiction: 'C7',
    reading: '$10,000 or more, announced with the changes of October 1, 2021.',
  },
  {
    topic: 'threshold',
    from: '2021-07-01',
    source: 'td-synnex-2024-10',
    contradiction: 'C6',
    reading: 'Says "meet" and "below", but elsewhere "over" and "under" $10,000.',
  },
  {
    topic: 'deadline',
    source: 'quickstart-2019-11',
    contradiction: 'C2',
    reading: 'Its text gives February 14, counting 45 days from December 31.',
  },
  {
    topic: 'deadline',
    source: 'td-synnex-2024-10',
    contradiction: 'C3',
    reading: 'Its text counts 45 days from the claim deadline; its tables print September 30 and March 31.',
  },
  {
    topic: 'deadline',
    source: 'quickstart-2019-11',
    contradiction: 'C8',
    reading: 'Claiming opens on the first day of the usage period.',
  },
  {
    topic: 'deadline',
    source: 'talent-portal-2025',
    contradiction: 'C4',
    reading: 'Writes the same deadlines under the name of the usage half.',
  },
  {
    topic: 'retention',
    source: 'ms-claims-overview',
    contradiction: 'C14',
    reading: '24 months from the day of the activity.',
  },
  {
    topic: 'retention',
    source: 'talent-portal-2025',
    contradiction: 'C14',
    reading: '24 months from the claiming period.',
  },
  {
    topic: 'payment',
    source: 'ms-managing-claims',
    contradiction: 'C16',
    reading: 'Claims are paid within 45 business days of approval.',
  },
  {
    topic: 'payment',
    source: 'vuzion-fy19',
    contradiction: 'C17',
    reading: 'Rebates of July 2018 are paid on September 15, 2018, a day more than 45.',
  },
  {
    topic: 'capability',
    source: 'ms-techcommunity-2025-08',
    contradiction: 'C21',
    reading: 'In one solution area, and not in Business Applications.',
  },
  { topic: 'capability', source: 'blacfox-2025', contradiction: 'C21', reading: 'The same for Business Applications.' },
  ...(
    [
      ['split', 'td-synnex-br-2026-01', 'C39', 'Names the same 60/40 for FY26.'],
      ['split', 'channel-research-2026-08', 'C39', 'Reports the same 60/40 for FY27.'],
      ['threshold', 'td-synnex-br-2026-01', 'C40', 'More than $10,000 a half, for FY26.'],
      ['threshold', 'ms-claims-threshold', 'C40', 'Does not list Microsoft Commerce Incentives.'],
    ] as const
  ).map(([topic, source, contradiction, reading]): Beside => ({
    topic,
    program: 'Microsoft Commerce Incentives',
    from: topic === 'split' ? '2022-11-01' : '2021-07-01',
    source,
    contradiction,
    reading,
  })),
  {
    topic: 'deadline',
    source: 'talent-portal-2025',
    contradiction: 'C45',
    reading: 'Prints the same days for FY25 H2 earnings, the last that any source prints.',
  },
  {
    topic: 'capability',
    source: 'simplanova-2025',
    contradiction: 'C21',
    reading: 'For indirect resellers, from October 1, 2025.',
  },
  {
    topic: 'activity',
    from: CATALOG_FROM,
    source: 'ms-fy21-guidebook',
    reading: 'Its table of contents lists the activity; its sheets were not open to us and may differ.',
  },
  {
    topic: 'activity',
    subject: 'Migration services',
    source: 'td-synnex-2024-10',
    contradiction: 'C13',
    reading: 'Demand Generation, in the guidebook of October 2024.',
    from: '2025-01-01',
  },
  {
    topic: 'activity',
    subject: 'Solution building with third parties',
    source: 'td-synnex-2024-10',
    contradiction: 'C13',
    reading: 'Demand Generation, in the guidebook of October 2024.',
    from: '2025-01-01',
  },
  {
    topic: 'activity',
    subject: 'Tradeshows and expositions',
    source: 'td-synnex-2024-10',
    contradiction: 'C13',
    reading: 'Market Development, in the guidebook of October 2024.',
    from: '2025-01-01',
  },
  {
    topic: 'activity',
    subject: 'On-site champ',
    source: 'td-synnex-2024-10',
    contradiction: 'C13',
    reading: 'Printed as "On-site chat" in its list of content minimums.',
  },
  ...(['Telemarketing', 'Proof of concept', 'Employee purchase web set-up for customers'] as const).map((subject): Beside => ({
    topic: 'activity',
    subject,
    source: 'ms-core-requirements',
    contradiction: 'C36',
    reading: 'Prints fields of this sheet in the wrong rows.',
  })),
  {
    topic: 'cap',
    subject: 'Product seeding and demo units',
    source: 'ms-core-requirements',
    contradiction: 'C38',
    reading: 'Takes the 10% of "total accrued" co-op, where other caps say "earned".',
  },
];

/** What other sources say about a rule. */
export function readingsOf(rule: Rule<unknown>): readonly OtherReading[] {
  return READINGS.filter(
    (beside) =>
      beside.topic === rule.topic &&
      (beside.program === undefined || beside.program === rule.program) &&
      (beside.subject === undefined || beside.subject === rule.subject) &&
      (beside.from === undefined || beside.from === rule.from),
  ).map(({ source, reading, contradiction }) => ({ source, reading, contradiction }));
}
