import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsByDateFns, lastDayOfMonth } from 'date-fns';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfMonthOf,
  dayOfSerial,
  daysBetween,
  endOfMonth,
  endOfDayIn,
  formatDay,
  formatDays,
  isDay,
  makeDay,
  monthOf,
  nowInUtc,
  serialOf,
  todayInUtc,
  utcDayOf,
  utcSecondsOf,
  weekdayOf,
  yearOf,
  type Day,
  type Weekday,
} from '../../../src/domain/calendar/day';
import { outOfRange } from '../../../src/domain/problem';
import { everyDay, utcDay } from '../../support/every-day';

// all that a date argument may be
const CENTURY: Day[] = everyDay(2000, 2099);
const parts = (day: Day) => [yearOf(day), monthOf(day), dayOfMonthOf(day)] as const;
const daysIn = (year: number, month: number) => Number(utcDay(year, month + 1, 0).slice(8));

describe('a day of the calendar', () => {
  it.each<[number, number, number, Day]>([
    [2024, 2, 29, '2024-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2024, 12, 31, '2024-12-31'],
    [2011, 12, 30, '2011-12-30'],
  ])('%d, %d and %d make %s', (year, month, day, made) => expect(makeDay(year, month, day)).toBe(made));

  it.each([
    [2023, 2, 29],
    [2100, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 0, 1],
    [2024, 13, 1],
    [2024, 1, 0],
    [2024, 1, 32],
    [2024, 1.5, 1],
    [99, 1, 1],
    [NaN, 1, 1],
  ])('%d, %d and %d make none: out of range', (year, month, day) =>
    expect(() => makeDay(year, month, day)).toThrow(
      outOfRange(`${year}-${month < 10 ? 0 : ''}${month}-${day < 10 ? 0 : ''}${day} isn't a day in the calendar.`),
    ),
  );

  it.each([
    '',
    '2024',
    '2024-1-1',
    '20240101',
    '24-01-01',
    '02024-01-01',
    ' 2024-01-01',
    '2024-01-01 ',
    '2024/01/01',
    '2024-01-01T00:00Z',
    '31.12.2024',
    '+2024-01-01',
  ])('%j is not written as one', (text) => expect(isDay(text)).toBe(false));

  it('is every day of a century and no other text of that form', () => {
    const real = new Set<string>(CENTURY);
    const two = (n: number) => `${n}`.padStart(2, '0');
    const wrong: string[] = [];
    for (let year = 2000; year <= 2099; year++) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${two(month)}-${two(day)}`;
          if (isDay(text) !== real.has(text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('falls apart into the parts it is made of', () => expect(CENTURY.filter((day) => makeDay(...parts(day)) !== day)).toEqual([]));
  it('compares as text', () => expect(CENTURY.filter((day, n) => n > 0 && !(CENTURY[n - 1]! < day))).toEqual([]));
});

describe('a day in a sentence', () => {
  it.each([
    ['2026-12-31', 'Dec 31, 2026'],
    ['2024-02-29', 'Feb 29, 2024'],
    ['2027-01-01', 'Jan 1, 2027'],
    ['2099-05-09', 'May 9, 2099'],
  ] as const)('writes %s as %s in every time zone', (day, text) => expect(formatDay(day)).toBe(text));
  it.each([
    ['America/New_York', 'Feb 15, 2027, 6:59 PM'],
    ['Asia/Tokyo', 'Feb 16, 2027, 8:59 AM'],
    ['UTC', 'Feb 15, 2027, 11:59 PM'],
  ])('ends a day of UTC by the clock of %s at %s', (zone, text) => expect(endOfDayIn('2027-02-15', zone)).toBe(text));
});

it.each<[Day, Day, string]>([
  ['2024-03-10', '2024-03-10', 'Mar 10, 2024'],
  ['2024-03-10', '2024-03-11', 'Mar 10, 2024 to Mar 11, 2024'],
])('the days %s to %s are read as "%s"', (first, last, text) => expect(formatDays(first, last)).toBe(text));

describe('serials', () => {
  it.each<[Day, number]>([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2000-01-01', 36_526],
    ['2024-03-10', 45_361],
    ['2099-12-31', 73_050],
  ])('%s is %d', (day, serial) => {
    expect(serialOf(day)).toBe(serial);
    expect(dayOfSerial(serial)).toBe(day);
  });

  it('count the days of a century without a gap, both ways, at any time of the day', () =>
    expect(
      CENTURY.filter((day, n) => {
        const serial = 36_526 + n;
        return serialOf(day) !== serial || [0, 0.5, 0.999_99].some((time) => dayOfSerial(serial + time) !== day);
      }),
    ).toEqual([]));
});

describe('counting days', () => {
  it.each<[Day, number, Day, string]>([
    ['2024-01-31', 45, '2024-03-16', 'T14: advised within 45 days'],
    ['2022-10-31', 45, '2022-12-15', 'T39'],
    ['2024-02-29', 45, '2024-04-14', 'T39'],
    ['2023-02-28', 1, '2023-03-01', 'no leap year'],
    ['2024-02-28', 1, '2024-02-29', 'a leap year'],
    ['2011-12-29', 1, '2011-12-30', 'Samoa has no such day'],
    ['2011-12-31', -1, '2011-12-30', 'nor from the other side'],
    ['2018-11-03', 1, '2018-11-04', 'its midnight does not exist in Brazil'],
    ['2018-02-17', 1, '2018-02-18', 'its evening before happens twice in Brazil'],
  ])('%s and %d is %s: %s', (day, n, later) => {
    expect(addDays(day, n)).toBe(later);
    expect(daysBetween(day, later)).toBe(n);
  });

  it.each([-366, -45, -1, 0, 1, 45, 59, 366])('every day of a century and %d is what UTC says', (n) =>
    expect(
      CENTURY.filter((day) => {
        const [year, month, dayOfMonth] = parts(day);
        const later = addDays(day, n);
        return later !== utcDay(year, month, dayOfMonth + n) || daysBetween(day, later) !== n;
      }),
    ).toEqual([]),
  );

  it('there and back is no way', () =>
    fc.assert(
      fc.property(fc.constantFrom(...CENTURY), fc.constantFrom(...CENTURY), (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0);
      }),
    ));
});

describe('counting months', () => {
  it.each<[Day, number, Day]>([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2024-12-31', 1, '2025-01-31'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-08-15', 24, '2026-08-15'],
    ['2011-11-30', 1, '2011-12-30'],
    ['2018-10-04', 1, '2018-11-04'],
  ])('%s and %d is %s', (day, n, later) => expect(addMonths(day, n)).toBe(later));

  it.each([-24, -13, -1, 0, 1, 2, 24])('every day of a century and %d keeps its number, or its month’s last', (n) =>
    expect(
      CENTURY.filter((day) => {
        const [year, month, dayOfMonth] = parts(day);
        return addMonths(day, n) !== utcDay(year, month + n, Math.min(dayOfMonth, daysIn(year, month + n)));
      }),
    ).toEqual([]),
  );

  it('every day of a century has the last of its month', () =>
    expect(CENTURY.filter((day) => endOfMonth(day) !== utcDay(yearOf(day), monthOf(day) + 1, 0))).toEqual([]));

  // functions.js has no room for date-fns, so it is what our own months are held against
  it('adds months and ends them as date-fns does', () => {
    const written = (date: Date): string => date.toISOString().slice(0, 10);
    const other = CENTURY.filter(
      (day) =>
        endOfMonth(day) !== written(lastDayOfMonth(new UTCDateMini(day))) ||
        [-25, -12, -1, 1, 6, 13].some((n) => addMonths(day, n) !== written(addMonthsByDateFns(new UTCDateMini(day), n))),
    );
    expect(other).toEqual([]);
  });
});

describe('weekdays', () => {
  it.each<[Day, Weekday, string]>([
    ['2020-02-15', 'Saturday', 'T11: the portal itself printed "Sat"'],
    ['2025-08-15', 'Friday', 'F2'],
    ['2024-08-15', 'Thursday', 'T04'],
    ['2011-12-30', 'Friday', 'skipped in Samoa'],
    ['2018-11-04', 'Sunday', 'begins at one in Brazil'],
  ])('%s is a %s: %s', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));

  it('follow each other through a century', () => {
    const week = ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
    expect(CENTURY.filter((day, n) => weekdayOf(day) !== week[n % 7])).toEqual([]);
  });
});

describe('the UTC day of an instant', () => {
  it.each<[string, Day, string]>([
    ['2024-08-15', '2024-08-15', 'a day is itself'],
    ['2024-08-15T23:59:59Z', '2024-08-15', 'T13: the last second'],
    ['2024-08-16T00:00:00Z', '2024-08-16', 'T13: one later'],
    ['2025-01-01T00:00:00.000Z', '2025-01-01', 'F5: December 31 in America'],
    ['2025-01-01T00:00Z', '2025-01-01', 'F5'],
    ['2025-01-01T00:00', '2025-01-01', 'no zone: as written'],
    ['2024-12-31 23:59:59.999', '2024-12-31', 'no zone: as written'],
    ['2024-08-15T20:00:00-04:00', '2024-08-16', 'midnight UTC'],
    ['2024-08-15T19:59:59-04:00', '2024-08-15', 'a second before'],
    ['2024-08-16T02:00:00+02:00', '2024-08-16', 'midnight UTC'],
    ['2024-08-16T01:59:59+02:00', '2024-08-15', 'a second before'],
    ['2024-08-16T05:29+0530', '2024-08-15', 'half an hour, without its colon'],
    ['2024-08-16T05:30+0530', '2024-08-16', 'to the minute'],
    ['2024-08-15T20:30-03:30', '2024-08-16', 'west by a half hour'],
    ['2024-08-15T20:29-03:30', '2024-08-15', 'west by a half hour'],
    ['2024-12-31T23:00-01:00', '2025-01-01', 'over the year'],
    ['2024-03-01T00:30+01:00', '2024-02-29', 'into a leap day'],
    ['2011-12-30T12:00Z', '2011-12-30', 'Samoa'],
    ['2018-11-04T00:00', '2018-11-04', 'Brazil'],
    ['2024-08-15t23:59:59z', '2024-08-15', 'small letters'],
    ['2024-08-15 10:00 +02:00', '2024-08-15', 'spaced'],
    [' 2024-08-15 ', '2024-08-15', 'trimmed'],
  ])('%j is %s: %s', (text, day) => expect(utcDayOf(text)).toBe(day));

  it.each([
    '',
    'soon',
    '31.12.2024',
    '12/31/2024',
    '2024-02-30',
    '2023-02-29T10:00Z',
    '2024-8-15',
    '2024-08-15T',
    '2024-08-15T24:00',
    '2024-08-15T23:60',
    '2024-08-15T23:59:60',
    '2024-08-15Z',
    '2024-08-15T10',
    '2024-08-15T10:00+24:00',
    '2024-08-15T10:00+02',
    '2024-08-15T10:00 CET',
    '2024-08-15T10:00Z Z',
    'x2024-08-15',
    '45361',
  ])('%j is none', (text) => expect(utcDayOf(text)).toBeNull());

  it('is that of Date, whatever the offset', () => {
    const two = (n: number) => `${n}`.padStart(2, '0');
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${two(h)}:${two(m)}`);
    fc.assert(
      fc.property(fc.constantFrom(...CENTURY), time, fc.constantFrom('+', '-'), time, (day, clock, sign, offset) => {
        const text = `${day}T${clock}:30${sign}${offset}`;
        expect(utcDayOf(text)).toBe(new Date(text).toISOString().slice(0, 10));
      }),
    );
  });
});

describe('the seconds of an instant', () => {
  it.each<[string, number | null]>([
    ['1900-01-01', 2 * 86_400],
    ['1970-01-01T00:00:01Z', 25_569 * 86_400 + 1],
    ['1970-01-01T01:02:03.5', 25_569 * 86_400 + 3723.5],
    ['1970-01-01T01:02:03+01:02', 25_569 * 86_400 + 3],
    ['soon', null],
  ])('of %j are %s', (text, seconds) => expect(utcSecondsOf(text)).toBe(seconds));
});

describe('today', () => {
  afterEach(() => void vi.useRealTimers());

  it.each<[string, Day]>([
    ['2024-12-31T23:59:59.999Z', '2024-12-31'],
    ['2025-01-01T00:00:00.000Z', '2025-01-01'],
    ['2024-02-29T12:00:00.000Z', '2024-02-29'],
    ['2025-08-15T10:30:00.000Z', '2025-08-15'],
  ])('at %s is %s, wherever the machine stands', (instant, day) => {
    vi.useFakeTimers({ now: Date.parse(instant) });
    expect(todayInUtc()).toBe(day);
    expect(nowInUtc()).toBe(`${instant.slice(0, 19)}Z`);
  });
});
