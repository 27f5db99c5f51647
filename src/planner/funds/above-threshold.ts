import { isStillEarned } from '../../domain/checks/check-fund-dates';
import type { Day } from '../../domain/calendar/day';
import type { Fund } from '../../domain/funds/fund';

/** What every screen calls the total that activities and claims of a fund can use. */
export function aboveThresholdName(fund: Fund, asOf: Day): string {
  if (fund.usable === null) return 'Earned, no threshold known';
  return isStillEarned(fund, asOf) ? 'Above threshold so far' : 'Above threshold';
}
