import type { AnswerTimes } from '../domain/claims/next-deadline';
import { formatUsd, type Cents } from '../domain/money/money';
import type { Standing } from './rule';
import type { SourceId } from './source-id';

/** What sources say about claiming, other than dates, caps, and requirements. Cells don't load this. */
export interface ClaimingFact {
  says: string;
  source: SourceId;
  standing: Standing;
}

/** How long Microsoft takes to answer. */
export const ANSWER_TIMES: AnswerTimes = { reviewBusinessDays: 2, reviewDays: 30, disputeBusinessDays: 5, paymentBusinessDays: 45 };

/** Payments below this wait, for each program and earning type. */
export const SMALLEST_PAYMENT: Cents = 200_00;

/** What the guides want an activity's communication to show. */
export const MUST_BE_VISIBLE: readonly string[] = [
  'The date, on screenshots and photos',
  'The URL, on screenshots of web pages',
  'The right Microsoft logo',
  'Your company name with an address, email, website or phone number',
];

/** Where creative material may be sent before it is used. */
export const REVIEW_ADDRESS = 'commpre@microsoft.com';

/** The CSR's question, in our words. */
export const CSR_QUESTION = 'Is a non-Microsoft operating system, productivity suite, server, collaboration software or device present?';

/** Names of fund categories that sources and portals have shown; no calculation uses them. */
export const FUND_CATEGORIES: readonly string[] = [
  'Default non surface funds',
  'Cloud Solution Provider',
  'Hosting Coop',
  'Device Reseller HUB Coop',
  'Device Distributor PC Coop',
  'Device Reseller PC Coop',
  'Device Distributor HUB Coop',
];

/** The names of the report of own costs, since sources disagree. */
export const CSR_NAMES = 'Certification Statement and Report; also Certificate Statement and Report, or certification service report';

/** The facts behind findings and notes about claims. */
export const CLAIMING = {
  dates: { says: 'An activity starts and ends within one usage period.', source: 'td-synnex-2024-10', standing: 'distributor' },
  amounts: {
    says: "A claim can't exceed the funds for its activity and should match its documents.",
    source: 'partner-center-ip',
    standing: 'distributor',
  },
  'one claim': { says: 'One claim for each eligible activity.', source: 'partner-center-ip', standing: 'distributor' },
  currency: {
    says: "Funds and caps are in US dollars. You choose the claim currency; payment is in the bank profile's currency.",
    source: 'ms-managing-claims',
    standing: 'published',
  },
  CSR: {
    says: 'A CSR shows your own costs by eligible expense type. Once created, it can only be deleted and redone.',
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
  'low-dollar': {
    says: "From June 1, 2022, claims below a low-dollar threshold don't need proof at submission and are locked once created. The amount isn't published.",
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
  'smallest payment': {
    says: `Payments below ${formatUsd(SMALLEST_PAYMENT)} per program and earning type wait until that amount is reached.`,
    source: 'ms-payments-faq',
    standing: 'published',
  },
  review: { says: 'Claims are reviewed within two business days.', source: 'ms-managing-claims', standing: 'published' },
  'longer review': { says: 'Review typically takes up to 30 days.', source: 'partner-center-ip', standing: 'distributor' },
  dispute: {
    says: 'A rejected claim can be disputed; the dispute is reviewed within five business days.',
    source: 'ms-managing-claims',
    standing: 'published',
  },
  'latest payment': {
    says: 'Payments are made within 45 business days of approval; where a tax invoice is needed, within 30 days after that is approved.',
    source: 'ms-managing-claims',
    standing: 'published',
  },
  'creative review': {
    says: "Creative material can be sent for review before it's used and must then be used without changes. No pre-approval is required.",
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
  allowances: {
    says: 'Allowances in the United States may differ from the global policy.',
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
  sharing: {
    says: 'Distributors in two programs may split the cost of an event; the proof must state the percentage of each.',
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
  'non-compliant': {
    says: "Claims that need action must be resolved by the resolution deadline. Otherwise they become non-compliant and aren't paid.",
    source: 'td-synnex-2024-10',
    standing: 'distributor',
  },
} as const satisfies Record<string, ClaimingFact>;

/** One step in the portal, in our words. */
export interface GuideStep {
  id: 'funds' | 'create' | 'cost' | 'proof' | 'submit' | 'track';
  title: string;
  steps: readonly string[];
  source: SourceId;
}

/** From the funds to the money, as Partner Center goes. */
export const CLAIM_GUIDE: readonly GuideStep[] = [
  {
    id: 'funds',
    title: 'Check the funds',
    steps: [
      'Sign in to Partner Center as an incentives admin or user.',
      'Open Incentives, then Co-op management.',
      'Choose the program, location, and usage period. Funds show once Microsoft opens claims for the period.',
      'Compare the remaining amount with the fund here.',
    ],
    source: 'td-synnex-2024-10',
  },
  {
    id: 'create',
    title: 'Create the claim',
    steps: [
      'Choose Create a claim.',
      'Fill in the fields in order. You can copy each one from here.',
      'Check "Max co-op funds for the activity" against the amount before you go on.',
      "If the portal offers Create and submit, the claim is low-dollar: no proof is required, and it's locked after you submit.",
    ],
    source: 'td-synnex-2024-10',
  },
  {
    id: 'cost',
    title: 'Show the cost',
    steps: [
      'For a third-party invoice, upload it and enter its number and amount.',
      'For own costs, create a CSR: answer the question, choose the currency, add an expense type and amount for each line, agree, and save.',
      "A saved CSR can't be edited. Delete it under More options and create a new one.",
    ],
    source: 'td-synnex-2024-10',
  },
  {
    id: 'proof',
    title: 'Add the proof',
    steps: [
      'Upload the communication material and the metrics of the checklist.',
      'Check each one again: date, URL, logo, and company contact must be visible.',
    ],
    source: 'td-synnex-2024-10',
  },
  {
    id: 'submit',
    title: 'Submit',
    steps: [
      'Submit as soon as everything is uploaded. The deadline ends at 23:59:59 UTC, including weekends.',
      "Record the date here. After that, the claim can't be edited unless Microsoft asks for action.",
    ],
    source: 'td-synnex-2024-10',
  },
  {
    id: 'track',
    title: 'Track it',
    steps: [
      'Look at the claim every few days: submitted, under review, approved, paid.',
      'Action required: read the reason in its history, complete the proof, and resubmit before the resolution deadline.',
      'Rejected: if you disagree, choose Dispute at the bottom of the claim.',
      'Approved: it is usually paid from the 20th to the 25th of a month.',
    ],
    source: 'ms-managing-claims',
  },
];
