import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimBy, claimDays, earningHalfFor, isInTime, retention, type DeadlineRule } from '../../../src/domain/calendar/deadlines';
import { safeBy, type SafetyQuestion } from '../../../src/domain/calendar/safe-day';
import { addDays, utcDayOf, type Day } from '../../../src/domain/calendar/day';
import { payDay, type PaymentRule } from '../../../src/domain/calendar/payment-dates';
import { firstDay, labelOf, lastDay, nextHalf, type Half } from '../../../src/domain/calendar/half';
import { everyDay } from '../../support/every-day';

const DATES: DeadlineRule = {
  claimOpens: { 1: '08-16', 2: '02-16' },
  claim: { 1: '02-15', 2: '08-15' },
  resolution: { 1: '03-31', 2: '09-30' },
  retentionMonths: 24,
  advisedDays: 45,
};
const PAYMENT: PaymentRule = { approvedBy: 15, paidFrom: 20, paidTo: 25, rebateDays: 45, rebateDayOfSecondMonth: 15 };
const FY24_H1: Half = { fiscalYear: 2024, half: 1 };
const DAYS: Day[] = everyDay(2018, 2030);

describe('the half that pays', () => {
  it.each<[string, Day, string]>([
    ['T14', '2024-01-31', 'FY24 H1'],
    ['T15: its first day', '2024-06-25', 'FY24 H1'],
    ['T15: its last, in another usage period', '2024-07-05', 'FY24 H2'],
    ['T16: not FY24 H1', '2024-07-10', 'FY24 H2'],
    ['the last day of usage', '2024-06-30', 'FY24 H1'],
    ['the first', '2024-01-01', 'FY24 H1'],
    ['the day before', '2023-12-31', 'FY23 H2'],
  ])('%s: %s is paid for by %s', (_, day, label) => expect(labelOf(earningHalfFor(day))).toBe(label));

  it('has its usage period around every day of thirteen years', () =>
    expect(
      DAYS.filter((day) => {
        const usage = nextHalf(earningHalfFor(day));
        return day < firstDay(usage) || day > lastDay(usage);
      }),
    ).toEqual([]));
});

describe('claiming by', () => {
  it.each<[string, Day, 'final' | 'advised' | 'resolution' | 'usage end', Day]>([
    ['T14: must (C10)', '2024-01-31', 'final', '2024-08-15'],
    ['T14: should (C10)', '2024-01-31', 'advised', '2024-03-16'],
    ['T15: the last day decides', '2024-07-05', 'final', '2025-02-15'],
    ['the last day of usage', '2024-06-30', 'final', '2024-08-15'],
    ['the last day of usage', '2024-06-30', 'advised', '2024-08-14'],
    ['T07', '2025-12-31', 'final', '2026-02-15'],
    ['open claims', '2024-01-31', 'resolution', '2024-09-30'],
    ['the period', '2024-01-31', 'usage end', '2024-06-30'],
    ['the other half of a year', '2024-07-05', 'resolution', '2025-03-31'],
    ['the other half of a year', '2024-07-05', 'usage end', '2024-12-31'],
  ])('%s: ended %s, %s: %s', (_, end, kind, day) => expect(claimBy(end, kind, DATES)).toBe(day));
});

describe('the days of a claim', () => {
  it.each([
    ['T04', 2024, 1, ['2024-01-01', '2024-06-30', '2024-02-16', '2024-08-15', '2024-09-30']],
    ['T05', 2024, 2, ['2024-07-01', '2024-12-31', '2024-08-16', '2025-02-15', '2025-03-31']],
    ['T07', 2025, 2, ['2025-07-01', '2025-12-31', '2025-08-16', '2026-02-15', '2026-03-31']],
  ] as const)('%s: earned in FY%i H%i', (_, fiscalYear, half, expected) =>
    expect(Object.values(claimDays({ fiscalYear, half }, DATES))).toEqual(expected),
  );
});

