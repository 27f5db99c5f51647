import type { CapRule } from '../domain/activities/caps';
import type { Day } from '../domain/calendar/day';
import { dollars, type Cents } from '../domain/money/money';
import { labelOf, nextHalf, type Half } from '../domain/calendar/half';
import { badInput, outOfRange } from '../domain/problem';
import { DEFAULT_PROGRAM, type ProgramId } from '../rulebook/rules/programs';
import { listNames } from '../rulebook/names';
import { findProgram } from '../rulebook/rules-on';
import { amountFrom, dayFrom, fold, halfFrom, shareFrom } from './parse';
import { memoize } from '../domain/memoize';
import { isBlank, said, scalarOf } from './scalar';
import { noteInput, step } from './trace';

/** A required amount; a blank cell is 0. */
export function readAmount(value: unknown, name: string): Cents {
  const given = scalarOf(value, name);
  const cents = amountFrom(isBlank(given) ? 0 : given, name);
  noteInput(name, value, dollars(cents));
  return cents;
}

/** A required number that is not rounded, such as revenue before its rate; a blank cell is 0. */
export function readNumber(value: unknown, name: string): number {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, 0);
  amountFrom(given, name);
  return noted(name, value, Number(given));
}

/** An amount that may be left out; blank and 0 mean left out, since a blank cell can arrive as 0. */
export function readOptionalAmount(value: unknown, name: string): Cents | null {
  return isBlank(scalarOf(value, name)) ? noted(name, value, null) : readAmount(value, name);
}

/** An amount that may be left out, and whose 0 counts: funds earned or remaining. A blank cell is 0. */
export function readOptionalFunds(value: unknown, name: string): Cents | null {
  return scalarOf(value, name) === null ? noted(name, value, null) : readAmount(value, name);
}

/**
 * An amount that takes a rule's place. A blank cell arrives as 0, and no one means a rule of nothing by it, so 0 is
 * refused; "0" as text means it.
 */
export function readOverrideAmount(value: unknown, name: string): Cents | null {
  const given = scalarOf(value, name);
  if (given === null) return noted(name, value, null);
  if (isBlank(given)) throw badInput(`${name} is blank or zero. Omit it to use the rule, or write "0" for zero.`);
  const cents = readAmount(value, name);
  if (cents < 0) throw outOfRange(`${name} is below zero.`);
  return cents;
}

/** A share that takes a rule's place: a number above 0 up to 1, or text such as "40%". "0%" means none. */
export function readShare(value: unknown, name: string): number | null {
  const given = scalarOf(value, name);
  if (given === null) return noted(name, value, null);
  if (isBlank(given)) throw badInput(`${name} is blank or zero. Omit it to use the rule, or write "0%" for no co-op.`);
  return noted(name, value, shareFrom(given, name));
}

/** A count of whole things; a blank cell or 0 means left out. "0" as text is a counted zero. */
export function readCount(value: unknown, name: string, { min, max, omitted }: { min: number; max: number; omitted: number }): number {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, omitted);
  const count = typeof given === 'string' ? (/^[+-]?\d+$/.test(given) ? Number(given) : NaN) : given;
  if (typeof count !== 'number' || !Number.isInteger(count)) {
    throw badInput(`${name}: ${said(given)} isn't a whole number. Write a number such as ${omitted}.`);
  }
  if (count < min || count > max) throw outOfRange(`${name}: ${said(given)} isn't from ${min} to ${max}.`);
  return noted(name, value, count);
}

/** How many people travel to a conference: as many as its cap is for, unless given. Any other cap is not by people. */
export const readAttendees = (value: unknown, cap: CapRule): number =>
  readCount(value, 'attendees', { min: 1, max: 1_000_000, omitted: cap.kind === 'travel' ? cap.people : 1 });

/** A required text, such as a lever or an activity. A number is taken by its digits, since an ID may stand in a cell so. */
export function readText(value: unknown, name: string): string {
  const text = readOptionalText(value, name);
  if (text === null) throw badInput(`${name} is missing or blank.`);
  return text;
}

/** A text that may be left out; blank means left out. */
export function readOptionalText(value: unknown, name: string): string | null {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, null);
  if (typeof given === 'boolean') throw badInput(`${name}: ${said(given)} isn't text.`);
  return noted(name, value, String(given));
}

/**
 * One of a few choices, in any case, hyphens and spaces aside: the values of an enum, or of a list kept in a constant.
 * Blank means the first choice; a text parameter gets a blank cell's 0 as "0".
 */
export function readChoice<C extends string>(value: unknown, name: string, choices: readonly C[] | Record<string, C>): `${C}` {
  const given = scalarOf(value, name);
  const byFold = foldedChoices(choices);
  const choice = isBlank(given) || given === '0' ? byFold.values().next().value : byFold.get(fold(String(given)));
  if (choice === undefined) {
    throw badInput(`${name}: ${said(given ?? '')} isn't one of the choices. Write ${listNames([...byFold.values()])}.`);
  }
  return noted(name, value, choice as `${C}`);
}

const foldedChoices = memoize(
  (choices: object): ReadonlyMap<string, string> => new Map(Object.values(choices).map((choice: string) => [fold(choice), choice])),
);

/** A required day: an Excel date from 2000 to 2099, or text such as "2024-03-10", a time with an offset taken to its UTC day. */
export function readDay(value: unknown, name: string): Day {
  const given = scalarOf(value, name);
  if (isBlank(given)) throw badInput(`${name} is missing or blank. Write an Excel date, or text like "2024-12-31".`);
  return noted(name, value, dayFrom(given, name));
}

/** A day that may be left out; a blank cell means left out. */
export function readOptionalDay(value: unknown, name: string): Day | null {
  return isBlank(scalarOf(value, name)) ? noted(name, value, null) : readDay(value, name);
}

/** The day whose rules to take: left out, the newest rules held. */
export const readRuleDay = (value: unknown, name: string): Day | 'newest' => readOptionalDay(value, name) ?? 'newest';

/** A required fiscal half: a label such as "FY25 H1", or any date in it. */
export function readHalf(value: unknown, name: string): Half {
  const given = scalarOf(value, name);
  if (isBlank(given)) throw badInput(`${name} is missing or blank. Write a label such as "FY25 H1", or a date in it.`);
  const half = halfFrom(given, name);
  noteInput(name, value, labelOf(half));
  return half;
}

/** A fiscal half that may be left out; a blank cell means left out. */
export function readOptionalHalf(value: unknown, name: string): Half | null {
  return isBlank(scalarOf(value, name)) ? noted(name, value, null) : readHalf(value, name);
}

/** The half money was earned in, from a half that is named by its earning or by its use. */
export function readEarningHalf(value: unknown, basis: unknown): Half {
  const meant = readChoice(basis, 'basis', BASES);
  const half = readHalf(value, 'half');
  if (meant === 'earning') return half;
  const earned = nextHalf(half, -1);
  step(() => `Funds used in ${labelOf(half)} were earned in ${labelOf(earned)}, the half before.`);
  return earned;
}

const BASES = ['earning', 'usage'] as const;

/** A program by its name or a known alias; left out, Microsoft Commerce Incentives. */
export function readProgram(value: unknown, name = 'program'): ProgramId {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted<ProgramId>(name, value, DEFAULT_PROGRAM);
  if (typeof given !== 'string') throw badInput(`${name}: ${said(given)} isn't a program name.`);
  return noted(name, value, programNamed(given));
}

const programNamed = memoize((text: string): ProgramId => findProgram(text));

function noted<T>(name: string, value: unknown, read: T): T {
  noteInput(name, value, read ?? 'left out');
  return read;
}
