import type { Activity } from '../activities/activity';
import type { Claim, ClaimLine } from './claim';
import { claimName } from './claim-name';
import { proofFor, type ProofRequirements } from './proof-checklist';
import { coopPart, expectedCost } from '../activities/activity-cost';
import type { Cents } from '../money/money';
import { fromUsd, inUsd, rateOf } from '../money/currency';

/** The data of a new claim that doesn't come from its activity. */
export interface ClaimStart {
  /** Null if the guidebook doesn't list the activity: the checklist then has only what every claim needs. */
  requirements: ProofRequirements | null;
  evidence: Claim['evidence'];
  /** Values from the last claim of that Partner ID. */
  last: LastClaim;
  /** The user's low-dollar limit, below which no proof is submitted; null if not entered. */
  lowDollar: Cents | null;
  /** The most that may be claimed, in US dollars; null for no limit. */
  most: Cents | null;
  newId: (prefix: 'C' | 'L' | 'P') => string;
}

/** The fields a Partner ID's claims have in common; '' if none has a value. */
export type LastClaim = Pick<Claim, 'fundCategory' | 'fundingPool' | 'solutionAreas'>;

/**
 * The latest values in the claims of a fund's Partner ID, field by field; claims are in the order they were started. Category and
 * pool come from the same program, since each program has its own.
 */
export function lastClaimOf(fund: Claim['fund'], claims: readonly Claim[]): LastClaim {
  const ofPartner = claims.filter((claim) => fund !== null && claim.fund?.partnerId === fund.partnerId);
  const ofProgram = ofPartner.filter((claim) => claim.fund?.programKey === fund?.programKey);
  const last = (field: keyof LastClaim, among: readonly Claim[]): string =>
    among.filter((claim) => claim[field] !== '').at(-1)?.[field] ?? '';
  return {
    fundCategory: last('fundCategory', ofProgram),
    fundingPool: last('fundingPool', ofProgram),
    solutionAreas: last('solutionAreas', ofPartner),
  };
}

/** A claim on an activity, filled in from it. It claims the co-op share, as far as it may be claimed; its documents show the whole cost. */
export function claimFromActivity(activity: Activity, { requirements, evidence, last, lowDollar, most, newId }: ClaimStart): Claim {
  const { fund, start, end, currency } = activity;
  const share = coopPart(expectedCost(activity), activity);
  const isOver = most !== null && share !== null && (inUsd(share, activity) ?? 0) > most;
  const amount = isOver ? fromUsd(most, activity) : share;
  const lastDay = end ?? start;
  const usd = amount === null ? null : inUsd(amount, activity);
  const asked = requirements ?? EVERY_CLAIM;
  const shownBy = asked.invoice === 'third-party invoice or CSR' ? evidence : 'invoice';
  return {
    id: newId('C'),
    name: claimName({ activity: activity.activity, end: lastDay, evidence: shownBy, lines: [] }),
    activityId: activity.id,
    activity: activity.activity,
    fund,
    fundCategory: last.fundCategory,
    solutionAreas: activity.solutionArea || last.solutionAreas,
    start,
    end: lastDay,
    currency: currency === '' ? 'USD' : currency,
    // a claim keeps the rate it began with
    rate: rateOf(activity),
    amount,
    evidence: shownBy,
    hasNonMicrosoft: null,
    isAgreed: false,
    isLowDollar: lowDollar !== null && usd !== null && usd < lowDollar,
    otherProgramShare: null,
    status: 'editing',
    since: null,
    submittedOn: null,
    approvedOn: null,
    approved: null,
    paidOn: null,
    paid: null,
    disputedOn: null,
    notes: activity.description,
    claimNumber: '',
    claimLink: '',
    paymentReference: '',
    fundingPool: last.fundingPool,
    claimExpires: null,
    lines: shownBy === 'CSR' ? csrLinesFrom(activity, newId) : [],
    proof: proofFor(asked, () => newId('P')),
  };
}

/** The lines of a CSR from an activity's expenses, each with its actual cost or else its budget. */
export function csrLinesFrom({ expenses }: Pick<Activity, 'expenses'>, newId: ClaimStart['newId']): ClaimLine[] {
  return expenses.map(({ type, budget, actual, note }) => ({
    id: newId('L'),
    kind: 'CSR',
    number: '',
    type,
    amount: actual ?? budget,
    isThirdParty: false,
    note,
  }));
}

/** What every claim needs. */
const EVERY_CLAIM: ProofRequirements = {
  invoice: 'third-party invoice or CSR',
  core: [],
  communication: ['Copy or screenshots of what was made or done'],
  metrics: ['Summary of results'],
  visible: [],
};
