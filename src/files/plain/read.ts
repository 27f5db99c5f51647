import { amountFrom, dayFrom, halfFrom, shareFrom } from '../../cells/parse';
import { readChoice, readCount } from '../../cells/read';
import { isBlank } from '../../cells/scalar';
import { dayOfSerial, serialOf, type Day } from '../../domain/calendar/day';
import { dollars } from '../../domain/money/money';
import { badInput, outOfRange } from '../../domain/problem';
import { findActivity } from '../../rulebook/find-activity';
import { findLever } from '../../rulebook/find-lever';
import { fold } from '../../rulebook/names';
import { ownRulebook } from '../../rulebook/own-rule';
import { findProgram } from '../../rulebook/find-program';
import { DEFAULT_PROGRAM, type ProgramId } from '../../rulebook/rules/programs';
import { call, hasAny, numberOf, NUM_ERROR, quoted, VALUE_ERROR, when } from './formula-text';
import { rowOfHalf } from './half-table';
import type { Gives, Operand } from './operand';
import type { Book, NameAsked } from './book';
import { NEWEST } from './workings-names';
import { foldedText } from './spellings';
import { Unplain } from './unplain';

// How the add-in reads arguments (cells/read.ts), as formulas. What is written in the formula is read by the add-in's own
// readers; the formulas here are for what is in cells, which may change.

type Formula = Extract<Operand, { kind: 'formula' }>;
type Value = Extract<Operand, { kind: 'value' }>['value'];

/** An error that was written in the formula. */
const ERRORS: readonly string[] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

/** Reads an operand: `fixed` what is written, null if omitted; `worked` what cells give. */
function read(operand: Operand, fixed: (value: Value | null) => string, worked: (formula: Formula) => string): string {
  switch (operand.kind) {
    case 'omitted':
      return fixed(null);
    case 'value':
      return fixed(typeof operand.value === 'string' ? operand.value.trim() : operand.value);
    case 'error':
      if (!ERRORS.includes(operand.code)) throw new Unplain(`${operand.code} is an error that older versions of Excel don't have.`);
      return operand.code;
    case 'formula':
      return worked(operand);
    case 'either':
      return when(operand.condition, read(operand.yes, fixed, worked), read(operand.no, fixed, worked));
  }
}

/** Longer formulas aren't repeated as often as reading every kind of text in them takes. */
const LONGEST_REPEATED = 100;
const isLong = ({ text }: Formula): boolean => text.length > LONGEST_REPEATED;

const isNumeric = (gives: Gives): boolean => gives === 'number' || gives === 'amount' || gives === 'day';
const isWords = (gives: Gives): boolean => gives === 'text' || gives === 'half';

/** What is written for a number or for a text, by which of the two a formula may give; a logical value is neither. */
function byType({ text: x, gives }: Formula, inNumber: string, inText: string): string {
  if (isNumeric(gives)) return inNumber;
  if (gives === 'logical') return VALUE_ERROR;
  return isWords(gives) ? inText : when(`ISNUMBER(${x})`, when(`ISLOGICAL(${x})`, VALUE_ERROR, inNumber), inText);
}

/** Whether a value counts as left out. */
const blank = (x: string): string => call('OR', `${x}=""`, `${x}=0`);

/** The largest amount that is kept to the cent. */
export const MAX_AMOUNT = '90071992547409.91';

/** What isn't a plain number such as -1234.50. */
const NO_NUMBER = ['%', ',', ' ', '$', 'e', '_', '(', '/', ':', '|.', '|-.', '|+.', '.|', '--', '+-', '-+', '++', '||'];

function numberIn(formula: Formula, write: (x: string) => string, blankIs: string): string {
  const { text: x, gives } = formula;
  const inText = when(hasAny(x, NO_NUMBER), VALUE_ERROR, write(numberOf(x)));
  if (gives === 'amount' || (isNumeric(gives) && isLong(formula))) return write(x);
  const inNumber = when(`ABS(${x})<=${MAX_AMOUNT}`, write(x), NUM_ERROR);
  return byType(formula, inNumber, when(`${x}=""`, blankIs, inText));
}

/** A required amount in cents' precision; blank is 0. */
export function amountOf(operand: Operand, name: string): string {
  return read(
    operand,
    (value) => `${dollars(amountFrom(value ?? 0, name))}`.replace('e', 'E'),
    (formula) => (formula.gives === 'amount' ? formula.text : numberIn(formula, (x) => `ROUND(${x},2)`, '0')),
  );
}

/** An amount again, in a formula that is an error anyway if it can't be read. */
export function sameAmount(operand: Operand, name: string): string {
  return read(
    operand,
    () => amountOf(operand, name),
    (formula) => {
      const { text: x, gives } = formula;
      if (gives === 'amount' || isNumeric(gives)) return amountOf(formula, name);
      return `ROUND(IF(ISNUMBER(${x}),${x},${numberOf(x)}),2)`;
    },
  );
}

