import { serialShift } from '../cells/context';
import { moneyCell } from '../cells/lay-out';
import { serialOf, type Day } from '../domain/calendar/day';
import { dollarsOfMicros } from '../domain/money/money';
import { labelOf } from '../domain/calendar/half';
import { cellText } from './cell-text';
import type { FundRow } from './funds';
import type { MonthRow } from './import/earnings-import';

/** Columns of the table CoopEarnings, in words that every COOP function finds. */
export const EARNINGS_COLUMNS = [
  'Month',
  'Partner ID',
  'Program',
  'Engagement',
  'Lever',
  'Earning type',
  'Reason code',
  'Amount USD',
  'Earnings counted',
  'Repeats dropped',
] as const;

/** A row of CoopEarnings; the month is the serial of its first day. No name of a report can become a formula here. */
export function earningsCells({
  month,
  partnerId,
  program,
  engagement,
  lever,
  earningType,
  kind,
  micros,
  counted,
  repeats,
}: MonthRow): (string | number)[] {
  const names = [partnerId, program, engagement, lever, earningType].map(cellText);
  // COOP functions tell a rollover by its reason
  const reason = kind === 'rollover' ? 'Co-op rollover' : '';
  return [serialAt(`${month}-01` as Day), ...names, reason, dollarsOfMicros(micros), counted, repeats];
}

/** Columns of the table CoopFunds. */
export const FUNDS_COLUMNS = [
  'Partner ID',
  'Program',
  'Fiscal half',
  'Rebate',
  'Co-op',
  'Rollover',
  'Threshold',
  'Usable',
  'Converted',
  'Status',
  'Usage start',
  'Usage end',
  'Claim opens',
  'Claim deadline',
  'Resolution deadline',
  'Earnings counted',
  'Repeats dropped',
  'Rows skipped',
] as const;

/** A row of CoopFunds as plain values; days are serials. No name of a report can become a formula here. */
export function fundCells(fund: FundRow): (string | number)[] {
  const money = [fund.rebate, fund.coop, fund.rollover, fund.threshold, fund.usable, fund.converted];
  const days = [fund.usageStart, fund.usageEnd, fund.claimOpens, fund.claimDeadline, fund.resolutionDeadline];
  return [
    cellText(fund.partnerId),
    cellText(fund.program),
    labelOf(fund.half),
    ...money.map((cents) => (cents === null ? '' : moneyCell(cents))),
    fund.status,
    ...days.map(serialAt),
    fund.counted,
    fund.repeats,
    fund.skipped,
  ];
}

/** What is written to a range carries no format, so a day is its serial in the workbook's date system. */
const serialAt = (day: Day): number => serialOf(day) - serialShift();
