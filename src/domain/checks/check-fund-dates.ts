import type { Activity } from '../activities/activity';
import type { Fund } from '../funds/fund';
import { findingAt, type FieldFinding } from './activity-finding';
import { formatDay, formatDays, type Day } from '../calendar/day';
import { blocking, note, warning } from '../new-finding';
import { formatUsd } from '../money/money';
import { labelOf, lastDay } from '../calendar/half';
import type { ThresholdRule } from '../earnings/threshold';

/** Which rules an activity is checked with. */
export interface RulesKnown {
  /** The program whose rules are used because the sources have none for the activity's own; null if they are its own. */
  rulesOf: string | null;
  hasRules: boolean;
}

/** Findings on the fund itself: no such fund, another program's rules, still being earned, or used on other days. */
export function findingsOnFund(
  { fund: name, start, end }: Activity,
  fund: Fund | null,
  asOf: Day,
  { rulesOf, hasRules }: RulesKnown,
): FieldFinding[] {
  if (name === null) return [findingAt('fund', null, blocking('choose the fund that pays for it.'))];
  const found: FieldFinding[] = [];
  if (fund === null) found.push(findingAt('fund', null, warning("the workbook doesn't have this fund, so what it can pay isn't checked.")));
  if (rulesOf !== null) {
    found.push(
      findingAt(
        'fund',
        null,
        warning(`our sources have no rules for "${name.program}", so the rules for ${rulesOf} are used. Check its own guidebook.`),
      ),
    );
  }
  if (fund === null) return found;
  if (isStillEarned(fund, asOf) && (fund.usable ?? fund.earned) > 0) {
    found.push(findingAt('fund', null, note(`its half ends on ${formatDay(lastDay(fund.half))}, so what it can pay may still change.`)));
  }
  // the rules check the days
  if (hasRules || start === null) return found;
  const last = end ?? start;
  if (last >= start && (start < fund.usageStart || last > fund.usageEnd)) {
    const days = formatDays(start, last);
    found.push(
      findingAt(
        'start',
        'deadline',
        blocking(
          `co-op earned in ${labelOf(fund.half)} is used from ${formatDay(fund.usageStart)} to ${formatDay(fund.usageEnd)}, not on ${days}.`,
        ),
      ),
    );
  }
  return found;
}

/** Whether co-op is still being earned for a fund, so that its threshold may still be reached. */
export const isStillEarned = ({ half }: Fund, asOf: Day): boolean => asOf <= lastDay(half);

/**
 * Whether more may still come into a fund: its half is running, or its report ends before the half does. What isn't there yet
 * is then a warning, and blocks once the half is over and reported.
 */
export const mayStillGrow = (fund: Fund, asOf: Day): boolean => fund.isIncomplete === true || isStillEarned(fund, asOf);

/** What a fund below its threshold means on a day: not decided while more may come, rebate afterwards. */
export function notReached(fund: Fund, { amount, comparison }: ThresholdRule, asOf: Day): FieldFinding {
  if (fund.isIncomplete)
    return findingAt(
      'fund',
      'threshold',
      warning(
        `${formatUsd(fund.earned)} of co-op is reported so far, and the threshold is ${formatUsd(amount)}. The report ends before the half does, so it isn't known yet whether it's reached.`,
      ),
    );
  const isRunning = isStillEarned(fund, asOf);
  const must = comparison === 'meet' ? 'reach' : 'exceed';
  const missed = `${formatUsd(fund.earned)} of co-op earned${isRunning ? ' so far' : ''} doesn't ${must} the threshold of ${formatUsd(amount)}`;
  return findingAt(
    'fund',
    'threshold',
    isRunning
      ? warning(`${missed}. The half ends on ${formatDay(lastDay(fund.half))}. The fund pays nothing until the threshold is ${must}ed.`)
      : blocking(`${missed}. It's paid as rebate and can't be claimed.`),
  );
}
