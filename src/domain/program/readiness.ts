import type { Day } from '../calendar/day';
import { formatUsd, type Cents } from '../money/money';

/** What a Partner ID needs to earn and to be paid. */
export const READINESS_ITEMS = [
  'Enrolled in MCI',
  'No action items in Partner Center',
  'Co-op bank and tax profile',
  'Incentives admin role',
  'Incentives user role',
  'Notification email in account settings',
  'CSP authorization',
  'Active tenant',
  'Valid PLA ID',
  'Same region as the distributor',
] as const;

export const READINESS_STATES = ['to do', 'in progress', 'done', 'not needed'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

/** What each item is for, in our words. */
export const ABOUT_ITEM: Readonly<Record<(typeof READINESS_ITEMS)[number], string>> = {
  'Enrolled in MCI': 'Co-op is only earned by a Partner ID enrolled in Microsoft Commerce Incentives.',
  'No action items in Partner Center': 'Check it every quarter, also when the enrollment is complete.',
  'Co-op bank and tax profile': "Separate from the rebate's. Until it is complete and approved, no co-op is paid to the Partner ID.",
  'Incentives admin role': 'Enrolls the Partner ID and sets up its profiles.',
  'Incentives user role': 'Sees earnings and submits claims.',
  'Notification email in account settings': 'Microsoft sends its requests there.',
  'CSP authorization': 'Needed for partner of record from September 1, 2025.',
  'Active tenant': 'Needed for partner of record from September 1, 2025.',
  'Valid PLA ID': 'Needed for partner of record from September 1, 2025.',
  'Same region as the distributor': 'Needed for partner of record from September 1, 2025.',
};

/** An item of the readiness of a Partner ID. Null and '' mean not entered. */
export interface Readiness {
  id: string;
  partnerId: string;
  item: string;
  state: ReadinessState;
  on: Day | null;
  who: string;
  nextCheck: Day | null;
  note: string;
}

const isSettled = ({ state }: Readiness): boolean => state === 'done' || state === 'not needed';

/** Whether payments of the Partner ID wait for the item. */
const blocksPayments = (item: Readiness): boolean => !isSettled(item) && item.item.trim().toLowerCase() === 'co-op bank and tax profile';

/** Whether something is to be done about an item by a day. */
export const isOverdue = (item: Readiness, asOf: Day): boolean =>
  item.state !== 'not needed' && item.nextCheck !== null && item.nextCheck <= asOf;

/** Why an item matters, with the money that waits behind it. */
export function whyReady(item: Readiness, waiting: Cents | null): string {
  const about = ABOUT_ITEM[item.item as keyof typeof ABOUT_ITEM] ?? '';
  const blocked = blocksPayments(item)
    ? waiting === null
      ? 'How much waits behind it is not known.'
      : `${formatUsd(waiting)} of claims wait for payment behind it.`
    : '';
  return [about, blocked, isSettled(item) ? 'Its next check is due.' : ''].filter((sentence) => sentence !== '').join(' ');
}