/** A required number that isn't rounded; blank is 0. */
export function wholeNumberOf(operand: Operand, name: string): string {
  return read(
    operand,
    (value) => {
      if (value === null || isBlank(value)) return '0';
      amountFrom(value, name);
      return String(Number(value)).replace('e', 'E');
    },
    (formula) => numberIn(formula, (x) => x, '0'),
  );
}

/** A value written in the formula that replaces a rule's. */
function replacement(value: Value | null, name: string): Value {
  if (value === null || isBlank(value)) throw badInput(`${name} is blank or zero.`);
  return value;
}

/** An amount that replaces a rule's; null if it is omitted. Blank or 0 in a cell is an error, as is one below zero. */
export function overrideOf(operand: Operand, name: string): string | null {
  if (operand.kind === 'omitted') return null;
  return read(
    operand,
    (value) => {
      const cents = amountFrom(replacement(value, name), name);
      if (cents < 0) throw outOfRange(`${name} is below zero.`);
      return String(dollars(cents));
    },
    (formula) => {
      const { text: x } = formula;
      const rounded = numberIn(formula, (n) => `IF(${n}<-0.005,${NUM_ERROR},ROUND(${n},2))`, VALUE_ERROR);
      return isWords(formula.gives) ? rounded : when(`AND(ISNUMBER(${x}),${x}=0)`, VALUE_ERROR, rounded);
    },
  );
}

const NO_SHARE = [...NO_NUMBER.filter((part) => part !== '%'), '%%', '|%'];

/** A share that replaces a rule's, above 0 to 1; null if it is omitted. */
export function shareOf(operand: Operand, name: string): string | null {
  if (operand.kind === 'omitted') return null;
  return read(
    operand,
    (value) => String(shareFrom(replacement(value, name), name)),
    (formula) => {
      const { text: x } = formula;
      const within = (n: string): string => when(call('AND', `${n}>=0`, `${n}<=1`), n, NUM_ERROR);
      const inNumber = when(`${x}=0`, VALUE_ERROR, within(x));
      const written = `SUBSTITUTE(TRIM(${x})," %","%")`;
      const inText = when(hasAny(written, NO_SHARE), VALUE_ERROR, within(`ROUND(${numberOf(written)},14)`));
      return byType(formula, inNumber, inText);
    },
  );
}

/** A whole number within limits; blank or 0 is the default, "0" as text is zero. */
export function countOf(operand: Operand, name: string, limits: { min: number; max: number; omitted: number }): string {
  const { min, max, omitted } = limits;
  return read(
    operand,
    (value) => String(readCount(value, name, limits)),
    (formula) => {
      const { text: x } = formula;
      const within = (n: string): string => when(call('AND', `${n}>=${min}`, `${n}<=${max}`), n, NUM_ERROR);
      const inNumber = when(`${x}=0`, `${omitted}`, when(`${x}<>INT(${x})`, VALUE_ERROR, within(x)));
      const inText = when(hasAny(x, [...NO_NUMBER, '.']), VALUE_ERROR, within(numberOf(x)));
      return byType(formula, inNumber, when(`${x}=""`, `${omitted}`, inText));
    },
  );
}

/** One of a few choices: `write` gives the formula for each. Blank is the first. */
export function byChoice<C extends string>(operand: Operand, name: string, choices: readonly C[], write: (choice: C) => string): string {
  return read(
    operand,
    (value) => write(readChoice(value, name, choices)),
    ({ text: x }) => {
      const folded = ['" "', '"-"', '"_"', '"\u2013"'].reduce((text, letter) => `SUBSTITUTE(${text},${letter},"")`, x);
      const known = choices.map((choice) => quoted(choice.replace(/[ -]/g, '')));
      const position = `IFERROR(MATCH(${folded},{${known.join(',')}},0),IF(ISERROR(${x}),${x},${VALUE_ERROR}))`;
      return call('CHOOSE', call('IF', call('OR', `${x}=""`, `${x}=0`, `${x}="0"`), '1', position), ...choices.map(write));
    },
  );
}

/** A day written in the formula. */
function fixedDay(value: Value | null, name: string, book: Book): Day {
  if (value === null || isBlank(value)) throw badInput(`${name} is missing or blank.`);
  return dayFrom(typeof value === 'number' ? dayText(value, book, name) : value, name);
}

/** A number of a cell as a day of the 1900 system. */
function dayText(serial: number, book: Book, name: string): Day {
  const shifted = Math.floor(serial) + serialOf('2000-01-01') - book.serial('2000-01-01');
  if (Math.abs(shifted) > 100_000 || shifted < 1) throw outOfRange(`${name}: ${serial} isn't an Excel date from 2000 to 2099.`);
  return dayOfSerial(shifted);
}

