import { isDay, SECONDS_A_DAY, serialOf } from '../../domain/calendar/day';
import { monthNamed } from '../../domain/calendar/month-named';
import { bareText } from '../bare-text';

/** The order of day, month and year in dates without a word for the month. A year of two digits may also come first. */
type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** What the dates of a column show about their order; null if they don't show it, or contradict one another. */
export type DateMeaning = DateOrder | null;

const ORDERS: readonly DateOrder[] = ['mdy', 'dmy', 'ymd'];

/**
 * Decides how to read dates such as 11/05/2024 in a column, from the others: next to 10/31/2024, the month comes first. As
 * with amounts, the evidence may come later, so the files may have to be read again.
 */
export class DateMarks {
  private readonly possible = new Set(ORDERS);
  private readonly used = new Set<DateMeaning>();
  private readonly known = new Map<string, number>();

  /** `settled` is the result of a first reading; undefined in that one. */
  constructor(private readonly settled?: DateMeaning) {}

  /** The seconds since serial 0 of a date that isn't written as in the download; null if it can't be read. */
  secondsAt(text: string): number | null {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const readings = readingsOf(bareText(text));
    if (readings.length === 0) return null;
    for (const order of ORDERS)
      if (!readings.some((reading) => reading.order === null || reading.order === order)) this.possible.delete(order);
    const [first] = readings;
    if (readings.every(({ seconds }) => seconds === first!.seconds)) return this.keep(text, first!.seconds);
    const meaning = this.meaning();
    this.used.add(meaning);
    return readings.find(({ order }) => order === meaning)?.seconds ?? null;
  }

  /** The order that all dates so far have; null if there is more than one, or none. */
  meaning(): DateMeaning {
    if (this.settled !== undefined) return this.settled;
    const [order, ...others] = this.possible;
    return order !== undefined && others.length === 0 ? order : null;
  }

  /** Whether a date was read in another order than the whole column shows. */
  isMisread(): boolean {
    const meaning = this.meaning();
    return [...this.used].some((used) => used !== meaning);
  }

  /** Keeps what doesn't depend on other dates; the text of a parser would keep the whole file in memory. */
  private keep(text: string, seconds: number): number {
    if (this.known.size >= MAX_KNOWN) this.known.clear();
    this.known.set(text.split('').join(''), seconds);
    return seconds;
  }
}

const MAX_KNOWN = 20_000;

/** Whether a text is a date that can be read in more than one order. */
export const isDateDoubtful = (text: string): boolean => new Set(readingsOf(bareText(text)).map(({ seconds }) => seconds)).size > 1;

interface Reading {
  /** Null if it's the same in every order. */
  order: DateOrder | null;
  seconds: number;
}

/** All instants that a text can mean. Its clock is UTC or has no offset, so the written day counts. */
function readingsOf(text: string): Reading[] {
  const match = text.length > LONGEST ? null : DATE_AND_CLOCK.exec(text);
  const clock = match && clockOf(match.slice(2));
  if (!match || clock === null) return [];
  const [, date = ''] = match;
  const reading = (order: DateOrder | null, year: string, month: string | number, day: string): Reading[] => {
    const iso = `${year.length === 2 ? `20${year}` : year}-${`${month}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(iso) ? [{ order, seconds: serialOf(iso) * SECONDS_A_DAY + clock }] : [];
  };
  const [, a = '', , b = '', c = ''] = IN_NUMBERS.exec(date) ?? [];
  if (a.length > 2) return reading(null, a, b, c);
  if (a !== '')
    return [
      ...(c.length > 1 ? [...reading('mdy', c, a, b), ...reading('dmy', c, b, a)] : []),
      ...(a.length === 2 && c.length <= 2 ? reading('ymd', a, b, c) : []),
    ];
  const [, compactYear, compactMonth = '', compactDay = ''] = COMPACT.exec(date) ?? [];
  if (compactYear) return reading(null, compactYear, compactMonth, compactDay);
  const [, dayFirst = '', wordSecond = '', yearThird = ''] = DAY_FIRST.exec(date) ?? [];
  const [, wordFirst = wordSecond, daySecond = dayFirst, yearLast = yearThird] = MONTH_FIRST.exec(date) ?? [];
  const month = wordFirst === '' ? 0 : monthNamed(wordFirst);
  return reading(null, yearLast, month, daySecond);
}

/** The seconds of a clock with or without AM and PM; null if there is no such time. */
function clockOf([hours = '0', minutes = '0', seconds = '0', half]: readonly (string | undefined)[]): number | null {
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return hour < 24 && Number(minutes) < 60 && Number(seconds) < 60 ? hour * 3600 + Number(minutes) * 60 + Number(seconds) : null;
}

const LONGEST = 60;
const DATE_AND_CLOCK = /^(.+?)(?:(?:[T ]|, ?)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: ?([AP])M)?)?(?: ?(?:Z|UTC|GMT))?$/i;
const IN_NUMBERS = /^(\d{1,2}|\d{4})([/.-])(\d{1,2})\2(\d{1,2}|\d{4})$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
/** 31-Oct-24 or 31 October 2024, and Oct 31, 2024. */
const DAY_FIRST = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ](\d{2}|\d{4})$/;
const MONTH_FIRST = /^(?:[A-Za-z]+day, )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
