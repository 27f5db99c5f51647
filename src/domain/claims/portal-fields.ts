import { formatDay } from '../calendar/day';
import type { Claim } from './claim';
import { formatAmount } from '../money/money';
import { firstDay, labelOf, lastDay, nextHalf, type Half } from '../calendar/half';
import { formatIn } from '../money/currency';

/** A field of Partner Center's claim form with the value to enter; '' if not known yet. */
export interface PortalField {
  field: keyof Claim;
  label: string;
  value: string;
  /** What to look out for in that field. */
  hint?: string;
}

/** A claim's values in the order of Partner Center's form. */
export function portalFields(claim: Claim): PortalField[] {
  const { fund, currency, amount } = claim;
  return [
    { field: 'fund', label: 'Program', value: fund?.program ?? '' },
    {
      field: 'fundCategory',
      label: 'Fund category',
      value: claim.fundCategory,
      hint: 'Names vary by source. Use the one your portal shows.',
    },
    { field: 'fundingPool', label: 'Funding pool', value: claim.fundingPool, hint: 'Only if your portal shows one.' },
    { field: 'fund', label: 'Location (Partner ID)', value: fund?.partnerId ?? '', hint: fund?.partnerName },
    {
      field: 'fund',
      label: 'Usage period',
      value: fund ? labelOf(nextHalf(fund.half)) : '',
      hint: fund ? `${usageDays(fund.half)}. Funds earned in ${labelOf(fund.half)}.` : undefined,
    },
    { field: 'solutionAreas', label: 'Solution areas', value: claim.solutionAreas },
    { field: 'activity', label: 'Activity', value: claim.activity },
    { field: 'start', label: 'Start date', value: claim.start === null ? '' : formatDay(claim.start) },
    { field: 'end', label: 'End date', value: claim.end === null ? '' : formatDay(claim.end) },
    { field: 'currency', label: 'Currency', value: currency },
    { field: 'name', label: 'Claim name', value: claim.name },
    {
      field: 'amount',
      label: 'Claim amount',
      value: amount === null ? '' : formatAmount(amount).replaceAll(',', ''),
      hint: amount === null ? undefined : formatIn(amount, currency),
    },
  ];
}

/** The first and last day of the half in which the money of a half is used. */
export const usageDays = (earned: Half): string => `${formatDay(firstDay(nextHalf(earned)))} to ${formatDay(lastDay(nextHalf(earned)))}`;
