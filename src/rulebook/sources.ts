/** How a document is cited. */
export interface Citation {
  title: string;
  publisher: string;
  /** The date in the document. */
  date: string;
}

/** A document that supports a rule or a reading. */
export interface Source extends Citation {
  /** Its public address, if any. */
  address?: string;
  trust: 'Microsoft' | 'distributor' | 'channel' | 'this workbook';
}

/** The documents behind the rules. Their addresses, and sources cited only for other readings, are in further-sources.ts: cells don't load it. */
export const SOURCES = {
  'ms-claims-overview': {
    title: 'Incentives Co-op and Claims Overview',
    publisher: 'Microsoft Learn',
    date: 'covering FY23 H1 to FY24 H2',
  },
  'ms-claims-threshold': {
    title: 'Co-op threshold',
    publisher: 'Microsoft Learn',
    date: 'August 4, 2022',
  },
  'ms-core-requirements': {
    title: 'Core requirements',
    publisher: 'Microsoft Learn',
    date: 'November 10, 2021',
  },
  'ms-core-requirements-later': {
    title: 'Core requirements, the later page with TV/radio',
    publisher: 'Microsoft Learn',
    date: 'after October 2023',
  },
  'ms-fy20-reseller-deck': {
    title: 'FY20 Cloud Solution Provider Indirect Reseller Incentive',
    publisher: 'Microsoft',
    date: 'updated July 1, 2020',
  },
  'ms-fy24-co-op-blog': {
    title: 'FY24 co-op: start earning and spending your eligible co-op funds today',
    publisher: 'Microsoft Americas Partner Blog',
    date: 'October 24, 2023',
  },
  'ms-fy25-co-op-blog': {
    title: 'Maximize the impact of your co-op funds',
    publisher: 'Microsoft Americas Partner Blog, read in a copy',
    date: 'May 7, 2025',
  },
  'td-synnex-2024-10': {
    title: 'Microsoft Cooperative Incentives guidebook',
    publisher: 'TD SYNNEX',
    date: 'October 2024',
  },
  'quickstart-2019-11': {
    title: 'Managing and claiming Microsoft Co-op incentives, QuickStart',
    publisher: 'distributor',
    date: 'November 14, 2019',
  },
  'vuzion-2020': {
    title: 'Microsoft incentives 1 October 2020 – 30 September 2021',
    publisher: 'Vuzion',
    date: 'fall 2020',
  },
  'sherweb-2021': {
    title: 'Changes to Microsoft incentives for indirect resellers',
    publisher: 'Sherweb',
    date: '2021',
  },
  'westcoast-2023': {
    title: 'Missing your legacy CSP rebates?',
    publisher: 'Westcoast Cloud',
    date: 'January 30, 2023',
  },
  workbook: {
    title: "This workbook's own rules",
    publisher: 'you',
    date: 'as kept in the workbook',
  },
} as const satisfies Record<string, Citation>;
