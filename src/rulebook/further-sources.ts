import { SOURCES, type Source } from './sources';

/** Documents cited only for disagreements between sources, for how reports are read, or by rules that COOP.SOURCE isn't asked for. */
export const FURTHER_SOURCES = {
  'partner-center-ip': {
    title: 'Partner Center Incentives (IP)',
    publisher: 'distributor',
    date: '2025, naming September 1, 2025',
    trust: 'distributor',
  },
  'talent-portal-2025': {
    title: 'Guide to Using Microsoft Co-op Funds',
    publisher: '365 Talent Portal',
    date: 'describing 2025',
    address: 'https://365talentportal.com/guide-to-using-microsoft-co-op-funds/',
    trust: 'channel',
  },
  'ms-claims-overview-2018': {
    title: 'Claims overview',
    publisher: 'Microsoft',
    date: '2018 to 2021, as changed over time',
    address: 'https://docs.microsoft.com/en-us/partner-center/claims-overview',
    trust: 'Microsoft',
  },
  'ms-fy21-guidebook': {
    title: 'Partner Incentives Co-op Guidebook, business policies for FY21 (table of contents)',
    publisher: 'Microsoft',
    date: 'July 1, 2020',
    address: 'https://docslib.org/doc/9641271/microsoft-partner-incentives',
    trust: 'Microsoft',
  },
  'ms-managing-claims': {
    title: 'Manage co-op claims',
    publisher: 'Microsoft Learn',
    date: 'August 4, 2022',
    trust: 'Microsoft',
  },
  'ms-view-funds': {
    title: 'View your co-op funds',
    publisher: 'Microsoft Learn',
    date: 'August 16, 2022',
    trust: 'Microsoft',
  },
  'ms-payments-faq': {
    title: 'Troubleshoot payments, questions and answers',
    publisher: 'Microsoft Learn',
    date: 'October 3, 2023',
    trust: 'Microsoft',
  },
  'ms-earnings-default': {
    title: 'Earnings report: Default',
    publisher: 'Microsoft Learn',
    date: 'September 20, 2023',
    trust: 'Microsoft',
  },
  'ms-earnings-growth': {
    title: 'Earnings report: Growth',
    publisher: 'Microsoft Learn',
    date: 'September 20, 2023',
    trust: 'Microsoft',
  },
  'ms-payout-api': {
    title: 'Partner Center payout APIs',
    publisher: 'Microsoft',
    date: 'August 5, 2020',
    address: 'https://github.com/microsoft/Partner-Center-Payout-APIs',
    trust: 'Microsoft',
  },
  'ms-capability-score': {
    title: 'Partner capability score',
    publisher: 'Microsoft Learn',
    date: 'September 6, 2023',
    trust: 'Microsoft',
  },
  'ms-support-2016': {
    title: 'Support articles 2969974 and 2969985 on co-op payment',
    publisher: 'Microsoft',
    date: '2016',
    trust: 'Microsoft',
  },
  'ms-techcommunity-2025-08': {
    title: 'New FY26 incentive guidelines, discussion',
    publisher: 'Microsoft Tech Community',
    date: 'August 5, 2025',
    address:
      'https://techcommunity.microsoft.com/discussions/cloudservicesproviderspartners/new-fy26-incentive-guidelines/4413668/replies/4414556',
    trust: 'channel',
  },
  'blacfox-2025': {
    title: 'What is new with Microsoft co-op funding in FY26',
    publisher: 'Blacfox',
    date: '2025',
    address: 'https://blacfox.com/what-is-new-with-microsoft-co-op-funding-in-fy26/',
    trust: 'channel',
  },
  'vuzion-2019': {
    title: 'Forthcoming changes to Microsoft Co-op and CSP Indirect Reseller incentives',
    publisher: 'Vuzion',
    date: '2019',
    address: 'https://vuzion.cloud/latest-news/forthcoming-changes-to-microsoft-co-op-and-csp-indirect-reseller-incentives',
    trust: 'channel',
  },
  'vuzion-fy19': {
    title: 'Microsoft announces CSP incentives for H1 and H2 FY19',
    publisher: 'Vuzion',
    date: '2018',
    address: 'https://vuzion.cloud/latest-news/microsoft-announces-csp-incentives-for-h1-and-h2-fy19',
    trust: 'channel',
  },
  'pax8-2021': {
    title: 'Microsoft incentives and rebates',
    publisher: 'Pax8',
    date: 'after October 1, 2021',
    address: 'https://www.pax8.com/blog/microsoft-incentives-rebates/',
    trust: 'channel',
  },
  'bytes-2020': {
    title: 'CSP Co-op Funds: how will you invest?',
    publisher: 'Bytes',
    date: 'March 11, 2020',
    address: 'https://www.bytes.co.uk/partners/partner-hub/partner-news/csp-co-op-funds-how-will-you-invest',
    trust: 'channel',
  },
  'ciaops-2025': {
    title: 'A channel note on incentive rates',
    publisher: 'CIAOPS',
    date: 'June 2025',
    trust: 'channel',
  },
  'mycsp-2021': {
    title: 'Microsoft investment and incentive programme updates',
    publisher: 'mycsp.io',
    date: '2021, for FY22',
    address: 'https://mycsp.io/mycsp-partner-hub/microsoft-investment-and-incentive-programme-updates',
    trust: 'distributor',
  },
  'td-synnex-br-2026-01': {
    title: 'Cloud Partner HUB, incentive simulator for FY26',
    publisher: 'TD SYNNEX Brazil, read in a copy',
    date: 'January 14, 2026',
    trust: 'distributor',
  },
  'ruberti-2025-08': {
    title: 'Analysis of the new Microsoft CSP incentives for fiscal year 2026',
    publisher: 'ruberti.info',
    date: 'August 25, 2025',
    trust: 'channel',
  },
  'rebates-on-fy26': {
    title: 'Microsoft partner incentives: what changed',
    publisher: 'rebates-on.com',
    date: 'before July 22, 2026',
    trust: 'channel',
  },
  'business-apps-fy26': {
    title: 'Business Applications incentives assistant',
    publisher: 'a partner',
    date: 'undated, fits FY26',
    trust: 'channel',
  },
  'simplanova-2025': {
    title: 'FY26 CSP incentives eligibility for indirect resellers',
    publisher: 'Simplanova',
    date: '2025',
    trust: 'channel',
  },
  'softwareone-2025-07': {
    title: 'CSP program updates',
    publisher: 'SoftwareOne',
    date: 'July 7, 2025',
    trust: 'distributor',
  },
  'cloudcockpit-fy26': {
    title: 'Microsoft CSP co-op fund FY26: guide for distributors',
    publisher: 'CloudCockpit',
    date: 'FY26',
    trust: 'channel',
  },
  'channel-research-2026-08': {
    title: 'Partner program journey: economics',
    publisher: 'channel research naming three distributors',
    date: 'August 28, 2026',
    trust: 'channel',
  },
  'incentive-note-fy27': {
    title: 'Incentive decision aid, one page in Chinese',
    publisher: 'a partner',
    date: 'undated, fits FY27',
    trust: 'channel',
  },
  'ms-create-claims': {
    title: 'Create and manage an incentives co-op claim',
    publisher: 'Microsoft Learn',
    date: 'after 2023',
    address: 'https://learn.microsoft.com/partner-center/incentives/create-incentives-claims',
    trust: 'Microsoft',
  },
  'ms-fy23-changes': {
    title: 'Changes to partner incentives in fiscal year 2023',
    publisher: 'Microsoft partner blog',
    date: 'updated December 15, 2022',
    trust: 'Microsoft',
  },
} as const satisfies Record<string, Source>;

