import { describe, expect, it } from 'vitest';
import { addBusinessDays } from '../../../src/domain/calendar/business-days';
import type { Day } from '../../../src/domain/calendar/day';
import { everyDay } from '../../support/every-day';

describe('business days', () => {
  it.each<[Day, number, Day]>([
    ['2024-03-01', 0, '2024-03-01'],
    ['2024-03-01', 1, '2024-03-04'], // a Friday
    ['2024-03-02', 1, '2024-03-04'], // a Saturday
    ['2024-03-03', 1, '2024-03-04'], // a Sunday
    ['2024-03-04', 5, '2024-03-11'],
    ['2024-12-16', 45, '2025-02-17'],
  ])('%s and %i', (day, n, expected) => expect(addBusinessDays(day, n)).toBe(expected));

  it('are as many as Mondays to Fridays, from every day of three years', () => {
    const days = everyDay(2023, 2026);
    const isBusinessDay = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    const wrong = days.slice(0, 900).flatMap((day, index) =>
      [1, 2, 5, 45].filter((n) => {
        const after = addBusinessDays(day, n);
        const between = days.slice(index + 1, days.indexOf(after) + 1);
        return !isBusinessDay(after) || between.filter(isBusinessDay).length !== n;
      }),
    );
    expect(wrong).toEqual([]);
  });
});