/** A day in a text such as 2024-03-10, with a time and an offset only if the book reads them. */
function dayInText(x: string, { readsTimes }: Book): string {
  if (!readsTimes) {
    const isDay = `LEN(${x})&MID(${x},5,1)&MID(${x},8,1)="10--"`;
    return when(isDay, when(`LEFT(${x},2)="20"`, `DATEVALUE(${x})`, NUM_ERROR), VALUE_ERROR);
  }
  const offset = `RIGHT(SUBSTITUTE(RIGHT(${x},6),":",""),5)`;
  const time = call(
    'AND',
    `ISNUMBER(FIND(MID(${x},11,1),"Tt "))`,
    `MID(${x},14,1)=":"`,
    `MID(${x},12,2)<"24"`,
    `MID(${x},15,2)<"60"`,
    `ISNUMBER(FIND(RIGHT(${x}),"0123456789Zz"))`,
  );
  const minutes = `MID(${x},12,2)*60+MID(${x},15,2)`;
  const shift = `IF(ISNUMBER(FIND(LEFT(${offset}),"+-")),IF(LEFT(${offset})="-",-1,1)*(MID(${offset},2,2)*60+RIGHT(${offset},2)),0)`;
  const timed = `INT(DATEVALUE(LEFT(${x},10))+(IF(${time},${minutes},${VALUE_ERROR})-${shift})/1440)`;
  return when(
    `MID(${x},5,1)&MID(${x},8,1)="--"`,
    when(`LEFT(${x},2)="20"`, when(`LEN(${x})=10`, `DATEVALUE(${x})`, timed), NUM_ERROR),
    VALUE_ERROR,
  );
}

const FIRST: Day = '2000-01-01';
const LAST: Day = '2099-12-31';

/** A required day, as a whole number. */
export function dayOf(operand: Operand, name: string, book: Book): string {
  return read(
    operand,
    (value) => `${book.serial(fixedDay(value, name, book))}`,
    (formula) => {
      const { text: x, gives } = formula;
      const isDay = call('AND', `${x}>=${book.serial(FIRST)}`, `${x}<${book.serial(LAST) + 1}`);
      const inNumber = when(`${x}=0`, VALUE_ERROR, when(isDay, `INT(${x})`, NUM_ERROR));
      if (gives === 'day') return when(isDay, x, NUM_ERROR);
      return gives === 'half' ? VALUE_ERROR : byType(formula, inNumber, dayInText(x, book));
    },
  );
}

/** An optional day; omitted or blank is the day of the newest rules. */
export function ruleDayOf(operand: Operand, name: string, book: Book): string {
  return optional(operand, `${NEWEST}`, (given) => dayOf(given, name, book));
}

/** What a blank operand gives, and what another does. */
export function optional(operand: Operand, omitted: string, write: (operand: Operand) => string): string {
  switch (operand.kind) {
    case 'omitted':
      return omitted;
    case 'value':
      return isBlank(typeof operand.value === 'string' ? operand.value.trim() : operand.value) ? omitted : write(operand);
    case 'error':
      return write(operand);
    case 'formula':
      return ['day', 'half', 'logical'].includes(operand.gives) ? write(operand) : when(blank(operand.text), omitted, write(operand));
    case 'either':
      return when(operand.condition, optional(operand.yes, omitted, write), optional(operand.no, omitted, write));
  }
}

/** A half's label without what may be between its parts. */
const labelIn = (x: string): string =>
  [
    ['-H', ' H'],
    [' H', 'H'],
    ['H ', 'H'],
    ['-FY', ' FY'],
    [' FY', 'FY'],
    ['FY ', 'FY'],
  ].reduce((text, [from, to]) => `SUBSTITUTE(${text},"${from}","${to}")`, `UPPER(TRIM(${x}))`);

/** A half by its label, or by a number or text of a day in it: its row in the table of halves. */
export function halfOf(operand: Operand, name: string, book: Book): string {
  return read(
    operand,
    (value) => {
      if (value === null || isBlank(value)) throw badInput(`${name} is missing or blank.`);
      const text = typeof value === 'number' ? dayText(value, book, name) : value;
      return `${rowOfHalf(halfFrom(text, name))}`;
    },
    (formula) => halfIn(formula, book),
  );
}

/** The row of the half that a day is in, by the day's number. */
const rowByDay = (day: string, book: Book): string => call('INDEX', book.half('row'), call('MATCH', day, book.half('from')));

