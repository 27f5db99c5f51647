import type { Activity } from '../activities/activity';
import type { Fund } from '../funds/fund';
import type { Claim } from '../claims/claim';
import { countedMoney, type CountedAs, type FundUsage } from './fund-usage';
import type { Day } from '../calendar/day';
import { sum, type Cents } from '../money/money';
import { allocate } from '../activities/caps';

/** Where the money of a fund is, in US dollars. Every cent is in one place: see BALANCE_MEANS. */
export interface FundMoney {
  usable: Cents;
  planned: Cents;
  committed: Cents;
  spent: Cents;
  claimed: Cents;
  approved: Cents;
  paid: Cents;
  free: Cents;
  over: Cents;
  lapsed: Cents;
  atRisk: Cents;
}

/** What each amount of a balance means, for a finance person. */
export const BALANCE_MEANS: Record<keyof FundMoney, string> = {
  usable:
    "Co-op earned in the half that can be claimed: all of it if the threshold is reached, none if it isn't. If no threshold is known, all of it.",
  planned:
    "Activities with the status planned: their budget, or what was spent so far where that is more. Drafts and canceled activities aren't counted.",
  committed: 'Activities ordered but not done: their budget, or what was spent so far where that is more, expense by expense.',
  spent:
    "Activities done without a submitted claim: their actual expenses if known, otherwise their budget. Also claims in editing whose activity isn't counted in the plan.",
  claimed:
    "Claims not decided yet: submitted, under review, action required, or disputed. Once submitted, the amount claimed counts instead of the activity's cost.",
  approved: 'Claims approved and not paid, at the amount approved. Any amount claimed but not approved is free again.',
  paid: 'Claims paid, at the amount paid.',
  free: 'Usable less planned, committed, spent, claimed, approved, paid, and lapsed. Never below zero; any overage is shown separately.',
  over: "The amount by which planned, committed, spent, claimed, approved, and paid exceed usable. This fund can't pay it.",
  lapsed:
    'Lost by the as-of date: funds not claimed by the claim deadline, and claims that still needed action after the resolution deadline.',
  atRisk:
    "Lost if nothing changes: free funds at the end of the usage period; planned, committed, and spent funds at the claim deadline; open claims at the resolution deadline. Amounts over the fund aren't at risk.",
};

/** The balance of a fund on a day, its parts, and why some amounts can't be counted. */
export interface FundBalance extends FundMoney {
  counted: readonly FundUsage[];
  unknown: readonly string[];
  /** The part of each that the fund covers, furthest stage first: less than the amounts if they exceed the fund. */
  covered: Record<CountedAs, Cents>;
}

/** Where the money of a fund is on a day. All amounts are US dollars, at the rate of each activity and claim. */
export function balanceOf(fund: Fund, activities: readonly Activity[], claims: readonly Claim[], asOf: Day): FundBalance {
  const isUnclaimedLost = asOf > fund.claimDeadline;
  const all = countedMoney(fund, activities, claims, asOf);
  const counted = isUnclaimedLost ? all.filter(({ as }) => isWithMicrosoft(as)) : all;
  const usable = usableOf(fund);
  const sums = sumsOf(counted);
  const given = allocate(
    usable,
    FURTHEST_FIRST.map((as) => sums[as]),
  );
  const covered = Object.fromEntries(FURTHEST_FIRST.map((as, index) => [as, given[index]!])) as Record<CountedAs, Cents>;
  const left = usable - sum(given);
  const free = isUnclaimedLost ? 0 : left;
  return {
    usable,
    ...sums,
    free,
    over: sum(Object.values(sums)) - sum(given),
    lapsed: left - free,
    atRisk: free + covered.planned + covered.committed + covered.spent + (asOf > fund.resolutionDeadline ? 0 : covered.claimed),
    counted,
    unknown: unknownIn(fund, counted),
    covered,
  };
}

/** What a fund can pay: everything earned if no threshold is known. */
export const usableOf = ({ usable, earned }: Fund): Cents => usable ?? Math.max(earned, 0);

const FURTHEST_FIRST = ['paid', 'approved', 'claimed', 'spent', 'committed', 'planned'] as const;

const isWithMicrosoft = (as: CountedAs): boolean => as === 'claimed' || as === 'approved' || as === 'paid';

function sumsOf(counted: readonly FundUsage[]): Record<CountedAs, Cents> {
  const sums: Record<CountedAs, Cents> = { planned: 0, committed: 0, spent: 0, claimed: 0, approved: 0, paid: 0 };
  for (const { as, amount } of counted) sums[as] += amount ?? 0;
  return sums;
}

function unknownIn({ usable, program }: Fund, counted: readonly FundUsage[]): string[] {
  const found = counted.flatMap(({ unknown }) => (unknown === null ? [] : [unknown]));
  return usable === null
    ? [`No threshold is known for ${program}, so all co-op earned counts as usable. The Funds screen shows what you can do.`, ...found]
    : found;
}
