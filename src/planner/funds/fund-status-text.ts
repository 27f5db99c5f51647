import type { Day } from '../../domain/calendar/day';
import { formatUsd } from '../../domain/money/money';
import type { FundStatus } from '../../reports/funds';
import { programNamed } from '../../rulebook/rules-on';
import type { FundView } from './funds-view';

/** How a state is shown: its words, and a color that never stands alone. */
export const STATUS_LOOK: Record<FundStatus, { label: string; color: 'brand' | 'success' | 'warning' | 'danger' | 'informative' }> = {
  'no co-op': { label: 'No co-op', color: 'informative' },
  'no threshold known': { label: 'No threshold known', color: 'informative' },
  'building up': { label: 'Building up', color: 'brand' },
  'will convert': { label: 'Will convert', color: 'warning' },
  converted: { label: 'Converted', color: 'informative' },
  usable: { label: 'Usable', color: 'success' },
  lapsing: { label: 'Lapsing', color: 'danger' },
  lapsed: { label: 'Lapsed', color: 'danger' },
  closed: { label: 'Closed', color: 'informative' },
};

/** A fund's state in a few sentences, as looked at on a day. */
export function describeStatus(fund: FundView, asOf: Day): string {
  return [stateOf(fund), describeExactly(fund), describeUnconfirmed(fund, asOf)].filter((sentence) => sentence !== '').join(' ');
}

/** Sources say both "meet" and "over" (C6), and one cent taken back converts all of it. */
function describeExactly({ coop, threshold, usable, stage }: FundView): string {
  if (coop === 0 || coop !== threshold || stage === 'closed') return '';
  return `That is exactly the threshold${usable === 0 ? ', which must be exceeded' : ': a single cent adjusted would convert all of it'}.`;
}

/** Until claiming opens, only the reports tell of a half that is over (C28). */
const describeUnconfirmed = ({ status, claimOpens }: FundView, asOf: Day): string =>
  status === 'usable' && asOf < claimOpens
    ? `Co-op management in Partner Center confirms the amount from ${claimOpens} on; claiming opens then, too.`
    : '';

function stateOf(fund: FundView): string {
  const { status, shortfall, coop, usageEnd, usageStart, claimDeadline, resolutionDeadline, daysLeft, stage, paidAbout, usable, program } =
    fund;
  const left = daysLeft === null ? '' : ` ${describeDays(daysLeft)} left.`;
  const short = shortfall ? `${formatUsd(shortfall)} short of the threshold` : 'the threshold is reached';
  switch (status) {
    case 'no co-op':
      return 'Nothing of this half is co-op.';
    case 'no threshold known':
      return `No threshold is known for this program and half, so what becomes of its co-op cannot be said.${programNamed(program) === null ? '' : ' You can give one on the Rules screen.'}`;
    case 'building up':
      return stage === 'not begun'
        ? `On that day the half had not begun: ${short}.`
        : `Still being earned: ${short}. What is usable can be used from ${usageStart} on.`;
    case 'will convert':
      return `Still being earned, and ${short}. At this pace it will be paid as rebate instead.`;
    case 'converted':
      return `${formatUsd(coop)} did not reach the threshold (${short}) and is paid as rebate, about ${paidAbout ?? 'after the half'}. That day is an estimate.`;
    case 'usable':
    case 'lapsing':
      return stage === 'usage'
        ? `For activities until ${usageEnd}, claimed by ${claimDeadline}.${left} What is not claimed lapses.`
        : `Activities are over; claim them by ${claimDeadline}.${left} What is not claimed lapses.`;
    case 'lapsed':
      return `The claim deadline was ${claimDeadline}. Open claims can be settled until ${resolutionDeadline}; the rest has lapsed.`;
    case 'closed':
      return usable === 0 ? 'It did not reach the threshold and was paid as rebate.' : `Over since ${resolutionDeadline}.`;
  }
}

/** A number of days in words. */
const describeDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
