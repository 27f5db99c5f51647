import type { Day } from '../calendar/day';
import { formatUsdOrDash, type Cents } from '../money/money';
import type { Finding } from '../finding';
import { note, warning } from '../new-finding';
import { clockOf, customerIdProblem, isWithPartner, type CustomerClaimStatus, type CustomerIdType } from './customer-claim';

/** How far the final proof of an engagement is. */
export const FINAL_PROOF_STATES = ['open', 'sent', 'accepted'] as const;

/** Reasons that Partner Center's list shows for an engagement that can't be claimed. */
export const INELIGIBLE_REASONS = [
  'Invalid customer ID type',
  'Engagement closed to new claims',
  'Your location ID is not eligible',
] as const;

/** A claim for partner-led funding. It is no co-op. Null and '' mean not entered. */
export interface Funding {
  id: string;
  engagement: string;
  name: string;
  partnerId: string;
  customer: string;
  customerIdType: CustomerIdType | '';
  customerId: string;
  requested: Cents | null;
  approved: Cents | null;
  hasEstimate: boolean | null;
  hasSurvey: boolean | null;
  finalProof: (typeof FINAL_PROOF_STATES)[number];
  reason: string;
  status: CustomerClaimStatus;
  statusSince: Day | null;
  comments: string;
  note: string;
}

/** Whether an engagement needs an estimate of the Azure pricing calculator. */
const needsEstimate = (engagement: string): boolean => /^AMM\b/i.test(engagement.trim());

/** What to know about a claim for partner-led funding, most urgent first. */
export function fundingFindings(claim: Funding): Finding[] {
  const clock = clockOf(claim.status, claim.statusSince);
  const idProblem = customerIdProblem(claim.customerIdType, claim.customerId);
  const open = isWithPartner(claim.status);
  return [
    ...(clock ? [warning(clock.threat)] : []),
    ...(claim.reason !== '' ? [warning(`Partner Center gives a reason why it isn't eligible: ${claim.reason}.`)] : []),
    ...(idProblem ? [warning(idProblem)] : []),
    ...(claim.requested !== null && claim.approved !== null && claim.approved > claim.requested
      ? [warning('More is approved than was requested. Check both amounts.')]
      : []),
    ...(claim.finalProof !== 'accepted' ? [note('Not approved until the final proof is accepted.')] : []),
    ...(open && needsEstimate(claim.engagement) && claim.hasEstimate !== true
      ? [note('AMM needs an estimate of the Azure pricing calculator.')]
      : []),
    ...(open && claim.hasSurvey !== true ? [note('The customer survey is needed.')] : []),
  ];
}

/** A caveat to send to the customer. */
export const customerCaveat = ({ engagement, requested }: Pick<Funding, 'engagement' | 'requested'>): string =>
  `We have applied for Microsoft funding${requested === null ? '' : ` of ${formatUsdOrDash(requested)}`} for ${engagement || 'this project'}. ` +
  `Microsoft decides, and nothing is approved until it accepts the final proof of the work. Until then, please plan as if the project had no funding. ` +
  `Microsoft will also send you a survey; the funding depends on your answer to it.`;
