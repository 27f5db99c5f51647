import type { Topic } from './rule';
import type { SourceId } from './source-id';

/** A question our sources answer differently or not at all, and how the product reads it. */
export interface Contradiction {
  id: `C${number}`;
  title: string;
  /** What each source says, in our words. Empty if no source says anything. */
  says: readonly { source: SourceId; says: string }[];
  /** What the product does. */
  reading: string;
  /** The rules it affects; 'period', 'report' and 'claim' are readings without a rule of their own. */
  concerns: readonly (Topic | 'period' | 'report' | 'claim')[];
}

/** The list C1 to C46. Only the pane loads it. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'C1',
    title: 'Fiscal-half labels',
    says: [
      {
        source: 'quickstart-2019-11',
        says: 'Calls January to June 2019 FY20 H2 and July to December 2019 FY21 H1, a year more than the dates give.',
      },
      { source: 'ms-claims-overview', says: 'July to December 2022 is FY23 H1 and January to June 2023 is FY23 H2.' },
      {
        source: 'ms-claims-overview-2018',
        says: 'Printed July to December 2020 as FY20 H1 in November 2020, corrected to FY21 H1 in March 2021.',
      },
    ],
    reading:
      'The label is computed from dates only: a fiscal year is named after the year its June lies in. A label in a document is never trusted without its dates.',
    concerns: ['period'],
  },
  {
    id: 'C2',
    title: 'The last day to claim',
    says: [
      {
        source: 'quickstart-2019-11',
        says: 'Its text counts 45 days from December 31 and arrives at February 14; its screenshot shows February 15.',
      },
      { source: 'td-synnex-2024-10', says: 'February 15 and August 15.' },
      { source: 'ms-claims-overview', says: 'February 15 and August 15.' },
    ],
    reading: 'February 15 and August 15, until 23:59:59 UTC. "45 days" only describes them.',
    concerns: ['deadline'],
  },
  {
    id: 'C3',
    title: 'The resolution deadline',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Its text says 45 days after the claim deadline, which would be September 29 or the turn of March; its tables say September 30 and March 31.',
      },
      { source: 'talent-portal-2025', says: 'March 31 and September 30.' },
    ],
    reading: 'September 30 and March 31, until 23:59:59 UTC.',
    concerns: ['deadline'],
  },
  {
    id: 'C4',
    title: 'What "H1" next to a deadline means',
    says: [
      { source: 'td-synnex-2024-10', says: 'August 15 and September 30 for H1: the half the money was earned in.' },
      { source: 'talent-portal-2025', says: 'February 15 and March 31 for H1: the half the money was used in.' },
    ],
    reading:
      'A half is the earning half unless "usage" is asked for, always with its fiscal year; a bare "H1" is refused, and answers are dates.',
    concerns: ['deadline', 'period'],
  },
  {
    id: 'C5',
    title: 'The total of the worked example',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Its text says $32,500; its table of nine levers, $600 a month and six months adds up to $32,400.',
      },
    ],
    reading: 'The table: $32,400.',
    concerns: ['split'],
  },
  {
    id: 'C6',
    title: 'Exactly at the threshold',
    says: [
      { source: 'quickstart-2019-11', says: 'Co-op must exceed $4,000; what does not exceed it becomes rebate.' },
      {
        source: 'td-synnex-2024-10',
        says: 'The $10,000 must be met, and what is below is converted; elsewhere it says "over" and "under".',
      },
      { source: 'ms-claims-threshold', says: 'Below the threshold, co-op is paid as rebate.' },
      { source: 'td-synnex-br-2026-01', says: 'More than $10,000 a half.' },
      { source: 'channel-research-2026-08', says: 'More than $10,000.' },
    ],
    reading:
      'More than $4,000 under the old rule; at least $10,000 or $1,500 under the newer ones. An amount exactly at the threshold is pointed out.',
    concerns: ['threshold'],
  },
  {
    id: 'C7',
    title: 'The threshold amount and when it changed',
    says: [
      { source: 'quickstart-2019-11', says: '$4,000, for earnings from January 1, 2020.' },
      { source: 'pax8-2021', says: '$10,000 or more, with the changes of October 1, 2021.' },
      { source: 'ms-claims-threshold', says: '$10,000 for the CSP programs, $1,500 for eight others; no first day.' },
    ],
    reading: '$4,000 up to FY21 H2, $10,000 from FY22 H1. Only the start in FY22 H1 is our reading; an amount of your own can replace it.',
    concerns: ['threshold'],
  },
  {
    id: 'C8',
    title: 'When claiming begins',
    says: [
      { source: 'ms-claims-overview', says: 'On February 16 and August 16.' },
      { source: 'quickstart-2019-11', says: 'On the first day of the usage period.' },
      { source: 'td-synnex-2024-10', says: 'As soon as the activity has been done in the usage period.' },
    ],
    reading: "Both dates are shown. A claim before February 16 or August 16 gets a warning but isn't blocked.",
    concerns: ['deadline', 'claim'],
  },
  {
    id: 'C9',
    title: 'When unused co-op is lost',
    says: [
      { source: 'ms-claims-overview', says: 'At the end of the usage period.' },
      {
        source: 'td-synnex-2024-10',
        says: 'After the claim deadline, and also "at the end of the grace period"; claims that need action get 45 more days.',
      },
      { source: 'talent-portal-2025', says: 'After the grace period.' },
    ],
    reading:
      'Three dates: the activity ends by the end of usage, the claim is submitted by its deadline, and an open claim is resolved by the resolution deadline.',
    concerns: ['deadline', 'claim'],
  },
  {
    id: 'C10',
    title: '45 days from the end of an activity',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'A claim should come within 45 days of the activity, and must come by the deadline of the period.',
      },
    ],
    reading: 'The deadline counts; the 45 days are advice.',
    concerns: ['claim'],
  },
  {
    id: 'C11',
    title: 'Pre-approval',
    says: [
      { source: 'td-synnex-2024-10', says: 'Not required; creative material may be sent for review before it runs.' },
      { source: 'talent-portal-2025', says: 'Recommended, to be sure of the funding.' },
      { source: 'ms-core-requirements-later', says: 'Required for TV/radio, with a final review.' },
    ],
    reading: "None, an optional creative review, or required, depending on the activity. Approval doesn't guarantee payment.",
    concerns: ['activity'],
  },
  {
    id: 'C12',
    title: 'The fund category to choose in the portal',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: '"Default non surface funds" in the steps, "Cloud Solution Provider" in the text.',
      },
      { source: 'partner-center-ip', says: '"Cloud Solutions Provider", and a funding pool.' },
    ],
    reading: 'Take what the portal offers you; nothing is computed from it.',
    concerns: ['claim'],
  },
  {
    id: 'C13',
    title: 'The category of an activity',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Migration services and solution building under Demand Generation, tradeshows under Market Development; employee purchase is in its table and not in its screenshot; one list has "On-site chat" for On-site champ.',
      },
      {
        source: 'ms-fy25-co-op-blog',
        says: 'Those three activities change places, and Partner Readiness becomes Partner Skilling.',
      },
    ],
    reading: 'The newer list from January 1, 2025, the older one before. A plan keeps the category you choose.',
    concerns: ['activity'],
  },
  {
    id: 'C14',
    title: 'How long proof is kept',
    says: [
      { source: 'ms-claims-overview', says: '24 months from the activity.' },
      {
        source: 'td-synnex-2024-10',
        says: '24 months from the end of the earning or the claiming period, whichever is later.',
      },
      { source: 'talent-portal-2025', says: '24 months from the claiming period.' },
    ],
    reading: 'The latest date: 24 months after the claim deadline.',
    concerns: ['retention', 'deadline'],
  },
  {
    id: 'C15',
    title: 'How long a claim is reviewed',
    says: [
      { source: 'quickstart-2019-11', says: 'A couple of business days, sometimes one day.' },
      { source: 'ms-managing-claims', says: 'Two business days.' },
      { source: 'partner-center-ip', says: 'Up to 30 days.' },
      { source: 'td-synnex-2024-10', says: 'Its screenshots show documents sent on one day and approval on the next.' },
    ],
    reading: 'Plans allow 30 days unless you give another number.',
    concerns: ['claim'],
  },
  {
    id: 'C16',
    title: 'When an approved claim is paid',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Approved by the 15th, on the 20th to 25th of that month; later, a month later.',
      },
      { source: 'ms-managing-claims', says: 'Within 45 business days of approval.' },
      { source: 'quickstart-2019-11', says: 'It may take several weeks.' },
      {
        source: 'ms-support-2016',
        says: 'Approved before the 14th for the current month; paid 45 days after approval.',
      },
    ],
    reading: 'The 20th to the 25th, as an estimate; 45 business days as the outer limit.',
    concerns: ['payment'],
  },
  {
    id: 'C17',
    title: 'When a rebate is paid',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: '45 days from the last day of the earning month; October 2022 on December 15, 2022.',
      },
      { source: 'vuzion-fy19', says: '45 days, and July 2018 on September 15, 2018, which is the 46th day.' },
    ],
    reading: 'Exactly 45 days, as an estimate; the 15th of the second month after can be asked for.',
    concerns: ['payment'],
  },
  {
    id: 'C18',
    title: 'When converted co-op is paid',
    says: [
      { source: 'td-synnex-2024-10', says: 'With the rebate of the following payment cycle.' },
      { source: 'quickstart-2019-11', says: 'With the rebate of the following payment cycle.' },
      { source: 'ms-claims-threshold', says: 'At the end of the semester.' },
    ],
    reading: 'With the first rebate after the half ends; no day is promised.',
    concerns: ['threshold', 'payment'],
  },
  {
    id: 'C19',
    title: 'What CSR stands for',
    says: [
      { source: 'td-synnex-2024-10', says: '"Certification Statement and Report", and "Certificate" on its buttons.' },
      { source: 'quickstart-2019-11', says: '"Certification service report".' },
    ],
    reading: 'CSR, the statement used for your own costs where there is no third-party invoice.',
    concerns: ['activity'],
  },
  {
    id: 'C20',
    title: 'Proof for low-dollar claims',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Since June 1, 2022 a claim under a "low dollar threshold" asks for no proof when it is submitted; the amount is not given.',
      },
    ],
    reading: "The proof list is always shown. Keep proof even if it isn't requested.",
    concerns: ['activity', 'claim'],
  },
  {
    id: 'C21',
    title: 'The 25 capability points',
    says: [
      {
        source: 'partner-center-ip',
        says: '25 points in any of the three kinds of points, looking at this month and the five before.',
      },
      { source: 'ms-techcommunity-2025-08', says: 'In one solution area, and not in Business Applications.' },
      { source: 'blacfox-2025', says: 'The same for Modern Work, Security and Business Applications.' },
      { source: 'simplanova-2025', says: 'For indirect resellers, from October 1, 2025.' },
      {
        source: 'ms-capability-score',
        says: 'A score is kept for each solution area, over this month and the five before.',
      },
    ],
    reading:
      'For indirect resellers from July 1, 2025, one solution area at a time, at 25 points and $25,000. COOP.QUALIFIES knows neither the partner type nor the area: TRUE means met on these inputs. In Business Applications, expect to need a designation.',
    concerns: ['capability'],
  },
  {
    id: 'C22',
    title: 'How customer adds are split',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Azure customer adds are all rebate; M365 and Dynamics 365 customer adds share the 60/40 cell and are 60/40 in the worked example.',
      },
      { source: 'td-synnex-br-2026-01', says: 'Its FY26 list has no customer adds.' },
    ],
    reading: 'As printed, lever by lever. From July 1, 2025 the split of Azure customer adds is not verified.',
    concerns: ['split'],
  },
  {
    id: 'C23',
    title: 'Lever names',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: '"Modern Wok", "Strategic Product Accelerator" and "Strategic Accelerator", "Calling and Conference PSTN" and "PSTN Calling and Conf", hyphens and dashes.',
      },
      { source: 'ms-payout-api', says: 'Long lever names with the role and billing kind in them, of older programs.' },
    ],
    reading:
      'Spellings are normalized, and known variants map to one lever. A name that fits several levers needs more detail. An unknown name is reported as unknown, and reports count by their own amounts.',
    concerns: ['rate', 'report'],
  },
  {
    id: 'C24',
    title: 'Rates and their dates',
    says: [
      { source: 'td-synnex-2024-10', says: '3.75% for Modern Work & Security, in the table of October 2024.' },
      {
        source: 'vuzion-2020',
        says: '4% for Modern Work & Security and for Azure, 4.75% for Business Applications, from October 1, 2020.',
      },
      { source: 'mycsp-2021', says: 'Core and strategic accelerators of FY22 stay as in FY21.' },
      { source: 'sherweb-2021', says: '12% for nonprofit products in FY22.' },
      { source: 'westcoast-2023', says: '4% for Modern Work & Security in January 2023.' },
      { source: 'ciaops-2025', says: 'About 4% in June 2025.' },
    ],
    reading:
      'Each rate holds for the days its source speaks for: core rates for October 1, 2020 to September 30, 2022, Modern Work & Security to January 30, 2023, and the October 2024 table to June 30, 2025, because incentive terms changed on July 1, 2025. Between and after them no rate is verified. Your report shows actual earnings.',
    concerns: ['rate', 'split'],
  },
  {
    id: 'C25',
    title: 'Co-op that begins within a half',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Microsoft Commerce Incentives co-op begins on November 1, 2022, inside FY23 H1.',
      },
    ],
    reading:
      'Rules are dated by day: what was earned before is all rebate. A partner also begins within a half if that is when its eligibility is complete; its report shows it.',
    concerns: ['split'],
  },
  {
    id: 'C26',
    title: 'What a threshold is measured on',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'One co-op amount per Partner ID and program; its screens also show totals over several locations.',
      },
    ],
    reading: 'By Partner ID, program and half. Partner IDs are never added up for a threshold.',
    concerns: ['threshold', 'report'],
  },
  {
    id: 'C27',
    title: 'Names of the partner number',
    says: [
      { source: 'td-synnex-2024-10', says: 'Partner ID, MPN ID, location.' },
      { source: 'partner-center-ip', says: 'PartnerID, formerly MPNID; PLA ID.' },
    ],
    reading: 'Partner ID, kept as text and compared without "MPN" and leading zeros.',
    concerns: ['report'],
  },
  {
    id: 'C28',
    title: 'When funds become visible',
    says: [
      { source: 'td-synnex-2024-10', says: 'Once the usage period has begun.' },
      { source: 'ms-view-funds', says: 'After the claiming period has begun.' },
    ],
    reading: 'A balance is what the earnings report shows, not yet confirmed in Co-op management before February 16 or August 16.',
    concerns: ['deadline', 'report'],
  },
  {
    id: 'C29',
    title: 'The role needed in Partner Center',
    says: [
      { source: 'quickstart-2019-11', says: 'Global admin.' },
      { source: 'ms-claims-overview', says: 'Incentives admin or Incentives user.' },
    ],
    reading: 'Nothing is computed from it; Incentives admin or Incentives user is the newer wording.',
    concerns: ['claim'],
  },
  {
    id: 'C30',
    title: 'The status "Upcoming"',
    says: [
      { source: 'td-synnex-2024-10', says: 'A payment order exists and is under review.' },
      { source: 'ms-payments-faq', says: 'Co-op earnings never get beyond Upcoming.' },
    ],
    reading: 'Co-op rows that are Upcoming are never forecast as cash.',
    concerns: ['report', 'payment'],
  },
  {
    id: 'C31',
    title: 'A claim that differs from its invoice',
    says: [
      { source: 'partner-center-ip', says: 'The amount claimed must match the documents.' },
      { source: 'td-synnex-2024-10', says: 'A screenshot claims 7,501 on an invoice of 7,500.' },
    ],
    reading: 'A difference is a warning; only a claim above the funds left is blocked.',
    concerns: ['claim'],
  },
  {
    id: 'C32',
    title: 'Currencies',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'Thresholds in US dollars; the currency of a claim is chosen claim by claim.',
      },
      { source: 'ms-managing-claims', says: 'Paid in the currency of the bank profile.' },
      { source: 'quickstart-2019-11', says: 'Shows a claim in euros, with a misprinted amount left, "9.999.99 EUR".' },
    ],
    reading:
      "Everything is computed in US dollars, from the report's own US dollar column. Where a file has none, Bring in a report takes the file's own exchange rates; no rate of ours is applied.",
    concerns: ['threshold', 'report', 'claim'],
  },
  {
    id: 'C33',
    title: 'Rounding a split',
    says: [],
    reading:
      'No source says. Co-op is rounded half away from zero to the cent and the rebate is the rest, so that the parts always add up.',
    concerns: ['split'],
  },
  {
    id: 'C34',
    title: 'A slide with dates of 2022',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'A guide of October 2024 shows a timeline with deadlines of 2022 and early 2023.',
      },
    ],
    reading: 'They are read as the days of FY22, which they fit, not as current ones.',
    concerns: ['deadline'],
  },
  {
    id: 'C35',
    title: 'The most a claim may ask for',
    says: [
      {
        source: 'td-synnex-2024-10',
        says: 'The portal shows the most an activity may use, without saying how it is found.',
      },
      { source: 'ms-core-requirements', says: 'Caps that differ by activity.' },
      { source: 'incentive-note-fy27', says: 'The lowest of cost, category cap, market-rate cap, and balance.' },
    ],
    reading:
      'The smaller of the funds left and the cap of the activity, saying which of them binds. Microsoft may also limit it to market rates (one unverified source).',
    concerns: ['cap', 'claim'],
  },
  {
    id: 'C36',
    title: "Misplaced fields on Microsoft's page",
    says: [
      {
        source: 'ms-core-requirements',
        says: 'Telemarketing is headed "Telemarketing and expositions", and the fields of proof of concept and employee purchase are one row off.',
      },
    ],
    reading: 'Put back where they belong, with a note at each of the three.',
    concerns: ['activity'],
  },
  {
    id: 'C37',
    title: 'Deadlines on a weekend',
    says: [{ source: 'quickstart-2019-11', says: 'Its screenshot shows funds expiring on a Saturday.' }],
    reading: 'No source moves a deadline, so none is moved.',
    concerns: ['deadline'],
  },
  {
    id: 'C38',
    title: 'What a percentage cap is taken of',
    says: [
      {
        source: 'ms-core-requirements',
        says: '"Earned co-op funds per usage period" for some activities, "total accrued co-op funds" for demo units.',
      },
    ],
    reading: 'Both are the co-op earned in the earning period before, for the same Partner ID and program.',
    concerns: ['cap'],
  },
  {
    id: 'C39',
    title: 'The split after June 2025',
    says: [
      { source: 'td-synnex-br-2026-01', says: '60% rebate and 40% co-op for every lever of FY26.' },
      { source: 'rebates-on-fy26', says: '60/40 for FY26.' },
      { source: 'channel-research-2026-08', says: '60/40 for FY27.' },
      { source: 'incentive-note-fy27', says: 'Mostly 60/40 in FY27.' },
    ],
    reading:
      '60/40 goes on: last confirmed on January 14, 2026 by a distributor, and reported for FY27. A line says so wherever it is used.',
    concerns: ['split'],
  },
  {
    id: 'C40',
    title: 'The threshold after June 2025',
    says: [
      { source: 'td-synnex-br-2026-01', says: '$10,000 a half for FY26.' },
      { source: 'cloudcockpit-fy26', says: '$10,000 in six months, or it is paid as rebate in the next cycle.' },
      { source: 'channel-research-2026-08', says: '$10,000 for FY27, repeating a page of 2021.' },
      { source: 'ms-claims-threshold', says: 'Lists the CSP programs, and not Microsoft Commerce Incentives.' },
    ],
    reading:
      '$10,000 goes on: last confirmed on January 14, 2026 by a distributor. A line says so wherever it is used; an amount of your own can replace it.',
    concerns: ['threshold'],
  },
  {
    id: 'C41',
    title: 'What Tier 1 and Tier 2 contain',
    says: [
      { source: 'td-synnex-2024-10', says: 'Tier 1 is Business Premium and M365 E3, Tier 2 is M365 E5 and Copilot.' },
      {
        source: 'channel-research-2026-08',
        says: 'In FY27, Tier 1 adds Defender Suite and Purview Suite, and Tier 2 is E5, E7, Agent 365, M365 Copilot, and Copilot Studio; another part of it lists more.',
      },
    ],
    reading:
      '"Tier 1" names a lever of a solution area, whatever products it has in a year. The rate of a day comes with the product list of its own table, and a rate of 2024 never answers for a later date.',
    concerns: ['rate'],
  },
  {
    id: 'C42',
    title: 'Names of programs',
    says: [
      { source: 'ms-create-claims', says: 'Surface claims choose ADD-HUB, ADD-PC, or ADR-HUB; the last is for resellers.' },
      { source: 'ms-claims-threshold', says: 'Lists Surface distributors only, and no Managed Reseller.' },
    ],
    reading:
      'Surface Hub ADR and Managed Reseller are known names, without a split or a threshold. "Microsoft Commercial Incentives" is Microsoft Commerce Incentives.',
    concerns: ['report', 'split', 'threshold'],
  },
  {
    id: 'C43',
    title: 'Approval of Surface plans',
    says: [
      {
        source: 'ms-fy24-co-op-blog',
        says: 'Surface plans are approved by a go-to-market, partner development, or partner channel marketing manager.',
      },
      { source: 'ms-core-requirements-later', says: 'Only TV/radio needs pre-approval.' },
    ],
    reading: 'A plan for Surface co-op needs an approval (FY24), which is not checked here. Get it before the activity starts.',
    concerns: ['activity', 'claim'],
  },
  {
    id: 'C44',
    title: 'The CSP programs after 2022',
    says: [
      { source: 'ms-fy23-changes', says: 'Legacy CSP offers end on December 31, 2022, where new commerce has the same.' },
      { source: 'westcoast-2023', says: 'Education, nonprofit, and government offers stay on legacy incentives.' },
    ],
    reading: 'Commercial offers ended; public-sector offers went on. Earnings of the CSP programs are counted in any half.',
    concerns: ['report', 'split'],
  },
  {
    id: 'C45',
    title: 'Deadlines after FY25',
    says: [
      {
        source: 'talent-portal-2025',
        says: 'Prints February 15 and March 31, 2026 for FY25 H2 earnings, the last days that any source prints.',
      },
    ],
    reading: 'The same pattern goes on. Check the days that Partner Center shows for later halves.',
    concerns: ['deadline'],
  },
  {
    id: 'C46',
    title: 'Rates reported for FY26 and FY27',
    says: [
      {
        source: 'td-synnex-br-2026-01',
        says: 'For FY26, 7.5% for Dynamics 365 growth and 3% for Azure reservations; 4% for Tier 1 in Brazil.',
      },
      { source: 'business-apps-fy26', says: 'For FY26, 8% for Dynamics 365 growth.' },
      { source: 'ruberti-2025-08', says: 'For FY26, 3% for Tier 1 in "innovate and balance" countries, 4% in "scale" countries.' },
      { source: 'channel-research-2026-08', says: 'For FY27, 0% core, 12.5% growth, 2.5% Tier 1, 7% Tier 2, 3% Azure consumption.' },
    ],
    reading: 'None of them is verified, so a date after June 30, 2025 has no rate. Rules of your own give one.',
    concerns: ['rate'],
  },
];
