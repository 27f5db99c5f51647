import { dayFrom, shareFrom } from '../../cells/parse';
import { isErrorCell, plainValue, type PlainValue } from '../../cells/cell-value';
import { said, type Given } from '../../cells/scalar';
import { dayOfSerial, DAYS_FROM_1900_TO_1904, isDay, serialOf, type Day } from '../../domain/calendar/day';
import { monthNamed } from '../../domain/calendar/month-named';
import type { MonthDay } from '../../domain/calendar/deadlines';
import type { CapRule } from '../../domain/activities/caps';
import { centsOfNumber, type Cents } from '../../domain/money/money';
import { badInput, outOfRange } from '../../domain/problem';
import { readTypedAmount } from '../../domain/money/typed-amount';

/** The columns of CoopRules. They are found by name, in any order, among any others. */
export type RuleColumn =
  | 'Rule'
  | 'Program'
  | 'Lever'
  | 'From'
  | 'Value'
  | 'Note'
  | 'To'
  | 'Grade'
  | 'Source'
  | 'Pack'
  | 'Activity'
  | 'Category'
  | 'Expenses'
  | 'Proof';

/** The cells of one row. Every reading throws a Problem that says what to write instead. */
export class RuleCells {
  constructor(
    private readonly cell: (name: RuleColumn) => unknown,
    private readonly dateSystem: 1900 | 1904,
  ) {}

  isBlank(name: RuleColumn): boolean {
    return isEmpty(this.plain(name));
  }

  /** Its text, trimmed; empty if the cell is. */
  text(name: RuleColumn): string {
    return this.isBlank(name) ? '' : String(this.given(name)).trim();
  }

  given(name: RuleColumn): Given {
    const cell = this.plain(name);
    if (isErrorCell(cell)) throw badInput(`${name}: the cell has ${cell.error}.`);
    if (isEmpty(cell)) throw badInput(`${name} is empty.`);
    return cell as Given;
  }

  /** The parts of a list: one a line, or separated by semicolons. */
  list(name: RuleColumn): string[] {
    return this.text(name)
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** The table is read before the date system is set for the functions, so its serials are shifted here. */
  day(name: RuleColumn): Day {
    const cell = this.given(name);
    if (typeof cell !== 'number') return dayFrom(typeof cell === 'string' ? cell.trim() : cell, name);
    const serial = Math.floor(cell) + (this.dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);
    if (serial < serialOf('2000-01-01') || serial > serialOf('2099-12-31')) {
      throw outOfRange(`${name}: ${cell} isn't an Excel date from 2000 to 2099.`);
    }
    return dayOfSerial(serial);
  }

  share(): number {
    return shareFrom(this.given('Value'), 'Value');
  }

  amount(): Cents {
    return amountOf(this.given('Value'));
  }

  /** A whole number from 1 to a limit. */
  count(limit: number, what: string): number {
    const cell = this.given('Value');
    const count = typeof cell === 'string' && /^\d+$/.test(cell.trim()) ? Number(cell) : cell;
    if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= limit) return count;
    throw badInput(`Value: ${said(cell)} isn't ${what}. Write a whole number from 1 to ${limit}.`);
  }

  /** A day of every year, from a date or from text such as Feb 15. */
  monthDay(): MonthDay {
    const cell = this.given('Value');
    const [, month = '', day = ''] = (typeof cell === 'string' && /^([a-z]{3,9})\.? (\d{1,2})$/i.exec(cell.trim())) || [];
    const number = month === '' ? 0 : monthNamed(month);
    const found = number === 0 ? this.day('Value').slice(5) : `${`${number}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDay(`2001-${found}`)) throw badInput(`Value: ${said(cell)} isn't a day of every year. Write one such as Feb 15.`);
    return found as MonthDay;
  }

  cap(): CapRule {
    const cell = this.given('Value');
    const text = typeof cell === 'string' ? cell.trim() : '';
    if (/^no(ne| cap)$/i.test(text)) return { kind: 'none' };
    const [, perPerson, people, total] = /^(.+) per person, (\d+) (?:people|persons?), (.+) in all$/i.exec(text) ?? [];
    if (perPerson)
      return { kind: 'travel', perPerson: above0(amountOf(perPerson)), people: Number(people), total: above0(amountOf(total!)) };
    const [, share, amount] = /^([\d.]+ ?%) or (.+)$/i.exec(text) ?? [];
    if (share) return { kind: 'greater', share: above0(shareFrom(share, 'Value')), amount: above0(amountOf(amount!)) };
    if (text.endsWith('%') || isShare(cell)) return { kind: 'share', share: above0(shareFrom(cell, 'Value')) };
    return { kind: 'amount', amount: above0(amountOf(cell)) };
  }

  private plain(name: RuleColumn): PlainValue {
    return plainValue(this.cell(name) ?? null);
  }
}

/** At most 1 is a share of the co-op earned, above it US dollars. */
const isShare = (cell: Given): boolean => {
  const number = typeof cell === 'string' ? (/^[\d.]+$/.test(cell.trim()) ? Number(cell) : NaN) : cell;
  return typeof number === 'number' && number <= 1;
};

function above0(value: number): number {
  if (value <= 0) throw outOfRange('Value: a cap is above zero. Write none for no cap, or an activity rule that says not eligible.');
  return value;
}

function amountOf(cell: Given): Cents {
  const typed = typeof cell === 'string' ? readTypedAmount(cell) : null;
  if (typed !== null && 'problem' in typed) throw badInput(`Value: ${typed.problem}`);
  const cents = typed === null ? (typeof cell === 'number' ? centsOfNumber(cell) : null) : typed.cents;
  if (cents === null || !Number.isSafeInteger(cents))
    throw badInput(`Value: ${said(cell)} isn't an amount in US dollars. Write a number such as 10000.`);
  if (cents < 0) throw outOfRange("Value: an amount can't be below zero.");
  return cents;
}

const isEmpty = (cell: PlainValue): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');
