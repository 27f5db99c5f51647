import type { CapRule } from '../domain/activities/caps';
import { formatDay, type Day } from '../domain/calendar/day';
import { dollars, type Cents } from '../domain/money/money';
import { labelOf, nextHalf, type Half } from '../domain/calendar/half';
import { badInput, outOfRange } from '../domain/problem';
import { DEFAULT_PROGRAM, type ProgramId } from '../rulebook/rules/programs';
import { listNames } from '../rulebook/names';
import { findProgram } from '../rulebook/rules-on';
import { amountFrom, dayFrom, fold, halfFrom, shareFrom } from './parse';
import { memoize } from '../domain/memoize';
import { isBlank, said, scalarOf } from './scalar';
import { noted, noteInput, step } from './trace';

/** A required amount; a blank cell is 0. */
export function readAmount(value: unknown, name: string): Cents {
  const given = scalarOf(value, name);
  const cents = amountFrom(isBlank(given) ? 0 : given, name);
  noteInput(name, value, dollars(cents));
  return cents;
}

/** A required number that isn't rounded, such as revenue before applying a rate; a blank cell is 0. */
export function readNumber(value: unknown, name: string): number {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(0, name, value);
  amountFrom(given, name);
  return noted(Number(given), name, value);
}

/** An optional amount. Blank and 0 count as omitted, since a blank cell can arrive as 0. */
export function readOptionalAmount(value: unknown, name: string): Cents | null {
  return isBlank(scalarOf(value, name)) ? noted(null, name, value) : readAmount(value, name);
}

/** An optional amount for which 0 counts: funds earned or remaining. A blank cell is 0. */
export function readOptionalFunds(value: unknown, name: string): Cents | null {
  return scalarOf(value, name) === null ? noted(null, name, value) : readAmount(value, name);
}

/**
 * An optional amount that overrides a rule. A blank cell arrives as 0 and isn't meant as an override, so 0 is refused; "0"
 * as text is accepted.
 */
export function readOverrideAmount(value: unknown, name: string): Cents | null {
  const given = scalarOf(value, name);
  if (given === null) return noted(null, name, value);
  if (isBlank(given)) throw badInput(`${name} is blank or zero. Omit it to use the rule, or write "0" for zero.`);
  const cents = readAmount(value, name);
  if (cents < 0) throw outOfRange(`${name} is below zero.`);
  return cents;
}

/** An optional share that overrides a rule: a number above 0 and up to 1, or text such as "40%". "0%" is zero. */
export function readShare(value: unknown, name: string): number | null {
  const given = scalarOf(value, name);
  if (given === null) return noted(null, name, value);
  if (isBlank(given)) throw badInput(`${name} is blank or zero. Omit it to use the rule, or write "0%" for no co-op.`);
  return noted(shareFrom(given, name), name, value);
}

/** An optional growth: a number such as 0.05 or text such as "5%", from -1 to 1. A blank cell is no growth. */
export function readGrowth(value: unknown, name: string): number {
  const given = scalarOf(value, name);
  return noted(isBlank(given) ? 0 : shareFrom(given, name, -1), name, value);
}

/** An optional whole number. A blank cell or 0 counts as omitted; "0" as text is zero. */
export function readCount(value: unknown, name: string, { min, max, omitted }: { min: number; max: number; omitted: number }): number {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(omitted, name, value);
  const count = typeof given === 'string' ? (/^[+-]?\d+$/.test(given) ? Number(given) : NaN) : given;
  if (typeof count !== 'number' || !Number.isInteger(count)) {
    throw badInput(`${name}: ${said(given)} isn't a whole number. Write a number such as ${omitted}.`);
  }
  if (count < min || count > max) throw outOfRange(`${name}: ${said(given)} isn't from ${min} to ${max}.`);
  return noted(count, name, value);
}

/** The number of people who travel to a conference: by default, as many as its cap allows. Other caps don't depend on it. */
export const readAttendees = (value: unknown, cap: CapRule): number =>
  readCount(value, 'attendees', { min: 1, max: 1_000_000, omitted: cap.kind === 'travel' ? cap.people : 1 });

