import { CLAIMING } from '../../rulebook/claiming';
import { daysBetween, formatDay, type Day } from '../../domain/calendar/day';
import { formatUsd } from '../../domain/money/money';
import type { FundStatus } from '../../reports/funds';
import { programNamed } from '../../rulebook/rules-on';
import type { FundView } from './funds-view';
import { pick, plural } from '../../domain/text/plural';
import { formatMonth } from '../../domain/calendar/month-text';

/** How a status is shown: its label, and a color that is never used alone. */
export const STATUS_LOOK: Record<FundStatus, { label: string; color: 'brand' | 'success' | 'warning' | 'danger' | 'informative' }> = {
  'no co-op': { label: 'No co-op', color: 'informative' },
  'no threshold known': { label: 'No threshold known', color: 'informative' },
  'building up': { label: 'Building up', color: 'brand' },
  // the pace is a forecast: the sentence says so
  'will convert': { label: 'Building up', color: 'warning' },
  incomplete: { label: 'Not known yet', color: 'warning' },
  converted: { label: 'Converted', color: 'informative' },
  usable: { label: 'Usable', color: 'success' },
  lapsing: { label: 'Lapsing', color: 'danger' },
  lapsed: { label: 'Lapsed', color: 'danger' },
  closed: { label: 'Closed', color: 'informative' },
};

/** A fund's status on a day, in a few sentences. */
export function describeStatus(fund: FundView, asOf: Day): string {
  return [stateOf(fund, asOf), describeExactly(fund), describeUnconfirmed(fund, asOf)].filter((sentence) => sentence !== '').join(' ');
}

/** Sources say both "meet" and "over" (C6), and losing one cent converts all of it. */
function describeExactly({ coop, threshold, usable, stage }: FundView): string {
  if (coop === 0 || coop !== threshold || stage === 'closed') return '';
  return `Co-op is exactly at the threshold${usable === 0 ? ', which must be exceeded' : '. Losing one cent would convert all of it to rebate'}.`;
}

/** Until claims open, only the reports have the amount of a half that is over (C28). */
const describeUnconfirmed = ({ status, claimOpens }: FundView, asOf: Day): string =>
  status === 'usable' && asOf < claimOpens
    ? `Co-op management in Partner Center confirms the amount from ${formatDay(claimOpens)}, when claims open.`
    : '';

function stateOf(fund: FundView, asOf: Day): string {
  const { status, shortfall, coop, usageEnd, usageStart, claimDeadline, resolutionDeadline, stage, paidAbout, usable, program } = fund;
  const until = (day: Day): string => `${formatDay(day)} (${plural(daysBetween(asOf, day), 'day')} left)`;
  const short = shortfall ? `below threshold by ${formatUsd(shortfall)}` : 'the threshold is reached';
  switch (status) {
    case 'no co-op':
      return 'No co-op was earned in this half.';
    case 'no threshold known':
      return `No threshold is known for this program and half, so it isn't clear whether its co-op is usable.${programNamed(program) === null ? '' : ' You can add one on the Rules screen.'}`;
    case 'building up':
      return stage === 'not begun'
        ? `The half hasn't started yet: ${short}.`
        : `Still being earned: ${short}. Available from ${formatDay(usageStart)}.`;
    case 'will convert':
      return `Still being earned: ${short}. At the current pace it converts to rebate.`;
    case 'incomplete':
      return describeMissing(fund);
    case 'converted':
      return `${formatUsd(coop)} converts to rebate: ${short}. ${fund.isPaymentWaiting ? CLAIMING['smallest payment'].says : `Estimated payment: ${paidAbout ? formatDay(paidAbout) : 'after the half'}.`}`;
    case 'usable':
    case 'lapsing':
      return stage === 'usage'
        ? `Activities through ${until(usageEnd)}; claims through ${until(claimDeadline)}. Unclaimed co-op lapses.`
        : `The usage period has ended; claims through ${until(claimDeadline)}. Unclaimed co-op lapses.`;
    case 'lapsed':
      return `The claim deadline was ${formatDay(claimDeadline)}. Open claims can be resolved through ${formatDay(resolutionDeadline)}. The rest has lapsed.`;
    case 'closed':
      return usable === 0 ? 'Co-op was below the threshold and was paid as rebate.' : `Closed since ${formatDay(resolutionDeadline)}.`;
  }
}

/** A half with unreported months has neither reached nor missed its threshold. */
function describeMissing({ coop, expected, missing, threshold }: FundView): string {
  const [first, last] = [missing[0]!, missing.at(-1)!].map(formatMonth);
  const months = missing.length === 1 ? first : `${first} through ${last}`;
  const soFar = `${formatUsd(coop)} of co-op so far${expected === null ? '' : `, ${formatUsd(expected)} expected`}`;
  return `Not known yet: ${months} ${pick(missing.length, "isn't", "aren't")} in a report. ${soFar}; the threshold is ${formatUsd(threshold!)}. Bring in a newer earnings report.`;
}