describe('in time', () => {
  it.each<[string, string, boolean]>([
    ['T13: the last second', '2024-08-15T23:59:59Z', true],
    ['T13: one later', '2024-08-16T00:00:00Z', false],
    ['T13: in Seattle, the same second', '2024-08-15T16:59:59-07:00', true],
    ['T13: in Seattle, one later', '2024-08-15T17:00:00-07:00', false],
    ['T13: already the 16th in Apia', '2024-08-16T12:59:59+13:00', true],
    ['T13: and one later', '2024-08-16T13:00:00+13:00', false],
    ['T17: before Learn’s window (C8)', '2024-01-20', true],
    ['T13: no zone, as written', '2024-08-15T23:59', true],
    ['a Saturday is not moved (C37)', '2024-08-17', false],
  ])('%s: %s, %s', (_, submitted, inTime) => expect(isInTime(utcDayOf(submitted)!, FY24_H1, DATES)).toBe(inTime));

  it('T11: on Saturday, February 15, 2020, and not the day after', () => {
    const earned: Half = { fiscalYear: 2019, half: 2 };
    expect(isInTime('2020-02-15', earned, DATES)).toBe(true);
    expect(isInTime('2020-02-16', earned, DATES)).toBe(false);
  });

  it('a claim on its final day is, for every activity of thirteen years, and a day later is not', () =>
    expect(
      DAYS.filter((end) => {
        const by = claimBy(end, 'final', DATES);
        return !isInTime(by, earningHalfFor(end), DATES) || isInTime(addDays(by, 1), earningHalfFor(end), DATES);
      }),
    ).toEqual([]));
});

describe('the safe last day', () => {
  const question: SafetyQuestion = { earned: FY24_H1, payBy: null, reviewDays: 30, proofDays: 14, dates: DATES, payment: PAYMENT };

  it.each<[string, Partial<SafetyQuestion>, Day]>([
    ['the end of usage', {}, '2024-06-30'],
    ['T05: the end of the other usage', { earned: { fiscalYear: 2024, half: 2 } }, '2024-12-31'],
    ['46 days of proof just fit', { proofDays: 46, reviewDays: 0 }, '2024-06-30'],
    ['47 do not', { proofDays: 47, reviewDays: 0 }, '2024-06-29'],
    ['60 days of proof', { proofDays: 60 }, '2024-06-16'],
    ['a review that just fits before resolution', { proofDays: 0, reviewDays: 92 }, '2024-06-30'],
    ['and a day longer', { proofDays: 0, reviewDays: 93 }, '2024-06-29'],
    ['proof comes before review', { proofDays: 10, reviewDays: 90 }, '2024-06-22'],
    ['money by June 25: approved June 15', { payBy: '2024-06-25' }, '2024-05-02'],
    ['money by June 24: approved May 15', { payBy: '2024-06-24' }, '2024-04-01'],
    ['money late enough', { payBy: '2024-12-25' }, '2024-06-30'],
    ['money by a day, without a rule of payment', { payBy: '2024-06-25', payment: null }, '2024-06-30'],
  ])('%s: %o is %s', (_, change, day) => expect(safeBy({ ...question, ...change })).toBe(day));

  it('is the last day that meets every limit', () => {
    const days = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(
        days,
        days,
        fc.option(fc.constantFrom(...DAYS.filter((day) => day >= '2024-02-01' && day <= '2024-12-31'))),
        (reviewDays, proofDays, payBy) => {
          const meets = (end: Day) => {
            const claimed = addDays(end, proofDays);
            const approved = addDays(claimed, reviewDays);
            return (
              end <= '2024-06-30' &&
              claimed <= '2024-08-15' &&
              approved <= '2024-09-30' &&
              (payBy === null || payDay(approved, 'claim latest', PAYMENT) <= payBy)
            );
          };
          const safe = safeBy({ ...question, reviewDays, proofDays, payBy });
          expect(meets(safe)).toBe(true);
          expect(meets(addDays(safe, 1))).toBe(false);
        },
      ),
    );
  });
});

describe('keeping proof', () => {
  it('T19: three sources, three days; the latest satisfies all (C14)', () =>
    expect(retention('2024-01-31', DATES)).toEqual({
      fromActivity: '2026-01-31',
      fromEarningOrClaims: '2026-08-15',
      fromClaims: '2026-08-15',
      keepUntil: '2026-08-15',
    }));
  it.each<[Day, Day, Day]>([
    ['2024-02-29', '2026-02-28', '2026-08-15'],
    ['2024-06-30', '2026-06-30', '2026-08-15'],
    ['2024-07-01', '2026-07-01', '2027-02-15'],
    ['2024-12-31', '2026-12-31', '2027-02-15'],
  ])('of %s: two years are over on %s, and it is kept until %s', (end, fromActivity, keepUntil) =>
    expect(retention(end, DATES)).toMatchObject({ fromActivity, keepUntil }),
  );

  it('the latest is one of the three and no earlier than any, for every day of thirteen years', () =>
    expect(
      DAYS.filter((end) => {
        const { keepUntil, fromActivity, fromEarningOrClaims, fromClaims } = retention(end, DATES);
        const three = [fromActivity, fromEarningOrClaims, fromClaims];
        return !three.includes(keepUntil) || three.some((day) => day > keepUntil);
      }),
    ).toEqual([]));
});
