import type { FundId } from '../funds/fund';
import type { Day } from '../calendar/day';
import type { Cents } from '../money/money';

/**
 * The statuses of a claim. Until it is submitted, Partner Center calls it Editing. Add a new status here first: the
 * compiler then asks for its traits (claim-status.ts), its place in the balance, and its color. Only nextDeadline and
 * checks/history.ts have a default to look at.
 */
export const CLAIM_STATUSES = [
  'editing',
  'submitted',
  'under review',
  'action required',
  'disputed',
  'approved',
  'rejected',
  'paid',
  'non-compliant',
  'forfeited',
] as const;

/** The status of a claim. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** An invoice, or an expense line of a CSR; the amount is in hundredths of the claim's currency. */
export interface ClaimLine {
  id: string;
  kind: 'invoice' | 'CSR';
  /** The invoice's number. */
  number: string;
  /** The eligible expense type. */
  type: string;
  amount: Cents;
  isThirdParty: boolean;
  note: string;
}

/** Whether a proof is there, still needed, or not needed for this claim. */
export type ProofState = 'open' | 'done' | 'not applicable';

/** An item of a claim's proof checklist. */
export interface ProofItem {
  id: string;
  kind: 'invoice or CSR' | 'communication' | 'metrics' | 'core requirements' | 'visible';
  requirement: string;
  state: ProofState;
  /** A file name or a link. */
  evidence: string;
}

/** A claim, from preparation to payment. Null and '' mean not entered. Amounts are hundredths of its currency. */
export interface Claim {
  id: string;
  /** As Partner Center shows it. */
  name: string;
  activityId: string;
  /** The activity's name, stored so that the claim is complete when the activity is gone. */
  activity: string;
  fund: FundId | null;
  /** Free text: sources disagree on the names. */
  fundCategory: string;
  solutionAreas: string;
  start: Day | null;
  end: Day | null;
  currency: string;
  /** US dollars per unit of the currency, entered by the user. */
  rate: number | null;
  amount: Cents | null;
  evidence: 'invoice' | 'CSR';
  /** The CSR's question: is a non-Microsoft product or device present? */
  hasNonMicrosoft: boolean | null;
  isAgreed: boolean;
  isLowDollar: boolean;
  /** The share of an event's cost that is claimed under another program, 0 to 1, as the proof must state. */
  otherProgramShare: number | null;
  status: ClaimStatus;
  /** Of the status. */
  since: Day | null;
  submittedOn: Day | null;
  approvedOn: Day | null;
  approved: Cents | null;
  paidOn: Day | null;
  paid: Cents | null;
  disputedOn: Day | null;
  notes: string;
  /** The number that Partner Center gives it. */
  claimNumber: string;
  /** Its page in Partner Center, as entered: any text, so it is opened only if `httpsLink` takes it. */
  claimLink: string;
  /** Of the payment, as the payout statement shows it. */
  paymentReference: string;
  /** As the portal shows it, next to the fund category. */
  fundingPool: string;
  /** The day Partner Center shows as its expiration. */
  claimExpires: Day | null;
  lines: readonly ClaimLine[];
  proof: readonly ProofItem[];
}

/** Something that happened to a claim or an activity, before it is in the history. */
export interface HistoryEvent {
  /** UTC, yyyy-mm-ddThh:mm:ssZ */
  at: string;
  /** The claim's or activity's ID. */
  subject: string;
  /** What happened: "status", or the column's name. */
  what: string;
  from: string;
  to: string;
  /** Where it was changed: the pane or the sheet. */
  where: 'pane' | 'sheet';
  note: string;
}

/** A dated entry of the history, which only grows. */
export interface HistoryEntry extends HistoryEvent {
  /** Who made the change, by the name in the settings; blank if no name was entered, or the change was made in the sheet. */
  who: string;
}

/** The note of an entry that undoes the one before. */
export const UNDONE = 'Undone.';

/** The lines that count. The others stay, for users who switch between invoices and a CSR. */
export const linesOf = ({ lines, evidence }: Pick<Claim, 'lines' | 'evidence'>): readonly ClaimLine[] =>
  lines.filter(({ kind }) => kind === evidence);
