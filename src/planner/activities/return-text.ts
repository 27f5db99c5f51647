import type { SpendReturn } from '../../domain/activities/return-on-spend';
import { formatUsdOrDash } from '../../domain/money/money';

/** $125.00, or a dash where it isn't known. */
export const describeCostPerLead = ({ costPerLead }: SpendReturn): string => formatUsdOrDash(costPerLead);

/** Revenue by cost: $3.50 for each dollar, or a dash where it isn't known. */
export const describeReturn = ({ ratio }: SpendReturn): string => formatUsdOrDash(ratio === null ? null : Math.round(ratio * 100));
