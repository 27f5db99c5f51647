import type { Activity } from '../activities/activity';
import { formatDay, type Day } from '../calendar/day';
import { firstDay, lastDay } from '../calendar/half';
import type { Claim } from '../claims/claim';
import type { Fund } from '../funds/fund';
import { sumOf, type Cents } from '../money/money';
import { compareText } from '../text/compare';
import { balanceOf, type FundBalance } from './balance';
import { NO_CAPS, type CapOf, type CountedAs, type FundUsage } from './fund-usage';

/** The kinds of lines, in the order of a statement. Except for the first four, their sums are the fund's balance. */
export const STATEMENT_ENTRIES = [
  'Opening',
  'Earned',
  'Below threshold',
  'Converted',
  'Planned',
  'Committed',
  'Spent',
  'Claimed',
  'Approved',
  'Paid',
  'Lapsed',
] as const;

/** A line of a fund's statement. */
export interface StatementLine {
  entry: (typeof STATEMENT_ENTRIES)[number];
  /** Null if none was entered. */
  day: Day | null;
  what: string;
  /** Where it comes from: a report, the plan, a claim. */
  source: string;
  /** What it adds to the fund, in US dollars; null if the amount or its rate isn't known. */
  amount: Cents | null;
}

/** A fund's money line by line. The lines add up to the closing balance. */
export interface FundStatement {
  lines: readonly StatementLine[];
  /** What is free; below zero, what exceeds the fund. */
  closing: Cents;
  balance: FundBalance;
}

/** What a statement needs to know of the fund's earnings. */
export interface StatementEarnings {
  /** Lines that add up to what the fund earned. */
  earned: readonly Omit<StatementLine, 'entry'>[];
  /** What converts to rebate; null while that isn't known. */
  converted: Cents | null;
  /** The approximate day it is paid. */
  paidAbout: Day | null;
}

/** The statement of a fund on a day: the amounts of its balance, with the day and the source of each. */
export function statementOf(
  fund: Fund,
  { earned, converted, paidAbout }: StatementEarnings,
  activities: readonly Activity[],
  claims: readonly Claim[],
  asOf: Day,
  capOf: CapOf = NO_CAPS,
): FundStatement {
  const balance = balanceOf(fund, activities, claims, asOf, capOf);
  const unusable = sumOf(earned, ({ amount }) => amount) - balance.usable;
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const usage = balance.counted
    .map((money) => usageLine(money, claimById.get(money.claimId ?? '') ?? null))
    // those without a day come last
    .sort((a, b) => STATEMENT_ENTRIES.indexOf(a.entry) - STATEMENT_ENTRIES.indexOf(b.entry) || compareText(a.day ?? '9', b.day ?? '9'));
  const lines: StatementLine[] = [
    { entry: 'Opening', day: firstDay(fund.half), what: 'A fund starts with its half', source: '', amount: 0 },
    ...earned.map((line): StatementLine => ({ entry: 'Earned', ...line })),
    ...(unusable === 0 ? [] : [unusableLine(fund, unusable, converted, paidAbout)]),
    ...usage,
    ...lapsedLines(fund, activities, claims, asOf, balance, capOf),
  ];
  return { lines, closing: balance.free - balance.over, balance };
}

function unusableLine({ half, usable }: Fund, amount: Cents, converted: Cents | null, paidAbout: Day | null): StatementLine {
  const line = { day: lastDay(half), source: 'Threshold rule', amount: -amount };
  if (converted === null)
    return { ...line, entry: 'Below threshold', what: usable === null ? 'Below zero, so nothing can be claimed' : 'Not decided yet' };
  return {
    ...line,
    entry: 'Converted',
    what: `Converts to rebate${paidAbout ? `; estimated payment ${formatDay(paidAbout)}` : ''}`,
  };
}

const ENTRY_OF = {
  planned: 'Planned',
  committed: 'Committed',
  spent: 'Spent',
  claimed: 'Claimed',
  approved: 'Approved',
  paid: 'Paid',
} as const satisfies Record<CountedAs, StatementLine['entry']>;

function usageLine({ as, plan, title, start, amount }: FundUsage, claim: Claim | null): StatementLine {
  return {
    entry: ENTRY_OF[as],
    day: claim ? dayOfClaim(claim, as) : as === 'spent' ? (plan?.end ?? start) : start,
    what: title,
    source: claim ? sourceOfClaim(claim, as) : `Plan${plan && plan.activity !== title ? `: ${plan.activity}` : ''}`,
    amount: amount === null || amount === 0 ? amount : -amount,
  };
}

function dayOfClaim(claim: Claim, as: CountedAs): Day | null {
  if (as === 'paid') return claim.paidOn ?? claim.since;
  if (as === 'approved') return claim.approvedOn ?? claim.since;
  return as === 'claimed' ? (claim.submittedOn ?? claim.since) : (claim.end ?? claim.start);
}

function sourceOfClaim({ claimNumber, name, id, paymentReference }: Claim, as: CountedAs): string {
  const claim = claimNumber.trim() === '' ? `Claim "${name.trim() || id}", no number yet` : `Claim ${claimNumber.trim()}`;
  return as === 'paid' && paymentReference.trim() !== '' ? `${claim}, payment ${paymentReference.trim()}` : claim;
}

/** What lapsed at the claim deadline, and what claims that still needed action lost at the resolution deadline. */
function lapsedLines(
  fund: Fund,
  activities: readonly Activity[],
  claims: readonly Claim[],
  asOf: Day,
  { lapsed }: FundBalance,
  capOf: CapOf,
): StatementLine[] {
  const { claimDeadline, resolutionDeadline } = fund;
  const unclaimed = asOf > resolutionDeadline ? balanceOf(fund, activities, claims, resolutionDeadline, capOf).lapsed : lapsed;
  const line = (day: Day, what: string, source: string, amount: Cents): StatementLine[] =>
    amount === 0 ? [] : [{ entry: 'Lapsed', day, what, source, amount: -amount }];
  return [
    ...line(claimDeadline, 'Not claimed by the claim deadline', 'Claim deadline', unclaimed),
    ...line(resolutionDeadline, 'Claims that still needed action', 'Resolution deadline', lapsed - unclaimed),
  ];
}