/** Required text, such as a lever or an activity. A number becomes its digits, since cells may have IDs as numbers. */
export function readText(value: unknown, name: string): string {
  const text = readOptionalText(value, name);
  if (text === null) throw badInput(`${name} is missing or blank.`);
  return text;
}

/** Optional text; blank counts as omitted. */
export function readOptionalText(value: unknown, name: string): string | null {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted(null, name, value);
  if (typeof given === 'boolean') throw badInput(`${name}: ${said(given)} isn't text.`);
  return noted(String(given), name, value);
}

/**
 * One of a few choices, ignoring case, hyphens and spaces. Blank is the first choice; for a text parameter, a blank cell
 * arrives as "0".
 */
export function readChoice<C extends string>(value: unknown, name: string, choices: readonly C[]): C {
  const given = scalarOf(value, name);
  const choice = isBlank(given) || given === '0' ? choices[0] : choices.find((known) => fold(known) === fold(String(given)));
  if (choice === undefined) throw badInput(`${name}: ${said(given ?? '')} isn't one of the choices. Write ${listNames(choices)}.`);
  return noted(choice, name, value);
}

/** A required day: an Excel date from 2000 to 2099, or text such as "2024-03-10". A time with an offset is its day in UTC. */
export function readDay(value: unknown, name: string): Day {
  const given = scalarOf(value, name);
  if (isBlank(given)) throw badInput(`${name} is missing or blank. Write an Excel date, or text like "2024-12-31".`);
  return noted(dayFrom(given, name), name, value);
}

/** An optional day; a blank cell counts as omitted. */
export function readOptionalDay(value: unknown, name: string): Day | null {
  return isBlank(scalarOf(value, name)) ? noted(null, name, value) : readDay(value, name);
}

/** The last day of an activity that starts on a day; by default, that day. */
export function readEnd(end: unknown, start: Day): Day {
  const last = readOptionalDay(end, 'end') ?? start;
  if (last < start) throw badInput(`end, ${formatDay(last)}, is before start, ${formatDay(start)}.`);
  return last;
}

/** The day for rules; by default, the newest rules. */
export const readRuleDay = (value: unknown, name: string): Day | 'newest' => readOptionalDay(value, name) ?? 'newest';

/** A required fiscal half: a label such as "FY25 H1", or any date in it. */
export function readHalf(value: unknown, name: string): Half {
  const given = scalarOf(value, name);
  if (isBlank(given))
    throw badInput(`${name} is missing or blank. Write a label such as "FY25 H1", or a date in it, such as "2024-12-31".`);
  const half = halfFrom(given, name);
  noteInput(name, value, labelOf(half));
  return half;
}

/** An optional fiscal half; a blank cell counts as omitted. */
export function readOptionalHalf(value: unknown, name: string): Half | null {
  return isBlank(scalarOf(value, name)) ? noted(null, name, value) : readHalf(value, name);
}

/** The half in which funds were earned, from the half they were earned in or the half they're used in. */
export function readEarningHalf(value: unknown, basis: unknown): Half {
  const meant = readChoice(basis, 'basis', BASES);
  const half = readHalf(value, 'half');
  if (meant === 'earning') return half;
  const earned = nextHalf(half, -1);
  step(() => `Funds used in ${labelOf(half)} were earned in ${labelOf(earned)}, the half before.`);
  return earned;
}

/** What a half is given by: when its funds are earned, or when they are used. */
export const BASES = ['earning', 'usage'] as const;

/** A program by its name or a known alias; by default, Microsoft Commerce Incentives. */
export function readProgram(value: unknown, name = 'program'): ProgramId {
  const given = scalarOf(value, name);
  if (isBlank(given)) return noted<ProgramId>(DEFAULT_PROGRAM, name, value);
  if (typeof given !== 'string') throw badInput(`${name}: ${said(given)} isn't a program name.`);
  return noted(programNamed(given), name, value);
}

const programNamed = memoize((text: string): ProgramId => findProgram(text));
