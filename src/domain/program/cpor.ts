import type { Day } from '../calendar/day';
import type { Finding } from '../finding';
import { note, warning } from '../new-finding';
import { clockOf, customerIdProblem, isEmail, isWithPartner, type CustomerClaimStatus, type CustomerIdType } from './customer-claim';

/** The engagements of claiming partner of record, and the roles of each. */
export const CPOR_ENGAGEMENTS = [
  'Modern Work and Security Usage',
  'Microsoft Online Service Advisor (OSA)',
  'OSU - Business Applications',
  'Business Applications Revenue Recognition Association',
] as const;
export const CPOR_ROLES = [
  'Use or consume',
  'Build intent - Advisor',
  'Usage recognition - Non-Incentivized',
  'Influenced Revenue recognition - Non-Incentivized',
] as const;
export const PROOF_KINDS = ['wet signature', 'digital signature', 'statement of work'] as const;

/** An association of a customer with a partner. It earns no co-op. Null and '' mean not entered. */
export interface Cpor {
  id: string;
  name: string;
  partnerId: string;
  customer: string;
  customerIdType: CustomerIdType | '';
  customerId: string;
  /** Whether pay is variable, so that an opportunity is needed. */
  isVariable: boolean;
  opportunityId: string;
  engagement: string;
  area: string;
  role: string;
  workloads: string;
  customerContact: string;
  customerEmail: string;
  customerTitle: string;
  partnerContact: string;
  partnerEmail: string;
  partnerTitle: string;
  isRecognitionOnly: boolean;
  proof: (typeof PROOF_KINDS)[number] | '';
  proofDate: Day | null;
  workloadConfirmed: Day | null;
  expires: Day | null;
  status: CustomerClaimStatus;
  statusSince: Day | null;
  comments: string;
  note: string;
}

/** What to know about an association, most urgent first. */
export function cporFindings(claim: Cpor, asOf: Day): Finding[] {
  const clock = clockOf(claim.status, claim.statusSince);
  const idProblem = customerIdProblem(claim.customerIdType, claim.customerId);
  const open = isWithPartner(claim.status);
  const missing = open ? MUST_HAVE.flatMap(([field, name]) => (claim[field] === '' ? [name] : [])) : [];
  const emails = [
    ['customer', claim.customerEmail],
    ['partner', claim.partnerEmail],
  ] as const;
  return [
    ...(clock ? [warning(clock.threat)] : []),
    ...(idProblem ? [warning(idProblem)] : []),
    ...emails.flatMap(([who, text]) => (text === '' || isEmail(text) ? [] : [warning(`"${text}" isn't an email address of the ${who}.`)])),
    ...(claim.isRecognitionOnly ? [warning('Recognition only gives the incentive up: this association pays nothing.')] : []),
    ...(claim.isVariable && claim.opportunityId === '' ? [warning('Pay is variable, so the association needs an opportunity ID.')] : []),
    ...(claim.expires !== null && claim.expires < asOf ? [warning('The claim expiry has passed.')] : []),
    ...(claim.proof === '' && open ? [note('Proof is needed: a wet or digital signature, or a signed statement of work.')] : []),
    ...(missing.length > 0 ? [note(`Not entered yet: ${missing.join(', ')}.`)] : []),
  ];
}

const MUST_HAVE: readonly (readonly [keyof Cpor, string])[] = [
  ['name', 'claim name'],
  ['partnerId', 'Partner ID'],
  ['customerId', 'customer ID'],
  ['workloads', 'workloads'],
  ['customerContact', 'customer contact'],
  ['partnerContact', 'partner contact'],
];
