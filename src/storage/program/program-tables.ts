import { CPOR_ENGAGEMENTS, CPOR_ROLES, PROOF_KINDS, type Cpor } from '../../domain/program/cpor';
import {
  CUSTOMER_CLAIM_STATUSES,
  CUSTOMER_ID_TYPES,
  type CustomerClaimStatus,
  type CustomerIdType,
} from '../../domain/program/customer-claim';
import { FINAL_PROOF_STATES, INELIGIBLE_REASONS, type Funding } from '../../domain/program/funding';
import { PARTNER_TYPES, SOLUTION_AREAS, type PartnerType } from '../../domain/program/partner-type';
import { READINESS_STATES, type ReadinessState } from '../../domain/program/readiness';
import { choice, day, text, tick, yesNo, type Kind } from '../../records/cell-types';
import { recordTable, type Columns, type RecordTable } from '../../records/record-table';
import { month, points, usd } from './program-cells';

/** One of some texts, or blank. */
const optional = <C extends string>(options: readonly C[]): Kind<C | ''> => ({ ...choice<C | ''>(options, ''), choices: options });

/** One of some texts, blank, or any other. */
const open = (options: readonly string[]): Kind<string> => ({ ...text, choices: options, isOpen: true });

const customerId = optional<CustomerIdType>(CUSTOMER_ID_TYPES);
/** Text that the form offers choices for: they are more than a list in a cell takes. */
const openText: Kind<string> = { ...text, isOpen: true };

/** A status; the form offers them all, and the cell takes no list so long. */
const { choices: _offered, ...status } = choice<CustomerClaimStatus>(CUSTOMER_CLAIM_STATUSES, 'Draft');
const ID = { name: 'ID', width: 75, kind: text } as const;

/** Capability points and revenue by month. */
export const ELIGIBILITY = recordTable(
  {
    name: 'CoopEligibility',
    sheet: 'Co-op eligibility',
    title: 'Eligibility',
    hint: 'A row for each Partner ID, solution area, and month. Copy the points and the CSP revenue from Partner Center. Leave ID blank in rows you add.',
  },
  'ID',
  {
    partnerId: { name: 'Partner ID', width: 110, kind: text },
    partnerType: { name: 'Partner type', width: 105, kind: optional<PartnerType>(PARTNER_TYPES) },
    area: { name: 'Solution area', width: 150, kind: open(SOLUTION_AREAS) },
    month: { name: 'Month', width: 80, kind: month },
    isDesignated: { name: 'Designation', width: 80, kind: tick },
    performance: { name: 'Performance', width: 80, kind: points },
    skilling: { name: 'Skilling', width: 70, kind: points },
    customerSuccess: { name: 'Customer success', width: 105, kind: points },
    revenue: { name: 'CSP revenue', width: 100, kind: usd },
    id: ID,
  },
);

/** What each Partner ID needs to earn and to be paid. */
export const READINESS = recordTable(
  {
    name: 'CoopReadiness',
    sheet: 'Co-op readiness',
    title: 'Readiness',
    hint: 'What a Partner ID needs to earn co-op and to be paid. An item whose next check has come is on the to-do list. Leave ID blank in rows you add.',
  },
  'ID',
  {
    partnerId: { name: 'Partner ID', width: 110, kind: text },
    item: { name: 'Item', width: 220, kind: openText },
    state: { name: 'State', width: 80, kind: choice<ReadinessState>(READINESS_STATES, 'to do') },
    on: { name: 'State since', width: 85, kind: day },
    who: { name: 'Who', width: 120, kind: text },
    nextCheck: { name: 'Next check', width: 85, kind: day },
    note: { name: 'Note', width: 240, wraps: true, kind: text },
    id: ID,
  },
);

