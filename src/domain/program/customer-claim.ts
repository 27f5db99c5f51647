import { addDays, formatDay, type Day } from '../calendar/day';

/** The statuses of associations and of partner-led funding. The first two come before Partner Center's own, and none is one of co-op. */
export const CUSTOMER_CLAIM_STATUSES = [
  'Draft',
  'Upload POE',
  'Submitted',
  'Under review',
  'Partner action required',
  'Awaiting customer consent response',
  'Customer consent received',
  'Customer claimed',
  'Approved',
  'Disputed',
  'Rejected',
  'Rejected final',
  'Consent rejected',
  'Customer consent declined',
  'Customer consent expired',
  'Not submitted expired',
  'Post submission expired',
  'Disputed expired',
  'Canceled',
] as const;
export type CustomerClaimStatus = (typeof CUSTOMER_CLAIM_STATUSES)[number];

/** After these, nothing follows in Partner Center, so recording one is asked about. Any other may still follow here. */
const FINAL: ReadonlySet<CustomerClaimStatus> = new Set([
  'Approved',
  'Rejected final',
  'Consent rejected',
  'Customer consent declined',
  'Customer consent expired',
  'Not submitted expired',
  'Post submission expired',
  'Disputed expired',
  'Canceled',
]);
export const isFinalStatus = (status: CustomerClaimStatus): boolean => FINAL.has(status);

/** Before it is submitted, a claim can be edited. */
export const isBeforeSubmission = (status: CustomerClaimStatus): boolean => status === 'Draft' || status === 'Upload POE';

/** Whether it's the partner's turn. */
export const isWithPartner = (status: CustomerClaimStatus): boolean => isBeforeSubmission(status) || status === 'Partner action required';

/** Days until a claim without an answer is rejected, as a guide shows it. */
const DAYS_TO_ANSWER = 14;

/** The day to answer by, and what happens otherwise; null if Microsoft asks the partner for nothing. */
export function clockOf(status: CustomerClaimStatus, since: Day | null): { due: Day | null; threat: string } | null {
  if (status !== 'Partner action required') return null;
  const due = since && addDays(since, DAYS_TO_ANSWER);
  return {
    due,
    threat: due
      ? `Without a response by ${formatDay(due)}, 14 days after it was asked, Microsoft rejects the claim.`
      : 'Without a response in 14 days, Microsoft rejects the claim. Enter since when action is required.',
  };
}

/** How a customer is identified. */
export const CUSTOMER_ID_TYPES = ['domain', 'tenant ID', 'TPID'] as const;
export type CustomerIdType = (typeof CUSTOMER_ID_TYPES)[number];

/** What is wrong with a customer's ID; null if it has the form of its type, or isn't entered. */
export function customerIdProblem(type: CustomerIdType | '', id: string): string | null {
  const typed = id.trim();
  if (typed === '') return null;
  if (type === '') return 'Choose the type of the customer ID.';
  return FORM[type].test(typed) ? null : `"${typed}" isn't ${LOOKS[type]}.`;
}

const FORM: Record<CustomerIdType, RegExp> = {
  domain: /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/i,
  'tenant ID': /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  TPID: /^\d{1,12}$/,
};
const LOOKS: Record<CustomerIdType, string> = {
  domain: 'a domain, such as contoso.onmicrosoft.com',
  'tenant ID': 'a tenant ID: 32 letters a to f and digits in five groups',
  TPID: 'a TPID, which has digits only',
};

/** Whether a text can be an email address. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
