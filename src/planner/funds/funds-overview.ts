import type { WorkbookRules } from '../../cells/workbook-rules';
import { balanceOf, type FundBalance } from '../../domain/balance/balance';
import type { Day } from '../../domain/calendar/day';
import type { Stage } from '../../domain/calendar/deadlines';
import { comparableId } from '../../domain/earnings/partner-id';
import { fundKey } from '../../domain/funds/fund';
import type { Cents } from '../../domain/money/money';
import { capsIn } from '../activities/caps-in';
import type { PlanningRead } from '../store/planning-store';
import type { FundView, HalfOfFunds } from './funds-view';

/** A fund in the overview. */
export interface OverviewRow {
  fund: FundView;
  /** Its program if its Partner ID has another fund in the same half; else ''. */
  program: string;
  /** The stage of its half, in words. */
  stage: string;
  /** In the order of OVERVIEW_AMOUNTS; null is unknown. */
  amounts: readonly (Cents | null)[];
  /** What activities and claims exceed it by. */
  over: Cents;
  lapsed: Cents;
  /** The next day by which something has to be done; null if there is none. */
  deadline: { what: string; day: Day } | null;
}

/** A half in the overview. */
export interface OverviewHalf {
  half: HalfOfFunds;
  rows: readonly OverviewRow[];
  /** Funds of it that aren't listed because they have no co-op and nothing is planned or claimed. */
  empty: number;
}

/** The names of the amounts. The last four and what has lapsed add up to what is above the threshold, unless they exceed it. */
export const OVERVIEW_AMOUNTS = [
  'Co-op',
  'Above threshold',
  'Usable now',
  'Planned, not claimed',
  'Claimed, not paid',
  'Paid',
  'Left',
] as const;

/** The funds by half with the amounts of their cards, in Funds and in Balance. What activities and claims use may be unknown. */
export function fundsOverview(halves: readonly HalfOfFunds[], read: PlanningRead, book: WorkbookRules, asOf: Day): OverviewHalf[] {
  const [activities, claims] = [read.activities.map(({ value }) => value), read.claims.map(({ value }) => value)];
  const capOf = capsIn(book);
  const known = read.hasUnknownAmounts ? [] : read.funds;
  const balances = new Map(known.map((fund) => [fundKey(fund), balanceOf(fund, activities, claims, asOf, capOf)]));
  return halves.map((half) => {
    const rows = half.funds.map((fund) => rowOf(fund, half, balances.get(fundKey(fund)) ?? null));
    const listed = rows.filter(({ fund, amounts, over }) => fund.skipped > 0 || over > 0 || amounts.some((amount) => (amount ?? 0) !== 0));
    return { half, rows: listed, empty: rows.length - listed.length };
  });
}

function rowOf(fund: FundView, { funds }: HalfOfFunds, balance: FundBalance | null): OverviewRow {
  const ofPartner = funds.filter(({ partnerId }) => comparableId(partnerId) === comparableId(fund.partnerId));
  const used: (Cents | null)[] = balance
    ? [balance.planned + balance.committed + balance.spent, balance.claimed + balance.approved, balance.paid, balance.free]
    : [null, null, null, null];
  return {
    fund,
    program: ofPartner.length > 1 ? fund.program : '',
    stage: STAGES[fund.stage],
    amounts: [fund.coop, fund.usable, fund.usableNow, ...used],
    over: balance?.over ?? 0,
    lapsed: balance?.lapsed ?? 0,
    deadline: deadlineOf(fund),
  };
}

const STAGES: Record<Stage, string> = {
  'not begun': 'Not begun',
  earning: 'Being earned',
  usage: 'Usage period',
  'claim only': 'Claims only',
  'resolution only': 'Open claims only',
  closed: 'Closed',
};

/** Co-op that converts to rebate has nothing to be done by. */
function deadlineOf({ stage, status, coop, usageEnd, claimDeadline, resolutionDeadline }: FundView): OverviewRow['deadline'] {
  if (stage === 'closed' || status === 'converted' || coop <= 0) return null;
  if (stage === 'resolution only') return { what: 'Resolve by', day: resolutionDeadline };
  return stage === 'claim only' ? { what: 'Claim by', day: claimDeadline } : { what: 'Use by', day: usageEnd };
}
