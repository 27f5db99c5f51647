import { sumOf } from '../../domain/money/money';
import { countedMoney } from '../../domain/balance/fund-usage';
import type { Day } from '../../domain/calendar/day';
import { isSameFund, type FundId } from '../../domain/funds/fund';
import type { OwnClaims } from '../../reports/reconcile/reconcile';
import type { PlanningRead } from '../store/planning-store';

/**
 * How much of a fund the workbook's claims use, counted as Partner Center counts "claimed": from submission on, undecided
 * claims as claimed, then as approved, then as paid. Null if the workbook has no claims, because then nothing is known.
 */
export function ownClaims({ funds, activities, claims, hasUnknownAmounts }: PlanningRead, name: FundId, asOf: Day): OwnClaims | null {
  if (claims.length === 0) return null;
  const fund = funds.find((candidate) => isSameFund(candidate, name));
  if (!fund) return null;
  if (hasUnknownAmounts)
    return { cents: null, unknown: ["A column of the plan or the claims is missing, so the amounts of claims aren't known here."] };
  const values = <T>(stored: readonly { value: T }[]): T[] => stored.map(({ value }) => value);
  const counted = countedMoney(fund, values(activities), values(claims), asOf).filter(
    ({ as }) => as === 'claimed' || as === 'approved' || as === 'paid',
  );
  return {
    cents: sumOf(counted, ({ amount }) => amount),
    unknown: counted.flatMap(({ unknown }) => unknown ?? []),
  };
}