function halfIn(formula: Formula, book: Book): string {
  const { text: x, gives } = formula;
  if (gives === 'half') return call('INDEX', book.half('row'), call('MATCH', x, book.half('label'), 0));
  if (isNumeric(gives)) return rowByDay(x, book);
  if (gives === 'logical') return VALUE_ERROR;
  const { texts, positions } = book.spellings('half');
  const byLabel = call('INDEX', positions, call('MATCH', labelIn(x), texts, 0));
  const otherwise = isLong(formula) ? when(`ISERROR(${x})`, x, VALUE_ERROR) : rowByDay(dayInText(x, book), book);
  const inWords = call('IFERROR', byLabel, otherwise);
  return gives === 'text' ? inWords : when(`ISNUMBER(${x})`, rowByDay(x, book), inWords);
}

/** The same, or months as Partner Center shows them. */
export function halfOrMonthsOf(operand: Operand, name: string, book: Book, fixed: (text: string) => number | null): string {
  if (operand.kind === 'value' && typeof operand.value === 'string') {
    const row = fixed(operand.value);
    if (row !== null) return `${row}`;
  }
  if (operand.kind !== 'formula' || isNumeric(operand.gives) || operand.gives === 'half') return halfOf(operand, name, book);
  const { texts, positions } = book.spellings('months');
  const months = [' ', '-', '\u2013', '\u2014'].reduce((text, letter) => `SUBSTITUTE(${text},"${letter}","")`, operand.text);
  return call('IFERROR', call('INDEX', positions, call('MATCH', months, texts, 0)), halfOf(operand, name, book));
}

/** The half that a day is in, as its row in the table of halves. */
export function rowOfDay(operand: Operand, name: string, book: Book): string {
  return read(
    operand,
    (value) => `${rowOfHalf(halfFrom(fixedDay(value, name, book), name))}`,
    ({ text: x, gives }) => {
      if (isNumeric(gives)) return rowByDay(x, book);
      if (gives === 'logical' || gives === 'half') return VALUE_ERROR;
      return rowByDay(gives === 'text' ? dayInText(x, book) : when(`ISNUMBER(${x})`, x, dayInText(x, book)), book);
    },
  );
}

/** A row of the table of halves, some rows on. */
export const rowsOn = (row: string, by: number): string =>
  /^\d+$/.test(row) ? `${Number(row) + by}` : by < 0 ? `${row}${by}` : `${row}+${by}`;

/** A program; blank is the default. */
export function programOf(operand: Operand, book: Book): NameAsked<ProgramId> {
  return named(operand, DEFAULT_PROGRAM, (text) => findProgram(text), 'program', book);
}

/** An activity; blank is an error. */
export function activityOf(operand: Operand, book: Book): NameAsked {
  const others = ownRulebook(book.options.ownRules).activities;
  return named(operand, null, (text) => findActivity(text, others), 'activity', book);
}

/** A lever of a program; null if it is omitted. */
export function leverOf(operand: Operand, program: NameAsked<ProgramId>, book: Book): NameAsked | null {
  if (operand.kind === 'omitted') return null;
  const others = ownRulebook(book.options.ownRules).levers;
  // Whether the program has the lever is looked up with its history.
  const find = (text: string): string => ('name' in program ? findLever(text, program.name, others).name : nameInAny(text, book));
  return named(operand, null, find, 'lever', book);
}

function nameInAny(text: string, book: Book): string {
  const { names, spellings } = book.names('lever');
  const found = spellings.find(([spelling]) => spelling === fold(text));
  if (!found) throw new Unplain(`The lever ${quoted(text)} isn't one that every program's rules can be looked up for.`);
  return names[found[1] - 1]!;
}

function named<N extends string>(
  operand: Operand,
  omitted: N | null,
  find: (text: string) => N,
  kind: 'program' | 'lever' | 'activity',
  book: Book,
): NameAsked<N> {
  const isFixed = operand.kind === 'omitted' || operand.kind === 'value';
  if (isFixed) {
    const given = operand.kind === 'value' ? operand.value : null;
    if (given === null || isBlank(typeof given === 'string' ? given.trim() : given)) {
      if (omitted === null) throw badInput(`The ${kind} is missing or blank.`);
      return { name: omitted };
    }
    if (typeof given === 'boolean') throw badInput(`The ${kind} isn't text.`);
    if (typeof given === 'number' && kind === 'program') throw badInput(`${given} isn't a program name.`);
    return { name: find(String(given).trim()) };
  }
  return {
    position: read(
      operand,
      (value) => {
        const known = named(value === null ? { kind: 'omitted' } : { kind: 'value', value }, omitted, find, kind, book);
        return `${book.names(kind).names.indexOf((known as { name: string }).name) + 1}`;
      },
      ({ text: x }) => {
        const { texts, positions } = book.spellings(kind);
        const found = call('INDEX', positions, call('MATCH', foldedText(x), texts, 0));
        return when(blank(x), omitted === null ? VALUE_ERROR : `${book.names(kind).names.indexOf(omitted) + 1}`, found);
      },
    ),
  };
}
