import type { Activity } from '../activities/activity';
import { expectedCost } from '../activities/activity-cost';
import { shareOf, sumOf, type Cents } from '../money/money';
import { linesOf, type Claim } from './claim';

/** A cost of which only a part is claimed, in the claim's currency. */
export interface SharedCost {
  /** The documents' total less what another program pays, or else the activity's cost. */
  cost: Cents;
  /** What isn't claimed. */
  yourShare: Cents;
}

/** What a claim's activity costs and what you pay of it; null if all of it is claimed or something isn't known. */
export function sharedCost(claim: Claim, activity: Activity | null): SharedCost | null {
  const total = sumOf(linesOf(claim), ({ amount }) => amount);
  const whole = total !== 0 ? total : activity?.currency === claim.currency ? expectedCost(activity) : null;
  if (whole === null || claim.amount === null) return null;
  const cost = whole - shareOf(whole, claim.otherProgramShare ?? 0);
  return cost > claim.amount ? { cost, yourShare: cost - claim.amount } : null;
}
