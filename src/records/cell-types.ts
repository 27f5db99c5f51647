import { serialShift } from '../cells/context';
import { amountFrom, dayFrom, fold, halfFrom, shareFrom } from '../cells/parse';
import { said, type Given } from '../cells/scalar';
import { serialOf, type Day } from '../domain/calendar/day';
import { dollars, formatAmount, formatShare, type Cents } from '../domain/money/money';
import { halfOf, labelOf, nextHalf, type Half } from '../domain/calendar/half';
import { readTypedAmount } from '../domain/money/typed-amount';
import { badInput, outOfRange } from '../domain/problem';
import type { NewCell } from './table';

/** How a column's cells are read, written and shown. A blank cell reads as `blank`; a cell that can't be read throws a Problem. */
export interface Kind<V> {
  blank: V;
  format?: string;
  /** The choices the sheet offers. Excel's limits: no commas, at most 255 characters in all. */
  choices?: readonly string[];
  /** Choices that depend on the day. */
  choicesOn?: (today: Day) => readonly string[];
  /** The column with the choices, for a list over Excel's limit. */
  choicesIn?: { table: string; column: string };
  /** Whether people may also enter other values. */
  isOpen?: boolean;
  read(cell: Given, column: string): V;
  write(value: V): NewCell;
  show(value: V): string;
}

const shownAsText = <V>(value: V): string => (value === null ? '' : String(value));

/** Any text; a number is its digits, since people type IDs as numbers. */
export const text: Kind<string> = { blank: '', read: String, write: (value) => value, show: String };

/** A name. The sheet offers those in another table's column and accepts any other. */
export const nameFrom = (table: string, column: string): Kind<string> => ({ ...text, choicesIn: { table, column }, isOpen: true });

/** A calendar day. */
export const day: Kind<Day | null> = {
  blank: null,
  format: 'yyyy-mm-dd',
  read: dayFrom,
  write: (value) => (value === null ? '' : serialOf(value) - serialShift()),
  show: shownAsText,
};

/** An amount in any currency. */
export const money: Kind<Cents | null> = {
  blank: null,
  format: '#,##0.00',
  read: typedAmount,
  write: (value) => (value === null ? '' : dollars(value)),
  show: (value) => (value === null ? '' : formatAmount(value)),
};

/** An amount; blank is zero. */
export const sum: Kind<Cents> = { blank: 0, format: '#,##0.00', read: typedAmount, write: dollars, show: formatAmount };

/** A share from 0% to 100%. */
export const share: Kind<number | null> = {
  blank: null,
  format: '0%',
  read: shareFrom,
  write: (value) => value ?? '',
  show: (value) => (value === null ? '' : formatShare(value)),
};

const HALVES_BACK = 4;
const HALVES_OFFERED = 16;

/** A fiscal half, written as its label. The sheet offers those around today and accepts any other. */
export const half: Kind<Half | null> = {
  blank: null,
  choicesOn: (today) => Array.from({ length: HALVES_OFFERED }, (_, index) => labelOf(nextHalf(halfOf(today), index - HALVES_BACK))),
  isOpen: true,
  read: halfFrom,
  write: (value) => (value === null ? '' : labelOf(value)),
  show: (value) => (value === null ? '' : labelOf(value)),
};

/** An exchange rate: any number above 0. */
export const rate: Kind<number | null> = { blank: null, format: 'General', read: above0, write: (value) => value ?? '', show: shownAsText };

/** A whole number, 0 or more. */
export const count: Kind<number | null> = { blank: null, format: '0', read: whole, write: (value) => value ?? '', show: shownAsText };

/** Yes, no or not answered. */
export const yesNo: Kind<boolean | null> = {
  blank: null,
  choices: ['yes', 'no'],
  read: yesOrNo,
  write: (value) => (value === null ? '' : value ? 'yes' : 'no'),
  show: (value) => (value === null ? '' : value ? 'yes' : 'no'),
};

/** Yes or no; blank is no. */
export const tick: Kind<boolean> = { ...yesNo, blank: false, read: yesOrNo };

/** One of `options`. `otherwise` maps other spellings, which are read but not offered. */
export function choice<C extends string>(options: readonly C[], blank: C, otherwise: Readonly<Record<string, C>> = {}): Kind<C> {
  const known = new Map<string, C>([
    ...options.map((option): [string, C] => [fold(option), option]),
    ...Object.entries(otherwise).map(([word, option]): [string, C] => [fold(word), option]),
  ]);
  return {
    blank,
    choices: options,
    read(cell, column) {
      const found = known.get(fold(String(cell)));
      if (found === undefined) throw badInput(`${column}: ${said(cell)} isn't one of ${options.join(', ')}.`);
      return found;
    },
    write: (value) => value,
    show: String,
  };
}

/** A number, or an amount typed as text. Text may be ambiguous, such as 5.400, and is then refused. */
function typedAmount(cell: Given, column: string): Cents {
  const typed = typeof cell === 'string' ? readTypedAmount(cell, null) : { cents: amountFrom(cell, column) };
  if ('problem' in typed) throw badInput(`${column}: ${typed.problem}`);
  return typed.cents ?? 0;
}

function above0(cell: Given, column: string): number {
  const value = numberIn(cell);
  if (value === null) throw badInput(`${column}: ${said(cell)} isn't a number. Write one such as 1.08, with a decimal point.`);
  if (value <= 0) throw outOfRange(`${column}: ${said(cell)} isn't above 0.`);
  return value;
}

function whole(cell: Given, column: string): number {
  const value = numberIn(cell);
  if (value === null || !Number.isInteger(value) || value < 0) throw badInput(`${column}: ${said(cell)} isn't a whole number, 0 or more.`);
  return value;
}

const numberIn = (cell: Given): number | null =>
  typeof cell === 'number' ? cell : typeof cell === 'string' && /^[+-]?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;

function yesOrNo(cell: Given, column: string): boolean {
  if (typeof cell === 'boolean') return cell;
  const word = fold(String(cell));
  if (['yes', 'y', 'true', 'x', '1'].includes(word)) return true;
  if (['no', 'n', 'false', '0'].includes(word)) return false;
  throw badInput(`${column}: ${said(cell)} isn't yes or no.`);
}
