import { formatUsd } from '../../../domain/money';
import type { FundStatus } from '../../../reports/funds';
import type { KeptFund } from './kept-funds';

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

/** A fund's state in a sentence or two. */
export function statusSaid(fund: KeptFund): string {
  const { status, shortfall, coop, usageEnd, usageStart, claimDeadline, resolutionDeadline, daysLeft, stage, paidAbout, usable } = fund;
  const left = daysLeft === null ? '' : ` ${daysSaid(daysLeft)} left.`;
  const short = shortfall ? `${formatUsd(shortfall)} short of the threshold` : 'the threshold is reached';
  switch (status) {
    case 'no co-op':
      return 'Nothing of this half is co-op.';
    case 'no threshold known':
      return 'The program is not one we know, so what becomes of its co-op cannot be said.';
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
export const daysSaid = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
