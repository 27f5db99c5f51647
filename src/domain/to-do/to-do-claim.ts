import { plural } from '../text/plural';
import { disputeAnsweredBy, paymentSpan, reviewBegun, reviewSpan } from '../claims/next-deadline';
import type { Claim } from '../claims/claim';
import { isActive, statusName, statusByDates } from '../claims/claim-status';
import { formatDay, type Day } from '../calendar/day';
import { formatUsd, type Cents } from '../money/money';
import { submit } from './to-do-activity';
import { isSoon, type FundView, type ToDo } from './to-do-item';

/** The next thing to do for a claim that uses money of its fund; null while it is Microsoft's turn and nothing is overdue. */
export function nextForClaim(claim: Claim, amount: Cents, view: FundView): ToDo | null {
  const { fund, asOf, rules } = view;
  const name = `"${claim.name || claim.activity}"`;
  const toDo = (due: Day, what: string, why: string, atRisk = amount): ToDo => ({
    due,
    what,
    why,
    atRisk,
    opens: { screen: 'claims', id: claim.id },
  });
  const since = claim.since ?? asOf;
  switch (claim.status) {
    case 'editing':
      return submit(claim, claim.end ?? claim.start, amount, view);
    case 'action required':
      return toDo(
        fund.resolutionDeadline,
        `Respond to Microsoft about ${name}, and resubmit it`,
        `It needs action. If it still does after ${formatDay(fund.resolutionDeadline)}, it's non-compliant and isn't paid.`,
      );
    case 'submitted':
    case 'under review': {
      const begun = reviewBegun(claim) ?? asOf;
      const { from, to } = reviewSpan(begun, rules.times);
      const was = begun !== claim.submittedOn && claim.status === 'under review' ? "It's been under review since" : 'It was submitted on';
      const isLate = asOf > to;
      if (isLate || isSoon(fund.resolutionDeadline, asOf)) {
        return toDo(
          isLate ? to : asOf >= from ? from : fund.resolutionDeadline,
          `Ask Microsoft about ${name}`,
          `${was} ${formatDay(begun)} and isn't decided. Reviews take up to ${rules.times.reviewDays} days, and claims are resolved by ${formatDay(fund.resolutionDeadline)}.`,
          atRiskUntil(fund.resolutionDeadline, asOf, amount),
        );
      }
      if (claim.status === 'under review' || asOf < from) return null;
      return toDo(
        from,
        `Check for a decision on ${name}`,
        `${was} ${formatDay(begun)}. Microsoft says it reviews claims within ${plural(rules.times.reviewBusinessDays, 'business day')}, by ${formatDay(from)}. Record the status that Partner Center shows.`,
        0,
      );
    }
    case 'disputed': {
      const by = disputeAnsweredBy(claim.disputedOn ?? since, rules.times);
      if (by >= asOf && !isSoon(fund.resolutionDeadline, asOf)) return null;
      return toDo(
        asOf > by ? by : fund.resolutionDeadline,
        `Ask Microsoft about the dispute of ${name}`,
        `Disputes are answered within ${rules.times.disputeBusinessDays} business days, by ${formatDay(by)}. Claims are resolved by ${formatDay(fund.resolutionDeadline)}.`,
        atRiskUntil(fund.resolutionDeadline, asOf, amount),
      );
    }
    case 'approved': {
      const approved = claim.approvedOn ?? since;
      const { to, atLatest } = paymentSpan(approved, rules.payment, rules.times);
      if (to >= asOf) return null;
      return toDo(
        atLatest,
        `Ask about the payment of ${name}`,
        `${amount > 0 ? formatUsd(amount) : 'It'} was approved on ${formatDay(approved)}, expected by ${formatDay(to)}, and isn't paid. Microsoft's outer limit is ${formatDay(atLatest)}.`,
        0,
      );
    }
    default:
      return null;
  }
}

/** The item to record the status that a claim has by its dates; null if it is recorded. */
export function recordEnd(claim: Claim, { fund, asOf }: FundView): ToDo | null {
  const ended = statusByDates(claim, asOf, fund);
  if (ended === null) return null;
  const day = claim.status === 'editing' ? fund.claimDeadline : fund.resolutionDeadline;
  return {
    due: null,
    what: `Record that the claim "${claim.name || claim.activity}" is ${ended}`,
    why: `It's still ${statusName(claim.status)}, and ${formatDay(day)} has passed.`,
    atRisk: 0,
    opens: { screen: 'claims', id: claim.id },
  };
}

/** A claim rejected too late to be replaced can still be disputed until its deadline; its amount is no longer in the balance. */
export function mayDispute(claim: Claim, claims: readonly Claim[], { fund, asOf }: FundView): ToDo | null {
  if (claim.status !== 'rejected' || asOf <= fund.claimDeadline) return null;
  if (claims.some(({ activityId, status }) => activityId !== '' && activityId === claim.activityId && isActive(status))) return null;
  return {
    due: fund.resolutionDeadline,
    what: `Dispute "${claim.name || claim.activity}" if it was rejected in error`,
    why: `Claims are closed, so you can't create it again. A dispute must be resolved by ${formatDay(fund.resolutionDeadline)}.`,
    atRisk: 0,
    opens: { screen: 'claims', id: claim.id },
  };
}

const atRiskUntil = (day: Day, asOf: Day, amount: Cents): Cents => (asOf > day ? 0 : amount);
