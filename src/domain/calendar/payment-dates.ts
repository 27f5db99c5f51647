import { addDays, addMonths, dayOfMonthOf, endOfMonth, type Day } from './day';
import { halfOf, lastDay } from './half';

/** When approved claims and rebates are paid; days are days of the month. */
export interface PaymentRule {
  /** A claim approved by this day is paid in the same month, a later one in the next. */
  approvedBy: number;
  paidFrom: number;
  paidTo: number;
  /** Days from the last day of the earning month to its rebate. */
  rebateDays: number;
  /** The other reading of the rebate's days: this day of the second month after. */
  rebateDayOfSecondMonth: number;
}

/** A claim's first and last pay day, a rebate's under two readings, and that of a half's converted co-op. */
export const PAYMENT_KINDS = ['claim', 'claim latest', 'rebate', 'rebate 15th', 'converted'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/**
 * When money arrives: for a claim approved on the day, for the rebate of the day's month, or for the co-op of the day's half
 * that becomes rebate. An estimate; no source promises it.
 */
export function payDay(day: Day, kind: PaymentKind, rule: PaymentRule): Day {
  switch (kind) {
    case 'claim':
      return inMonthOf(payMonth(day, rule), rule.paidFrom);
    case 'claim latest':
      return inMonthOf(payMonth(day, rule), rule.paidTo);
    case 'rebate':
      return addDays(endOfMonth(day), rule.rebateDays);
    case 'rebate 15th':
      return inMonthOf(addMonths(day, 2), rule.rebateDayOfSecondMonth);
    case 'converted':
      return payDay(lastDay(halfOf(day)), 'rebate', rule);
  }
}

/** The latest day to approve a claim so that it is paid by a day, counting on the last of its pay days. */
export function latestApproval(payBy: Day, rule: PaymentRule): Day {
  const lastPayMonth = inMonthOf(payBy, rule.paidTo) <= payBy ? payBy : addMonths(payBy, -1);
  return inMonthOf(lastPayMonth, rule.approvedBy);
}

const payMonth = (approved: Day, rule: PaymentRule): Day => (dayOfMonthOf(approved) <= rule.approvedBy ? approved : addMonths(approved, 1));

const inMonthOf = (day: Day, dayOfMonth: number): Day => addDays(endOfMonth(addMonths(day, -1)), dayOfMonth);
