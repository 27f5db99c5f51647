import { claimBy, earningHalfFor, deadline, type DeadlineRule } from '../calendar/deadlines';
import { formatDay, weekendDayOf, type Day } from '../calendar/day';
import type { Finding } from '../finding';
import { blocking, note } from '../new-finding';
import { compareHalves, firstDay, halfOf, labelOf, lastDay, nextHalf } from '../calendar/half';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { badInput } from '../problem';

/** Findings on an activity's days: which half they belong to if they don't fit, otherwise when to claim, if that is still ahead. */
export function checkDates({ start, end, half }: PlannedActivity, { deadlines }: ActivityRules): Finding[] {
  if (end < start) throw badInput(`end, ${formatDay(end)}, is before start, ${formatDay(start)}.`);
  const fund = earningHalfFor(start);
  const fundOfEnd = earningHalfFor(end);
  if (compareHalves(fund, fundOfEnd) !== 0) {
    const count = compareHalves(nextHalf(fund), fundOfEnd) === 0 ? 'two' : 'several';
    const split = lastDay(halfOf(start));
    return [
      blocking(
        `${formatDay(start)} to ${formatDay(end)} spans ${count} usage periods: ${formatDay(start)} uses co-op earned in ${labelOf(fund)}, and ` +
          `${formatDay(end)} uses co-op earned in ${labelOf(fundOfEnd)}. Split it at ${formatDay(split)}.`,
        'end',
      ),
    ];
  }
  if (half && compareHalves(half, fund) !== 0) {
    const meant = nextHalf(half);
    const period = `${formatDay(firstDay(meant))} to ${formatDay(lastDay(meant))}`;
    return [
      blocking(`co-op earned in ${labelOf(half)} is used from ${period}. This activity uses co-op earned in ${labelOf(fund)}.`, 'start'),
    ];
  }

  if (!deadlines) return [];
  const [opens, closes, resolution] = [
    deadline(fund, 'claim opens', deadlines),
    deadline(fund, 'claim', deadlines),
    deadline(fund, 'resolution', deadlines),
  ];
  const weekday = weekendDayOf(closes);
  return [
    ...(end < opens
      ? [note(`Microsoft opens claims for this usage period on ${formatDay(opens)}. The funds may not show before then.`, 'claim')]
      : []),
    note(`claim it by ${formatDay(closes)}, and get open claims approved by ${formatDay(resolution)}.`, 'claim'),
    note(claimAdvice(end, deadlines), 'claim'),
    ...(weekday ? [note(`${formatDay(closes)} is a ${weekday}. The deadline doesn't move.`, 'claim')] : []),
  ];
}

/** The day guides advise to claim an activity by; it isn't a deadline. */
export const claimAdvice = (end: Day, deadlines: DeadlineRule): string =>
  `guides advise claiming within ${deadlines.advisedDays} days of the end: by ${formatDay(claimBy(end, 'advised', deadlines))}.`;
