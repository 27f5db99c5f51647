import { formatDay, isDay, utcDayOf, type Day } from '../domain/calendar/day';
import { centsOf, centsOfNumber, type Cents } from '../domain/money/money';
import { firstDay, halfOf, isBareHalf, lastDay, parseHalf, type Half } from '../domain/calendar/half';
import { badInput, outOfRange } from '../domain/problem';
import { typeKey } from '../rulebook/name-keys';
import { memoize } from '../domain/memoize';
import { said, type Given } from './scalar';
import { dayOfCell } from './serial';

/** An amount from a number or plain text. Thousands separators and decimal commas are refused, since they're ambiguous. */
export function amountFrom(given: Given, name: string): Cents {
  const cents = typeof given === 'number' ? centsOfNumber(given) : typeof given === 'string' ? centsOf(given) : null;
  if (cents === null) {
    throw badInput(`${name}: ${said(given)} isn't an amount. Write a plain number such as 1234.50, without thousands separators.`);
  }
  if (!Number.isSafeInteger(cents)) throw outOfRange(`${name}: ${said(given)} is too large to be kept to the cent.`);
  return cents;
}

/** A share from a number such as 0.4 or text such as "40%". */
export function shareFrom(given: Given, name: string, least = 0): number {
  const share = typeof given === 'number' ? given : typeof given === 'string' ? shareOfText(given) : null;
  if (share === null) throw badInput(`${name}: ${said(given)} isn't a share. Write 40%, 0.4 or "40%".`);
  if (share < least || share > 1) throw outOfRange(`${name}: ${said(given)} isn't from ${least * 100}% to 100%.`);
  return share;
}

/** A day from an Excel serial or text that starts with yyyy-mm-dd. */
export function dayFrom(given: Given, name: string): Day {
  if (typeof given === 'number') {
    const day = dayOfCell(given);
    if (!day) throw outOfRange(`${name}: ${given} isn't an Excel date from 2000 to 2099.`);
    return day;
  }
  const day = typeof given === 'string' && dayOfText(given);
  if (!day) throw badInput(`${name}: ${whyNoDay(given)}`);
  return within(day, day, name) && day;
}

/** Why a value isn't a day: of a text with a year, a month, and a day in order, what is wrong with it. */
function whyNoDay(given: Given): string {
  const text = String(given);
  const [, year, , month, day] = /^(20\d\d)([-/. ]?)(\d\d?)\2(\d\d?)(?!\d)/.exec(text) ?? [];
  if (year) {
    const first = `${year}-${month!.padStart(2, '0')}-01`;
    if (!isDay(first)) return `${said(given)} has no month from 1 to 12.`;
    const meant = first.slice(0, 8) + day!.padStart(2, '0');
    return isDay(meant)
      ? `${said(given)} isn't in the form that is read. Write "${meant}".`
      : `There is no ${formatDay(first).replace(' 1,', ` ${Number(day)},`)}.`;
  }
  const why = halfOfText(text) ? 'is a fiscal half, and a day is needed' : "isn't a date in the form year-month-day";
  return `${said(given)} ${why}. Write an Excel date, or text like "2024-12-31".`;
}

/** A fiscal half from its label or from a day in it. */
export function halfFrom(given: Given, name: string): Half {
  if (typeof given !== 'string') return halfOf(dayFrom(given, name));
  const half = halfOfText(given);
  if (half) return within(firstDay(half), lastDay(half), name) && half;
  if (isBareHalf(given)) {
    throw badInput(
      `${name}: ${said(given)} alone can mean two halves: sources give it opposite deadlines. ` +
        'Include the fiscal year, such as "FY25 H1".',
    );
  }
  const day = dayOfText(given);
  if (!day)
    throw badInput(`${name}: ${said(given)} isn't a fiscal half. Write a label such as "FY25 H1", or a date in it, such as "2024-12-31".`);
  return within(day, day, name) && halfOf(day);
}

/** Text for comparing choices, without case, spaces, hyphens and dashes. */
export const fold = memoize(typeKey);

const dayOfText = memoize((text: string) => utcDayOf(text) ?? false);
const halfOfText = memoize((text: string) => parseHalf(text.replace(/\s+/g, ' ')) ?? false);

/** Reads percentages by moving the decimal point, since 33.3 / 100 has a rounding error. */
function shareOfText(text: string): number | null {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  return match ? Number(match[2] ? `${match[1]}e-2` : match[1]) : null;
}

function within(first: Day, last: Day, name: string): true {
  if (last >= '2000-01-01' && first <= '2099-12-31') return true;
  throw outOfRange(`${name}: ${first} isn't from 2000 to 2099.`);
}
