import { claimBy, earningHalfFor, deadline } from '../calendar/deadlines';
import { weekdayOf } from '../calendar/day';
import { blocking, note, type Finding } from '../finding';
import { compareHalves, firstDay, halfOf, labelOf, lastDay, nextHalf } from '../calendar/half';
import type { ActivityRules, PlannedActivity } from './planned-activity';
import { badInput } from '../problem';

/** What there is to say about an activity's days: where they belong if they do not fit, else when to claim, where that is to come. */
export function checkDates({ start, end, half }: PlannedActivity, { deadlines }: ActivityRules): Finding[] {
  if (end < start) throw badInput(`end, ${end}, is before start, ${start}.`);
  const fund = earningHalfFor(start);
  const fundOfEnd = earningHalfFor(end);
  if (compareHalves(fund, fundOfEnd) !== 0) {
    const count = compareHalves(nextHalf(fund), fundOfEnd) === 0 ? 'two' : 'several';
    const split = lastDay(halfOf(start));
    return [
      blocking(
        `${start} to ${end} lies in ${count} usage periods: ${start} uses co-op earned in ${labelOf(fund)}, ` +
          `${end} that of ${labelOf(fundOfEnd)}; split it at ${split}.`,
        'end',
      ),
    ];
  }
  if (half && compareHalves(half, fund) !== 0) {
    const meant = nextHalf(half);
    const period = `${firstDay(meant)} to ${lastDay(meant)}`;
    return [blocking(`co-op earned in ${labelOf(half)} is used from ${period}; this activity uses that of ${labelOf(fund)}.`, 'start')];
  }

  if (!deadlines) return [];
  const [opens, closes, resolution] = [
    deadline(fund, 'claim opens', deadlines),
    deadline(fund, 'claim', deadlines),
    deadline(fund, 'resolution', deadlines),
  ];
  const weekday = weekdayOf(closes);
  return [
    ...(end < opens ? [note(`Microsoft opens claims for this usage period on ${opens}; the funds may not show before.`, 'claim')] : []),
    note(`claim it by ${closes}, and have open claims approved by ${resolution}.`, 'claim'),
    note(`guides advise to claim within ${deadlines.advisedDays} days of its end: by ${claimBy(end, 'advised', deadlines)}.`, 'claim'),
    ...(weekday === 'Saturday' || weekday === 'Sunday' ? [note(`${closes} is a ${weekday}; the deadline is not moved.`, 'claim')] : []),
  ];
}
