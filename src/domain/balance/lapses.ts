import { compareText } from '../text/compare';
import type { Activity } from '../activities/activity';
import type { Fund } from '../funds/fund';
import { balanceOf, type FundBalance } from './balance';
import type { Claim } from '../claims/claim';
import { NO_CAPS, type CapOf, type CountedAs, type FundUsage } from './fund-usage';
import { formatDay, type Day } from '../calendar/day';
import type { Cents } from '../money/money';

/** Money of a fund that is lost after a day if nothing changes. */
export interface Lapse {
  fund: Fund;
  /** The last day to prevent it. */
  day: Day;
  amount: Cents;
  what: 'unplanned' | 'not done' | 'not claimed' | 'open claim';
  step: 'usage end' | 'claim deadline' | 'resolution deadline';
  /** Why it lapses, and what would prevent that. */
  why: string;
  /** Its activities and claims; none for unplanned money. They may exceed what the fund can pay. */
  parts: readonly FundUsage[];
}

/** How much of each fund lapses on which day if nothing changes: soonest first, then the larger amount. */
export function lapses(
  funds: readonly Fund[],
  activities: readonly Activity[],
  claims: readonly Claim[],
  asOf: Day,
  capOf: CapOf = NO_CAPS,
): Lapse[] {
  return funds
    .flatMap((fund) => lapsesOf(fund, balanceOf(fund, activities, claims, asOf, capOf), asOf))
    .sort((a, b) => compareText(a.day, b.day) || b.amount - a.amount);
}

/** The lapses of one fund, in order. The amounts add up to what its balance shows at risk. */
export function lapsesOf(fund: Fund, balance: FundBalance, asOf: Day): Lapse[] {
  const { covered, counted, free } = balance;
  const { usageEnd, claimDeadline, resolutionDeadline } = fund;
  const isUseOver = asOf > usageEnd;
  const partsOf = (...kinds: CountedAs[]) => counted.filter(({ as }) => kinds.includes(as));
  const found: Lapse[] = [
    isUseOver
      ? {
          fund,
          day: claimDeadline,
          amount: free,
          what: 'unplanned',
          step: 'claim deadline',
          parts: [],
          why: `The usage period ended on ${formatDay(usageEnd)}. Only activities that took place by then and aren't in the plan can still be claimed.`,
        }
      : {
          fund,
          day: usageEnd,
          amount: free,
          what: 'unplanned',
          step: 'usage end',
          parts: [],
          why: `No activity is planned for this amount. It can't be used after ${formatDay(usageEnd)}, when the usage period ends.`,
        },
    {
      fund,
      day: claimDeadline,
      amount: covered.planned + covered.committed,
      what: 'not done',
      step: 'claim deadline',
      parts: partsOf('planned', 'committed'),
      why: `Activities are planned and not done. They ${isUseOver ? 'had to' : 'must'} end by ${formatDay(usageEnd)}. Anything not claimed by ${formatDay(claimDeadline)} is lost.`,
    },
    {
      fund,
      day: claimDeadline,
      amount: covered.spent,
      what: 'not claimed',
      step: 'claim deadline',
      parts: partsOf('spent'),
      why: `Activities are done and not claimed. Claims close on ${formatDay(claimDeadline)}. Anything not claimed by then is lost.`,
    },
    {
      fund,
      day: resolutionDeadline,
      amount: asOf > resolutionDeadline ? 0 : covered.claimed,
      what: 'open claim',
      step: 'resolution deadline',
      parts: partsOf('claimed'),
      why: `Claimed and not approved. Claims must be approved by ${formatDay(resolutionDeadline)}. A claim that still needs action after that isn't paid.`,
    },
  ];
  return found.filter(({ amount }) => amount > 0);
}
