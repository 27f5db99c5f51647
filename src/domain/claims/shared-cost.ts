import type { Activity } from '../activities/activity';
import { expectedCost } from '../activities/activity-cost';
import { shareOf, sumOf, type Cents } from '../money/money';
import { linesOf, type Claim } from './claim';
import { latestAmount } from './latest-amount';

/** A cost of which only a part is claimed, in the claim's currency. */
export interface SharedCost {
  /** The documents' total less what another program pays, or else the activity's cost. */
  cost: Cents;
  /** What co-op doesn't pay: what isn't claimed, then not approved, then not paid. */
  yourShare: Cents;
}

/** What a claim's activity costs and what you pay of it; null if co-op pays all of it or something isn't known. */
export function sharedCost(claim: Claim, activity: Activity | null): SharedCost | null {
  const total = sumOf(linesOf(claim), ({ amount }) => amount);
  const whole = total !== 0 ? total : activity?.currency === claim.currency ? expectedCost(activity) : null;
  const fromCoop = latestAmount(claim, claim.status);
  if (whole === null || fromCoop === null) return null;
  const cost = whole - shareOf(whole, claim.otherProgramShare ?? 0);
  return cost > fromCoop ? { cost, yourShare: cost - fromCoop } : null;
}