/** Where the documents behind rules are, and who published them. */
const WHERE: Readonly<Record<keyof typeof SOURCES, Pick<Source, 'address' | 'trust'>>> = {
  'ms-claims-overview': { trust: 'Microsoft', address: 'https://learn.microsoft.com/partner-center/incentives/claims-overview' },
  'ms-claims-threshold': { trust: 'Microsoft', address: 'https://learn.microsoft.com/partner-center/incentives/claims-threshold' },
  'ms-core-requirements': { trust: 'Microsoft', address: 'https://learn.microsoft.com/partner-center/incentives/core-requirements' },
  'ms-core-requirements-later': {
    trust: 'Microsoft',
    address: 'https://learn.microsoft.com/en-us/partner-center/incentives/core-requirements',
  },
  'ms-fy20-reseller-deck': {
    trust: 'Microsoft',
    address: 'https://fdokumen.com/documents/fy20-cloud-solution-provider-indirect-reseller-incentive.html',
  },
  'ms-fy24-co-op-blog': { trust: 'Microsoft' },
  'ms-fy25-co-op-blog': { trust: 'distributor' },
  'td-synnex-2024-10': { trust: 'distributor' },
  'quickstart-2019-11': { trust: 'distributor' },
  'vuzion-2020': {
    trust: 'distributor',
    address: 'https://vuzion.cloud/latest-news/microsoft-incentives-1-october-2020-30-september-2021',
  },
  'sherweb-2021': {
    trust: 'distributor',
    address: 'https://www.sherweb.com/blog/partner/changes-to-microsoft-incentives-for-indirect-csp-providers/',
  },
  'westcoast-2023': {
    trust: 'distributor',
    address: 'https://westcoastcloud.ie/missing-your-legacy-csp-rebates-we-got-this/',
  },
  workbook: { trust: 'this workbook' },
};

/** Every document cited anywhere, by its name. */
export const ANY_SOURCES = Object.fromEntries(
  Object.entries({ ...SOURCES, ...FURTHER_SOURCES }).map(([id, source]) => [id, { ...WHERE[id as keyof typeof SOURCES], ...source }]),
) as Readonly<Record<keyof typeof SOURCES | keyof typeof FURTHER_SOURCES, Source>>;
