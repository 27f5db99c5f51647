import { outOfRange } from '../problem';

/**
 * A calendar day as ISO text, `2024-03-10`; days compare with `<`. A day has no clock and no time zone: local midnight
 * doesn't exist everywhere (Brazil's daylight saving time began at midnight, Samoa has no 2011-12-30), so all of this
 * is UTC.
 */
export type Day = `${number}-${number}-${number}`;

/** The name of a day of the week. */
export type Weekday = 'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday';

/** The day from a year, a month (1 to 12) and a day of the month; throws "out of range" if there is no such day. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day {
  const day = `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
  if (!isDay(day)) throw outOfRange(`${day} isn't a day in the calendar.`);
  return day;
}

/** Whether a text is a day of the calendar, written yyyy-mm-dd. */
export function isDay(text: string): text is Day {
  return WRITTEN_DAY.test(text) && dayOfSerial(serialOf(text as Day)) === text;
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The month of a day, 1 to 12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The day of the month, 1 to 31. */
export const dayOfMonthOf = (day: Day): number => Number(day.slice(8));

/** The day n days later. */
export const addDays = (day: Day, n: number): Day => dayOfSerial(serialOf(day) + n);

/**
 * The day n months later, or that month's last day if it is shorter. It doesn't use date-fns because every cell waits
 * for functions.js, which has no room for it; the tests compare the two.
 */
export function addMonths(day: Day, n: number): Day {
  const last = lastOfMonth(day, n);
  last.setUTCDate(Math.min(dayOfMonthOf(day), last.getUTCDate()));
  return written(last);
}

/** The first day of a day's month. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** The last day of a day's month. */
export const endOfMonth = (day: Day): Day => written(lastOfMonth(day, 0));

/** How many days one day is after another. */
export const daysBetween = (from: Day, to: Day): number => serialOf(to) - serialOf(from);

/** A day as a person reads it in a sentence: Dec 31, 2026. */
export const formatDay = (day: Day): string => MEDIUM_DATE.format(new Date(day));

/** When a day of UTC ends by the clock of a time zone, this machine's if none is named: Feb 15, 2027, 6:59 PM. */
export const endOfDayIn = (day: Day, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', ...(timeZone && { timeZone }) })
    .format(new Date(`${day}T23:59:59Z`))
    .replace('\u202f', ' ');

/** A day's month as a person reads it: December 2026. */
export const formatMonth = (day: Day): string => MONTH_AND_YEAR.format(new Date(day));

/** A date range for reading; a single day is shown once. */
export const formatDays = (first: Day, last: Day): string =>
  first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`;

/** The weekday of a day. */
export const weekdayOf = (day: Day): Weekday => WEEKDAYS[new Date(day).getUTCDay()]!;

/** What a day of a weekend is called; undefined for the other days. */
export const weekendDayOf = (day: Day): Weekday | undefined => WEEKEND[new Date(day).getUTCDay()];

/** The day of an Excel serial in the 1900 system, without its time; correct from 1900-03-01, since Excel counts a day before it that never existed. */
export function dayOfSerial(serial: number): Day {
  return written(new Date((Math.floor(serial) - SERIAL_OF_1970) * MILLISECONDS_A_DAY));
}

/** Instants are counted in seconds, days in serials. */
export const SECONDS_A_DAY = 86_400;

/** Today in UTC, the time zone of all deadlines. The pane starts with it; functions get their day as an argument. */
export const todayInUtc = (): Day => written(new Date());

/** The current instant, yyyy-mm-ddThh:mm:ssZ: for history entries only, never for calculations. */
export const nowInUtc = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** How much larger serials of the 1900 system are than those of the 1904 system. */
export const DAYS_FROM_1900_TO_1904 = 1462;

/** The Excel serial of a day in the 1900 system. */
export const serialOf = (day: Day): number => Date.parse(day) / MILLISECONDS_A_DAY + SERIAL_OF_1970;

/**
 * The UTC day of an instant written yyyy-mm-dd with or without a time; null for any other format. An offset or Z
 * converts; without one the written day counts.
 */
export function utcDayOf(instantText: string): Day | null {
  const seconds = utcSecondsOf(instantText);
  return seconds === null ? null : dayOfSerial(seconds / SECONDS_A_DAY);
}

/** The same instant in seconds since serial 0; null for any other format. */
export function utcSecondsOf(instantText: string): number | null {
  const match = INSTANT.exec(instantText.trim());
  if (!match || !isDay(match[1]!)) return null;
  const [, day, hours = 0, minutes = 0, seconds = 0, sign = '', offsetHours = 0, offsetMinutes = 0] = match;
  const offset = Number(`${sign}1`) * (+offsetHours * 60 + +offsetMinutes);
  return serialOf(day) * SECONDS_A_DAY + (+hours * 60 + +minutes - offset) * 60 + +seconds;
}

const SERIAL_OF_1970 = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const WEEKEND: Record<number, Weekday> = { 0: 'Sunday', 6: 'Saturday' };
const MEDIUM_DATE = /* @__PURE__ */ new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const MONTH_AND_YEAR = /* @__PURE__ */ new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const WRITTEN_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const HOURS = '(?:[01]\\d|2[0-3])';
const MINUTES = '[0-5]\\d';
const INSTANT = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})(?:[T ](${HOURS}):(${MINUTES})(?::(${MINUTES}(?:\\.\\d+)?))? ?(?:Z|([+-])(${HOURS}):?(${MINUTES}))?)?$`,
  'i',
);

/** The last day of the month n months later, which is day 0 of the one after. */
const lastOfMonth = (day: Day, n: number): Date => new Date(Date.UTC(yearOf(day), monthOf(day) + n, 0));

/** Built by hand: toISOString takes five times as long, and every cell of a calendar calls this. */
function written(date: Date): Day {
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as Day;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
