import { reviewBegun, reviewSpan } from '../../domain/claims/next-deadline';
import { ANSWER_TIMES } from '../../rulebook/claiming';
import { labelOf } from '../../domain/calendar/half';
import { earningDaysAhead } from '../../domain/to-do/to-do-fund';
import { latestMonth } from '../../reports/funds';
import type { Day } from '../../domain/calendar/day';
import type { PlanningRead } from '../store/planning-store';

/** A day on which something starts or ends. */
export interface NextDay {
  day: Day;
  what: string;
}

/** The first day after `asOf` on which something starts or ends; null if there is none. */
export function nextDay(
  { funds, activities, claims, earnings }: Pick<PlanningRead, 'funds' | 'activities' | 'claims' | 'earnings'>,
  asOf: Day,
): NextDay | null {
  const ofFunds = funds
    .filter(({ usable, earned }) => (usable ?? earned) > 0)
    .flatMap((fund): NextDay[] => {
      const name = labelOf(fund.half);
      return [
        { day: fund.usageStart, what: `co-op earned in ${name} becomes available` },
        { day: fund.claimOpens, what: `claims open for co-op earned in ${name}` },
        { day: fund.usageEnd, what: `the usage period ends for co-op earned in ${name}` },
        { day: fund.claimDeadline, what: `claims close for co-op earned in ${name}` },
      ];
    });
  const ofActivities = activities
    .map(({ value }) => value)
    .filter(({ status }) => status !== 'canceled' && status !== 'done')
    .flatMap(({ activity, start, end }): NextDay[] => [
      ...(start ? [{ day: start, what: `"${activity}" starts` }] : []),
      ...((end ?? start) ? [{ day: (end ?? start)!, what: `"${activity}" ends` }] : []),
    ]);
  const ofEarnings = earnings ? earningDaysAhead(earnings.funds, earnings.isReported ? latestMonth(earnings.months) : null, asOf) : [];
  const ofClaims = claims
    .map(({ value }) => value)
    .filter(({ status }) => status === 'submitted')
    .map((claim): NextDay => ({
      day: reviewSpan(reviewBegun(claim) ?? asOf, ANSWER_TIMES).from,
      what: `the claim "${claim.name || claim.activity}" may be decided`,
    }));
  return [...ofFunds, ...ofActivities, ...ofClaims, ...ofEarnings]
    .filter(({ day }) => day > asOf)
    .reduce<NextDay | null>((first, next) => (first && first.day <= next.day ? first : next), null);
}
