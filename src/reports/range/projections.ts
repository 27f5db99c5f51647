import { step } from '../../cells/trace';
import { formatDay, serialOf, type Day } from '../../domain/calendar/day';
import { compareHalves, halfOf, labelOf, nextHalf, type Half } from '../../domain/calendar/half';
import { project, type AccrualSoFar, type Projection } from '../../domain/earnings/forecast';
import { formatUsd, roundedFrom } from '../../domain/money/money';
import { firstCoopDay } from '../../rulebook/rules-on';
import { latestEarning, monthsOf, sumsByMonth } from './months';
import { daysOf, describePartner, partnersOf, selectFor, type Question } from './question';
import { plus } from './select';

/** Projects a half's co-op of each Partner ID asked for: by the pace of its complete months, or by that of the half before, which is current on the day. */
export function projectionsOf(
  question: Question,
  half: Half,
  asOf: Day,
  how: Pick<AccrualSoFar, 'growth' | 'given'> & { mayBeNext?: boolean } = {},
): Projection[] {
  const { rows, program } = question;
  const { mayBeNext, ...growing } = how;
  const current = nextHalf(half, -1);
  const isNext = mayBeNext === true && compareHalves(halfOf(asOf), current) === 0;
  const days = isNext ? { from: daysOf(current).from, to: daysOf(half).to } : daysOf(half);
  const selected = selectFor(question, { kinds: ['co-op'], ...days, asOf: serialOf(asOf) });

  const coop = sumsByMonth(rows, selected.counted);
  const lastEarning = latestEarning(rows, serialOf(asOf));
  const firstDay = program.known && firstCoopDay(program.known);
  return partnersOf(question).map((index) => {
    const coopByMonth = monthsOf(half, coop.get(index));
    const before = isNext ? monthsOf(current, coop.get(index)) : [];
    const outcome = project({ half, asOf, coopByMonth, lastEarning, firstCoopDay: firstDay, before, ...growing });
    step(
      () =>
        `${describePartner(rows, index)}: ${formatUsd(outcome.actual)} of co-op through ${formatDay(asOf)}${roundedFrom(coopByMonth.reduce(plus, 0))}; months of ${labelOf(isNext ? current : half)} complete: ${outcome.completeMonths}, ` +
        `left: ${outcome.remainingMonths}. At the average of complete months: ${formatUsd(outcome.expected)}.`,
    );
    return outcome;
  });
}
