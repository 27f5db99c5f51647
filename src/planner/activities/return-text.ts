import type { SpendReturn } from '../../domain/activities/return-on-spend';
import { formatUsd } from '../../domain/money/money';

/** $125.00, or a dash where it isn't known. */
export const describeCostPerLead = ({ costPerLead }: SpendReturn): string => (costPerLead === null ? UNKNOWN : formatUsd(costPerLead));

/** Revenue by cost: $3.50 for each dollar, or a dash where it isn't known. */
export const describeReturn = ({ ratio }: SpendReturn): string => (ratio === null ? UNKNOWN : formatUsd(Math.round(ratio * 100)));

const UNKNOWN = '–';
