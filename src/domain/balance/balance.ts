import type { Activity } from '../activities/activity';
import type { Fund } from '../funds/fund';
import type { Claim } from '../claims/claim';
import { countedMoney, NO_CAPS, type CapOf, type CountedAs, type FundUsage } from './fund-usage';
import type { Day } from '../calendar/day';
import { sum, type Cents } from '../money/money';
import { allocate } from '../activities/caps';

/** Where the money of a fund is, in US dollars. Every cent is in one place: see balance-means.ts. */
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

/** The balance of a fund on a day, its parts, and why some amounts can't be counted. */
export interface FundBalance extends FundMoney {
  counted: readonly FundUsage[];
  unknown: readonly string[];
  /** The part of each that the fund covers, furthest stage first: less than the amounts if they exceed the fund. */
  covered: Record<CountedAs, Cents>;
}

/** Where the money of a fund is on a day. All amounts are US dollars, at the rate of each activity and claim. */
export function balanceOf(
  fund: Fund,
  activities: readonly Activity[],
  claims: readonly Claim[],
  asOf: Day,
  capOf: CapOf = NO_CAPS,
): FundBalance {
  const isUnclaimedLost = asOf > fund.claimDeadline;
  const all = countedMoney(fund, activities, claims, asOf, capOf);
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
