import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/calendar/day';
import { latestApproval, payDay, type PaymentKind, type PaymentRule } from '../../../src/domain/calendar/payment-dates';
import { everyDay, utcDay } from '../../support/every-day';

const RULE: PaymentRule = { approvedBy: 15, paidFrom: 20, paidTo: 25, rebateDays: 45, rebateDayOfSecondMonth: 15 };
const DAYS: Day[] = everyDay(2018, 2030);

describe('when money arrives', () => {
  it.each<[string, Day, PaymentKind, Day]>([
    ['T37', '2022-10-15', 'claim', '2022-10-20'],
    ['T37', '2022-10-15', 'claim latest', '2022-10-25'],
    ['T37', '2022-10-16', 'claim', '2022-11-20'],
    ['T37', '2022-10-16', 'claim latest', '2022-11-25'],
    ['T38: over the year', '2024-12-16', 'claim', '2025-01-20'],
    ['T38: over the year', '2024-12-16', 'claim latest', '2025-01-25'],
    ['the first of a month', '2024-02-01', 'claim', '2024-02-20'],
    ['after its pay day', '2024-01-31', 'claim', '2024-02-20'],
    ['T39: S003’s own example', '2022-10-01', 'rebate', '2022-12-15'],
    ['T39: any day of the month', '2022-10-31', 'rebate', '2022-12-15'],
    ['T39: 45 days, not the 15th (C17)', '2024-02-10', 'rebate', '2024-04-14'],
    ['C17: over the year', '2022-11-30', 'rebate', '2023-01-14'],
    ['C17: 45 days from July', '2018-07-31', 'rebate', '2018-09-14'],
    ['C17: as P:vuzion reads it', '2018-07-31', 'rebate 15th', '2018-09-15'],
    ['the other reading over the year', '2023-12-31', 'rebate 15th', '2024-02-15'],
    ['the other reading', '2024-02-10', 'rebate 15th', '2024-04-15'],
    ['C18: co-op of July to December', '2024-07-01', 'converted', '2025-02-14'],
    ['C18: co-op of January to June', '2024-06-30', 'converted', '2024-08-14'],
  ])('%s: %s, %s, is paid %s', (_, day, kind, paid) => expect(payDay(day, kind, RULE)).toBe(paid));

  it('every day of thirteen years is paid in its month or the next, and every month’s rebate as UTC counts', () =>
    expect(
      DAYS.filter((day) => {
        const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
        const paid = month + (dayOfMonth <= 15 ? 0 : 1);
        return (
          payDay(day, 'claim', RULE) !== utcDay(year, paid, 20) ||
          payDay(day, 'claim latest', RULE) !== utcDay(year, paid, 25) ||
          payDay(day, 'rebate', RULE) !== utcDay(year, month + 1, 45) ||
          payDay(day, 'rebate 15th', RULE) !== utcDay(year, month + 2, 15)
        );
      }),
    ).toEqual([]));

  it('takes its days from the rule', () => {
    const other: PaymentRule = { approvedBy: 10, paidFrom: 12, paidTo: 14, rebateDays: 30, rebateDayOfSecondMonth: 1 };
    expect((['claim', 'claim latest', 'rebate', 'rebate 15th'] as const).map((kind) => payDay('2024-03-11', kind, other))).toEqual([
      '2024-04-12',
      '2024-04-14',
      '2024-04-30',
      '2024-05-01',
    ]);
  });
});

describe('the latest approval', () => {
  it.each<[Day, Day]>([
    ['2024-06-25', '2024-06-15'],
    ['2024-06-24', '2024-05-15'],
    ['2024-06-30', '2024-06-15'],
    ['2024-01-24', '2023-12-15'],
    ['2024-03-31', '2024-03-15'],
  ])('to be paid by %s is %s', (payBy, approved) => expect(latestApproval(payBy, RULE)).toBe(approved));

  it('is in time, and a day later is not, for every day of thirteen years', () =>
    expect(
      DAYS.filter((payBy) => {
        const approved = latestApproval(payBy, RULE);
        return payDay(approved, 'claim latest', RULE) > payBy || payDay(addDays(approved, 1), 'claim latest', RULE) <= payBy;
      }),
    ).toEqual([]));
});
