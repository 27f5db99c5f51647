import type { Book } from '../../../cells/book';
import type { Activity, Fund } from '../../../domain/activity';
import { earningHalfFor, retention, type Retention } from '../../../domain/claim';
import { claimLimit, findingsOnAmount, type ClaimBounds, type ClaimLimit } from '../../../domain/claim-amount';
import { claimDays, clockOf, disputeAnsweredBy, paymentSpan, reviewSpan, type AnswerTimes, type ClaimDays, type Clock, type Span } from '../../../domain/claim-clock';
import { findingsOnDates } from '../../../domain/claim-dates';
import type { ClaimFinding } from '../../../domain/claim-finding';
import type { Claim, ClaimStatus } from '../../../domain/claim-kept';
import { findingsOnProof, readinessOf, type Readiness } from '../../../domain/claim-readiness';
import type { ClaimSheet } from '../../../domain/claim-sheet';
import { isAlive, lockedBecause, statusOn } from '../../../domain/claim-status';
import type { Day } from '../../../domain/day';
import { isSameFund } from '../../../domain/fund-name';
import type { CapRule } from '../../../domain/plan';
import { Problem } from '../../../domain/problem';
import { sheetOn } from '../../../rulebook/activity-open';
import { ANSWER_TIMES, MUST_BE_VISIBLE } from '../../../rulebook/claiming';
import { findActivity, findProgram } from '../../../rulebook/rules-on';
import type { PlanningRead } from '../../planning/planning-store';

/** Everything the screen shows of a claim on a day, besides what it holds itself. */
export interface ClaimView {
  claim: Claim;
  /** By what was recorded and by the dates. */
  status: ClaimStatus;
  /** Null where neither its fund nor its activity's days say which they are. */
  days: ClaimDays | null;
  times: AnswerTimes;
  clock: Clock | null;
  sheet: ClaimSheet | null;
  activity: Activity | null;
  fund: Fund | null;
  limit: ClaimLimit | null;
  findings: readonly ClaimFinding[];
  readiness: Readiness;
  locked: string | null;
  review: Span | null;
  disputeBy: Day | null;
  payment: (Span & { atLatest: Day }) | null;
  keep: Retention | null;
}

/** What the screen shows of a claim. */
export function viewOf(claim: Claim, read: PlanningRead, book: Book, asOf: Day): ClaimView {
  const rules = book.rulesOn(claim.end ?? claim.start ?? asOf);
  const deadlines = rules.deadlines().value;
  const times = { ...ANSWER_TIMES, reviewDays: read.settings.reviewDays };
  const fund = read.funds.find((one) => claim.fund !== null && isSameFund(one, claim.fund)) ?? null;
  const half = claim.fund?.half ?? (claim.end === null ? null : earningHalfFor(claim.end));
  const days = half && claimDays(half, deadlines);
  const activity = read.activities.find(({ value }) => value.id === claim.activityId && claim.activityId !== '')?.value ?? null;
  const sheet = sheetOf(claim.activity, claim.start ?? asOf, book);
  const bounds: ClaimBounds = {
    usable: fund && (fund.usable ?? fund.earned),
    earned: fund && fund.earned,
    cap: capOf(claim, book, asOf),
    attendees: activity?.attendees ?? null,
    others: read.claims.map(({ value }) => value).filter(({ id }) => id !== claim.id),
  };
  const status = days ? statusOn(claim, asOf, days) : claim.status;
  const approvedOn = claim.approvedOn;
  return {
    claim,
    status,
    days,
    times,
    clock: days && status === claim.status ? clockOf(claim, asOf, days, times, rules.payment().value) : null,
    sheet,
    activity,
    fund,
    limit: claimLimit(claim, bounds),
    findings: isAlive(claim.status)
      ? [...(days ? findingsOnDates(claim, days, asOf) : []), ...findingsOnAmount(claim, bounds), ...findingsOnProof(claim, sheet)]
      : [],
    readiness: readinessOf(claim, sheet),
    locked: lockedBecause({ ...claim, status }),
    review: claim.status === 'submitted' || claim.status === 'under review' ? reviewSpan(claim.since ?? claim.submittedOn ?? asOf, times) : null,
    disputeBy: claim.status === 'disputed' ? disputeAnsweredBy(claim.disputedOn ?? claim.since ?? asOf, times) : null,
    payment: approvedOn === null ? null : paymentSpan(approvedOn, book.rulesOn(approvedOn).payment().value, times),
    keep: claim.end === null ? null : retention(claim.end, deadlines),
  };
}

/** What the guidebook of a day asks of an activity; null where it does not list it. */
export function sheetOf(name: string, day: Day, book: Book): ClaimSheet | null {
  return known(() => {
    const sheet = sheetOn(day, findActivity(name), book.rulesOn(day));
    return (
      sheet && {
        category: sheet.category,
        invoice: sheet.invoice,
        core: sheet.core,
        communication: sheet.communication,
        metrics: sheet.metrics,
        visible: MUST_BE_VISIBLE,
        expenses: sheet.expenses,
        preApproval: sheet.preApproval,
        isAllOrNothing: sheet.allOrNothing ?? false,
        isSourced: sheet.sourced,
      }
    );
  });
}

function capOf({ activity, fund, start }: Claim, book: Book, asOf: Day): CapRule {
  const cap = fund && known(() => book.rulesOn(start ?? asOf).cap(findActivity(activity), findProgram(fund.program)).value);
  return cap ?? { kind: 'none' };
}

/** An answer, or null where a name or a day is none the rulebook holds. */
function known<T>(ask: () => T | null): T | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}
