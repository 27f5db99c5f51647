import { groupBy } from '../group-by';
import { fundKey, isSameFund } from '../funds/fund';
import type { Claim } from './claim';
import { isActive } from './claim-status';
import { latestAmount } from './latest-amount';
import { sum, sumOf, type Cents } from '../money/money';
import { inUsd } from '../money/currency';

/** The amount that claims use of a limit, in US dollars, and how many of them use any. */
export interface AmountHeld {
  cents: Cents;
  count: number;
}

/** The claims of a workbook, indexed once for checking many claims. */
interface ClaimsIndex {
  byId: ReadonlyMap<string, readonly Claim[]>;
  byActivity: ReadonlyMap<string, readonly Claim[]>;
  byFund: ReadonlyMap<string, FundClaims>;
}

interface FundClaims extends AmountHeld {
  /** By the activity's name as written. */
  byName: Map<string, AmountHeld & { claims: Claim[] }>;
}

/** The money a claim takes from its fund: the amount claimed, then approved, then paid; 0 once it has failed. */
export function amountHeld(claim: Claim): Cents {
  if (!isActive(claim.status)) return 0;
  return inUsd(latestAmount(claim, claim.status) ?? 0, claim) ?? 0;
}

/** The amount that the other claims on a claim's fund use. */
export function takenOfFund(claim: Claim, claims: readonly Claim[]): AmountHeld {
  const fund = fundOf(claim, claims);
  return fund ? less(fund, itself(claim, claims)) : NOTHING;
}

/** The amount that the other claims on the fund use for the kinds of activity that match. */
export function takenOfKind(claim: Claim, claims: readonly Claim[], isMeant: (activity: string) => boolean): AmountHeld {
  const named = namesMeant(claim, claims, isMeant);
  return less(
    { cents: sumOf(named, ({ cents }) => cents), count: sumOf(named, ({ count }) => count) },
    itself(claim, claims).filter(({ activity }) => isMeant(activity)),
  );
}

/** Those claims themselves. */
export const othersOfKind = (claim: Claim, claims: readonly Claim[], isMeant: (activity: string) => boolean): Claim[] =>
  namesMeant(claim, claims, isMeant).flatMap((named) => named.claims.filter(({ id }) => id !== claim.id));

/** The other claims on a claim's activity, of any fund. */
export const othersOnActivity = ({ id, activityId }: Claim, claims: readonly Claim[]): Claim[] =>
  activityId === '' ? [] : (indexOf(claims).byActivity.get(activityId) ?? []).filter((other) => other.id !== id);

const NOTHING: AmountHeld = { cents: 0, count: 0 };

const fundOf = ({ fund }: Claim, claims: readonly Claim[]): FundClaims | undefined => indexOf(claims).byFund.get(fundKey(fund));

const namesMeant = (claim: Claim, claims: readonly Claim[], isMeant: (activity: string) => boolean) =>
  [...(fundOf(claim, claims)?.byName ?? [])].filter(([name]) => isMeant(name)).map(([, named]) => named);

/** The sheet's version of a claim, if it is on the same fund. */
const itself = ({ id, fund }: Claim, claims: readonly Claim[]): Claim[] =>
  (indexOf(claims).byId.get(id) ?? []).filter((claim) => fund !== null && claim.fund !== null && isSameFund(claim.fund, fund));

function less({ cents, count }: AmountHeld, claims: readonly Claim[]): AmountHeld {
  const amounts = claims.map(amountHeld);
  return { cents: cents - sum(amounts), count: count - amounts.filter((amount) => amount !== 0).length };
}

const indexes = new WeakMap<readonly Claim[], ClaimsIndex>();

function indexOf(claims: readonly Claim[]): ClaimsIndex {
  const held = indexes.get(claims);
  if (held) return held;
  const byFund = new Map<string, FundClaims>();
  for (const claim of claims) {
    if (claim.fund === null) continue;
    const key = fundKey(claim.fund);
    const fund = byFund.get(key) ?? { cents: 0, count: 0, byName: new Map<string, AmountHeld & { claims: Claim[] }>() };
    const named = fund.byName.get(claim.activity) ?? { cents: 0, count: 0, claims: [] };
    const cents = amountHeld(claim);
    for (const sum of [fund, named]) {
      sum.cents += cents;
      if (cents !== 0) sum.count += 1;
    }
    named.claims.push(claim);
    byFund.set(key, fund);
    fund.byName.set(claim.activity, named);
  }
  const index = { byId: groupBy(claims, ({ id }) => id), byActivity: groupBy(claims, ({ activityId }) => activityId), byFund };
  indexes.set(claims, index);
  return index;
}