/** Associations of customers, which earn no co-op. */
export const CPOR = recordTable(
  {
    name: 'CoopCpor',
    sheet: 'Co-op CPOR',
    title: 'CPOR associations',
    hint: 'Claiming partner of record. These are not co-op: no co-op total includes them. Leave ID blank in rows you add.',
  },
  'ID',
  {
    name: { name: 'Claim name', width: 180, kind: text },
    status: { name: 'Status', width: 150, kind: status },
    statusSince: { name: 'Status since', width: 85, kind: day },
    partnerId: { name: 'Partner ID', width: 110, kind: text },
    customer: { name: 'Customer', width: 150, kind: text },
    customerIdType: { name: 'Customer ID type', width: 100, kind: customerId },
    customerId: { name: 'Customer ID', width: 230, kind: text },
    engagement: { name: 'Engagement', width: 265, kind: open(CPOR_ENGAGEMENTS) },
    area: { name: 'Solution area', width: 130, kind: open(SOLUTION_AREAS) },
    role: { name: 'Role', width: 265, kind: open(CPOR_ROLES) },
    workloads: { name: 'Workloads', width: 180, wraps: true, kind: text },
    workloadConfirmed: { name: 'Workload confirmed', width: 105, kind: day },
    isVariable: { name: 'Variable pay', width: 75, kind: tick },
    opportunityId: { name: 'Opportunity ID', width: 110, kind: text },
    customerContact: { name: 'Customer contact', width: 130, kind: text },
    customerEmail: { name: 'Customer email', width: 170, kind: text },
    customerTitle: { name: 'Customer title', width: 120, kind: text },
    partnerContact: { name: 'Partner contact', width: 130, kind: text },
    partnerEmail: { name: 'Partner email', width: 170, kind: text },
    partnerTitle: { name: 'Partner title', width: 120, kind: text },
    isRecognitionOnly: { name: 'Recognition only', width: 95, kind: tick },
    proof: { name: 'Proof', width: 120, kind: optional<Exclude<Cpor['proof'], ''>>(PROOF_KINDS) },
    proofDate: { name: 'Proof date', width: 85, kind: day },
    expires: { name: 'Claim expiry', width: 85, kind: day },
    comments: { name: "Microsoft's comments", width: 260, wraps: true, kind: text },
    note: { name: 'Note', width: 200, wraps: true, kind: text },
    id: ID,
  },
);

/** Claims for partner-led funding, which is no co-op. */
export const FUNDING = recordTable(
  {
    name: 'CoopFunding',
    sheet: 'Co-op partner funding',
    title: 'Partner-led funding',
    hint: 'Partner-led funding is not co-op: no co-op total includes it. Nothing is approved until the final proof is accepted. Leave ID blank in rows you add.',
  },
  'ID',
  {
    engagement: { name: 'Engagement', width: 260, kind: openText },
    name: { name: 'Claim name', width: 160, kind: text },
    status: { name: 'Status', width: 150, kind: status },
    statusSince: { name: 'Status since', width: 85, kind: day },
    partnerId: { name: 'Partner ID', width: 110, kind: text },
    customer: { name: 'Customer', width: 150, kind: text },
    customerIdType: { name: 'Customer ID type', width: 100, kind: customerId },
    customerId: { name: 'Customer ID', width: 230, kind: text },
    requested: { name: 'Requested', width: 95, kind: usd },
    approved: { name: 'Approved', width: 95, kind: usd },
    hasEstimate: { name: 'Azure estimate', width: 90, kind: yesNo },
    hasSurvey: { name: 'Customer survey', width: 95, kind: yesNo },
    finalProof: { name: 'Final proof', width: 80, kind: choice<Funding['finalProof']>(FINAL_PROOF_STATES, 'open') },
    reason: { name: 'Reason not eligible', width: 190, kind: open(INELIGIBLE_REASONS) },
    comments: { name: "Microsoft's comments", width: 260, wraps: true, kind: text },
    note: { name: 'Note', width: 200, wraps: true, kind: text },
    id: ID,
  },
);

/** The tables of the program's side. A workbook has those that it has rows for. */
export const PROGRAM_TABLES = [ELIGIBILITY, READINESS, CPOR, FUNDING] as const satisfies readonly RecordTable<Columns>[];
