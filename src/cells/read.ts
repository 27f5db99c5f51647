import type { Day } from '../domain/day';
import { dollars, type Cents } from '../domain/money';
import { labelOf, type Half } from '../domain/period';
import { badInput, outOfRange } from '../domain/problem';
import { DEFAULT_PROGRAM, type ProgramId } from '../rulebook/rules/programs';
import { findProgram } from '../rulebook/rules-on';
import { amountFrom, dayFrom, fold, halfFrom, shareFrom } from './parse';
import { remember } from './remember';
import { isBlank, said, scalarOf } from './scalar';
import { noteInput } from './working';

/** A required amount; a blank cell is 0. */
export function readAmount(value: unknown, name: string): Cents {
  const cents = amountFrom(scalarOf(value, name) || 0, name);
  noteInput(name, value, dollars(cents));
  return cents;
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
 * An amount that takes a rule's place. A blank cell arrives as 0, and nobody means a rule of nothing by it, so 0 is
 * refused; "0" as text means it.
 */
export function readOverrideAmount(value: unknown, name: string): Cents | null {
  const given = scalarOf(value, name);
  if (given === null) return noted(name, value, null);
  if (isBlank(given)) throw badInput(`${name} is blank or zero. Leave it out to use the rule, or write "0" in quotes to mean zero.`);
  const cents = readAmount(value, name);
  if (cents < 0) throw outOfRange(`${name} is below zero.`);
  return cents;
}

/** A share that takes a rule's place: a number above 0 up to 1, or text such as "40%". "0%" means none. */
export function readShare(value: unknown, name: string): number | null {
  const given = scalarOf(value, name);
  if (given === null) return noted(name, value, null);
  if (isBlank(given)) throw badInput(`${name} is blank or zero. Leave it out to use the rule, or write "0%" for no co-op.`);
  return noted(name, value, shareFrom(given, name));
}

/** A count of whole things; a blank cell or 0 means left out. "0" as text is a counted zero. */
export function readCount(value: unknown, name: string, { min, max, omitted }: { min: number; max: number; omitted: number }): number {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, omitted);
  const count = typeof given === 'string' ? (/^[+-]?\d+$/.test(given) ? Number(given) : NaN) : given;
  if (typeof count !== 'number' || !Number.isInteger(count)) {
    throw badInput(`${name}: ${said(given)} is not a whole number. Write a number such as ${omitted}.`);
  }
  if (count < min || count > max) throw outOfRange(`${name}: ${said(given)} is not from ${min} to ${max}.`);
  return noted(name, value, count);
}

/** A required text, such as a lever or an activity. A number is taken by its digits, since an ID may stand in a cell so. */
export function readText(value: unknown, name: string): string {
  const text = readOptionalText(value, name);
  if (text === null) throw badInput(`${name} is missing or blank. Write it, or point at a cell that holds it.`);
  return text;
}

/** A text that may be left out; blank means left out. */
export function readOptionalText(value: unknown, name: string): string | null {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, null);
  if (typeof given === 'boolean') throw badInput(`${name}: ${said(given)} is not a text.`);
  return noted(name, value, String(given));
}

/** One of a few choices, in any case, hyphens and spaces aside. Blank means the first choice, unless another is named. */
export function readChoice<C extends string>(value: unknown, name: string, choices: readonly C[], omitted = choices[0]): C {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, omitted!);
  const folded = fold(String(given));
  const choice = choices.find((one) => fold(one) === folded);
  if (choice === undefined) {
    const listed = choices.map((one) => `"${one}"`).join(choices.length === 2 ? ' or ' : ', ');
    throw badInput(`${name}: ${said(given)} is not one of the choices. Write ${listed}.`);
  }
  return noted(name, value, choice);
}

/** A required day: an Excel date from 2000 to 2099, or text such as "2024-03-10", a time with an offset taken to its UTC day. */
export function readDay(value: unknown, name: string): Day {
  const given = scalarOf(value, name);
  if (isBlank(given)) throw badInput(`${name} is missing or blank. Write an Excel date, or text like "2024-03-10".`);
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

/** A program by its name or a known alias; left out, Microsoft Commerce Incentives. */
export function readProgram(value: unknown, name = 'program'): ProgramId {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(name, value, DEFAULT_PROGRAM);
  if (typeof given !== 'string') throw badInput(`${name}: ${said(given)} is not a program's name.`);
  return noted(name, value, programNamed(given));
}

const programNamed = remember(findProgram);

function noted<T>(name: string, value: unknown, read: T): T {
  noteInput(name, value, read ?? 'left out');
  return read;
}
