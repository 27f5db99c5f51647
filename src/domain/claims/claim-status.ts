import type { ClaimDays } from '../calendar/deadlines';
import type { Claim, ClaimStatus } from './claim';
import type { Day } from '../calendar/day';

/** The traits of a status. */
interface StatusTraits {
  /** Its name in Partner Center and the guides. */
  name: string;
  /** The statuses a claim can go to from it. */
  next: readonly ClaimStatus[];
  /** Whether its fields can be edited: now, when Microsoft requires action, or never again. */
  editing: 'open' | 'on request' | 'closed';
  /** Whose turn it is while no deadline is running. */
  turn: 'preparation' | 'Microsoft' | 'finished';
  /** Whether it still uses money of its fund. */
  isActive: boolean;
  /** What it becomes once a deadline has passed. */
  lapses?: { after: 'claimDeadline' | 'resolutionDeadline'; to: ClaimStatus };
}

/** The one table of statuses. Between submitted and an answer, "under review" is often too short to be seen. */
const STATUSES: Record<ClaimStatus, StatusTraits> = {
  editing: {
    name: 'Editing',
    next: ['submitted', 'forfeited'],
    editing: 'open',
    turn: 'preparation',
    isActive: true,
    lapses: { after: 'claimDeadline', to: 'forfeited' },
  },
  submitted: {
    name: 'Submitted',
    next: ['under review', 'action required', 'approved', 'rejected'],
    editing: 'on request',
    turn: 'Microsoft',
    isActive: true,
  },
  'under review': {
    name: 'Under review',
    next: ['action required', 'approved', 'rejected'],
    editing: 'on request',
    turn: 'Microsoft',
    isActive: true,
  },
  'action required': {
    name: 'Action required',
    next: ['submitted', 'non-compliant'],
    editing: 'open',
    turn: 'preparation',
    isActive: true,
    lapses: { after: 'resolutionDeadline', to: 'non-compliant' },
  },
  // Microsoft's review of a dispute ends in one of these three
  disputed: {
    name: 'Disputed',
    next: ['approved', 'rejected', 'action required'],
    editing: 'on request',
    turn: 'Microsoft',
    isActive: true,
  },
  approved: { name: 'Approved', next: ['paid'], editing: 'closed', turn: 'Microsoft', isActive: true },
  // no deadline: its activity has another claim
  rejected: {
    name: 'Rejected',
    next: ['disputed', 'forfeited'],
    editing: 'closed',
    turn: 'finished',
    isActive: false,
    lapses: { after: 'resolutionDeadline', to: 'forfeited' },
  },
  paid: { name: 'Paid', next: [], editing: 'closed', turn: 'finished', isActive: true },
  'non-compliant': { name: 'Non-compliant', next: [], editing: 'closed', turn: 'finished', isActive: false },
  forfeited: { name: 'Forfeited', next: [], editing: 'closed', turn: 'finished', isActive: false },
};

/** The traits of a status. */
export const traitsOf = (status: ClaimStatus): StatusTraits => STATUSES[status];

/** Where a claim can go from a status. */
export const movesFrom = (status: ClaimStatus): readonly ClaimStatus[] => STATUSES[status].next;

/** A status by its name in Partner Center and the guides. */
export const statusName = (status: ClaimStatus): string => STATUSES[status].name;

/** Whether Microsoft has a claim, and may have decided or paid it; a failed one has to be made again. */
export const isSubmitted = (status: ClaimStatus): boolean => isActive(status) && status !== 'editing';

/** Whether a claim still uses money of its fund; a failed claim releases it. */
export const isActive = (status: ClaimStatus): boolean => STATUSES[status].isActive;

/**
 * The status a claim has by its dates, or null if they change nothing: unsubmitted money is forfeited after the claim
 * deadline, a claim that waits for its partner is non-compliant after the resolution deadline, and a rejected one is
 * can't be disputed then. A claim that waits for Microsoft isn't the partner's omission and keeps its status.
 */
export function statusByDates({ status }: Pick<Claim, 'status'>, asOf: Day, days: ClaimDays): ClaimStatus | null {
  const { lapses } = STATUSES[status];
  return lapses && asOf > days[lapses.after] ? lapses.to : null;
}

/** The status of a claim on a day, as recorded and by its dates. */
export const statusOn = (claim: Pick<Claim, 'status'>, asOf: Day, days: ClaimDays): ClaimStatus =>
  statusByDates(claim, asOf, days) ?? claim.status;

/** Why the fields of a claim can no longer be changed, or null while they can. */
export function lockReason({ status, isLowDollar }: Pick<Claim, 'status' | 'isLowDollar'>): string | null {
  const { editing } = STATUSES[status];
  if (editing === 'open') return null;
  if (isLowDollar && (status === 'submitted' || status === 'under review'))
    return "A low-dollar claim is submitted when it's created and can't be edited anymore.";
  if (status === 'rejected') return "The claim is rejected and can't be edited. Dispute it, or create a new claim while claims are open.";
  return `The claim is ${inSentence(status)}. ${editing === 'closed' ? "It can't be edited anymore." : 'It can be edited again only if Microsoft asks for action.'}`;
}

/** Within a sentence: under review, non-compliant. */
export const inSentence = (status: ClaimStatus): string => (status === 'editing' ? 'still being edited' : status);
