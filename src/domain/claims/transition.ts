import { CLOSING_TIME, type ClaimDays } from '../calendar/deadlines';
import type { Claim, ClaimStatus, HistoryEvent } from './claim';
import { inSentence, movesFrom } from './claim-status';
import { formatDay, type Day } from '../calendar/day';
import { list } from '../text/list';
import { formatIn } from '../money/currency';

/** The facts of a status change: its day, the as-of date, the instant it is recorded, and the amount or note. */
export interface MoveFacts {
  on: Day;
  asOf: Day;
  /** UTC, yyyy-mm-ddThh:mm:ssZ */
  at: string;
  days: ClaimDays;
  /** Hundredths of the claim's currency: what was approved, or paid. */
  amount?: number | null;
  note?: string;
}

/** A claim with its new status and the history entry, or why the change is refused. */
export type Moved = { claim: Claim; entry: HistoryEvent } | { refusal: string };

/**
 * Changes a claim's status on a day. A change that Partner Center doesn't allow, or that its dates don't allow, is
 * refused. The amount paid may differ from the amount approved, because the bank profile has its own currency.
 */
export function transition(claim: Claim, to: ClaimStatus, facts: MoveFacts): Moved {
  const refusal = refusalOf(claim, to, facts);
  if (refusal !== null) return { refusal };
  const moved = { ...claim, status: to, since: facts.on, ...fieldsSetBy(claim, to, facts) };
  const entry: HistoryEvent = {
    at: facts.at,
    subject: claim.id,
    what: 'status',
    from: claim.status,
    to,
    where: 'pane',
    note: [`On ${facts.on}.`, amountSaid(moved), facts.note?.trim()].filter(Boolean).join(' '),
  };
  return { claim: moved, entry };
}

/** The amount of a status, for the history, since the claim's cells may change later. */
function amountSaid({ status, amount, approved, paid, currency }: Claim): string | null {
  const said = status === 'submitted' ? amount : status === 'approved' ? approved : status === 'paid' ? paid : null;
  return said === null ? null : `${formatIn(said, currency)} ${status === 'submitted' ? 'claimed' : status}.`;
}

function refusalOf(
  { status, since, currency, amount: claimed }: Claim,
  to: ClaimStatus,
  { on, asOf, days, amount = null }: MoveFacts,
): string | null {
  const possible = movesFrom(status);
  if (!possible.includes(to)) {
    const next = possible.length === 0 ? 'this status is final.' : `it can become ${list(possible, 'or')}.`;
    return `A claim that is ${inSentence(status)} can't become ${inSentence(to)}: ${next}`;
  }
  if (on > asOf)
    return `${formatDay(on)} is after the as-of date, ${formatDay(asOf)}. Enter the day it happened, or change the as-of date.`;
  if (since !== null && on < since) return `${formatDay(on)} is before ${formatDay(since)}, when the claim became ${inSentence(status)}.`;
  if (to === 'submitted' && status === 'editing' && on > days.claimDeadline) {
    return `The claim deadline was ${formatDay(days.claimDeadline)}, ${CLOSING_TIME}. On ${formatDay(on)} it has passed, weekend or not. Unclaimed funds are forfeited.`;
  }
  if (to === 'submitted' && on > days.resolutionDeadline) {
    return `The resolution deadline was ${formatDay(days.resolutionDeadline)}, ${CLOSING_TIME}. A claim that still needs action on ${formatDay(on)} is non-compliant and isn't paid.`;
  }
  if (to === 'forfeited' && status === 'editing' && on <= days.claimDeadline) {
    return `Nothing is forfeited until the claim deadline, ${formatDay(days.claimDeadline)}, has passed.`;
  }
  if ((to === 'non-compliant' || to === 'forfeited') && status !== 'editing' && on <= days.resolutionDeadline) {
    return `A claim becomes ${inSentence(to)} only after the resolution deadline, ${formatDay(days.resolutionDeadline)}.`;
  }
  if (to === 'disputed' && on > days.resolutionDeadline) {
    return `The resolution deadline, ${formatDay(days.resolutionDeadline)}, has passed. A rejected claim is forfeited.`;
  }
  if ((amount ?? 0) < 0) return "An amount can't be below zero.";
  if (to === 'approved' && amount !== null && claimed !== null && amount > claimed) {
    return `${formatIn(amount, currency)} is more than the ${formatIn(claimed, currency)} claimed. An approved amount can't exceed the claim.`;
  }
  return null;
}

/** The fields that a status change fills in. An answer after a dispute keeps the day of the dispute. */
function fieldsSetBy(claim: Claim, to: ClaimStatus, { on, amount = null }: MoveFacts): Partial<Claim> {
  switch (to) {
    case 'submitted':
      // a resubmission answers the reviewer; the claim deadline was met by the first
      return { submittedOn: claim.submittedOn ?? on };
    case 'approved':
      return { approvedOn: on, approved: amount ?? claim.amount };
    case 'paid':
      return { paidOn: on, paid: amount ?? claim.approved ?? claim.amount };
    case 'disputed':
      return { disputedOn: on };
    default:
      return {};
  }
}
