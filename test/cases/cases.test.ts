/// <reference types="vite/client" />
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { CoopFunction } from '../../src/explain/coop-functions';
import { readCatalogue } from '../../src/build/catalogue';
import { playHost, show, complaint } from '../support/custom-functions';
import { ANY_TEXT, BLANK, DateCell, isErrorCode, REPORT, type Argument, type Case } from './case';
import { ALL_CASES } from './cases';
import { opened } from './sample-report';

const modules = import.meta.glob<Record<string, CoopFunction>>('../../src/functions/*.ts', { eager: true });
const functionOf = (call: string): CoopFunction => modules[`../../src/functions/${call.toLowerCase()}.ts`]![call.toLowerCase()]!;

/** An argument as Excel hands it over; a blank cell is sent in one of three ways. */
function sent(arg: Argument, blank: unknown): unknown {
  if (arg === REPORT) return opened();
  if (arg === BLANK) return blank;
  if (arg instanceof DateCell) return arg.serial;
  return Array.isArray(arg) ? arg.map((row: readonly Argument[]) => row.map((cell) => sent(cell, blank))) : arg;
}

/** The same days from Excel instead of as text. */
const withSerials = (args: readonly Argument[]): readonly Argument[] =>
  args.map((arg) => (typeof arg === 'string' && /^\d{4}-\d\d-\d\d$/.test(arg) ? new DateCell(arg) : arg));

const isReal = (day: string): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

function tryOut({ call, args, gives, says }: Case): void {
  const hasBlanks = args.flat(2).includes(BLANK);
  for (const blank of hasBlanks ? [0, null, ''] : [null]) {
    const given = args.map((arg) => sent(arg, blank));
    const shown = show(functionOf(call), ...given);
    if (gives instanceof RegExp) expect(shown).toMatch(gives);
    else
      expect(shown).toEqual(
        Array.isArray(gives)
          ? gives.map((row: readonly unknown[]) => row.map((cell) => (cell === ANY_TEXT ? expect.stringMatching(/./) : cell)))
          : gives,
      );
    if (says) expect(complaint(functionOf(call), ...given)).toMatch(says);
  }
}

describe('cases through the cell path', () => {
  playHost('1.5');
  it.each(ALL_CASES.map((testCase) => [testCase.id, testCase.call, testCase] as const))('%s: %s', (_id, _call, testCase) =>
    tryOut(testCase),
  );
  it.each(
    ALL_CASES.filter(({ args, says }) => !says && args.some((arg) => typeof arg === 'string' && isReal(arg))).map(
      (testCase) => [testCase.id, testCase.call, testCase] as const,
    ),
  )('%s: %s, with days from Excel', (_id, _call, testCase) => tryOut({ ...testCase, args: withSerials(testCase.args) }));
});

describe('the cases', () => {
  const called = (call: string): Case[] => ALL_CASES.filter((testCase) => testCase.call === call);
  const catalogue = readCatalogue('src/functions');

  it('are at least 500, and at least eight of each function', () => {
    expect(ALL_CASES.length).toBeGreaterThanOrEqual(500);
    for (const { id } of catalogue) expect([id, called(id).length >= 8]).toEqual([id, true]);
  });

  it('write every choice the functions offer at least once, and every rule that SOURCE knows', () => {
    const texts = (call: string): unknown[] => called(call).flatMap(({ args }) => args);
    for (const { id, parameters } of catalogue) {
      for (const { choices = [] } of parameters) expect(texts(id)).toEqual(expect.arrayContaining(choices.map(({ value }) => value)));
    }
    const rules = texts('SOURCE').map((text) => String(text).toLowerCase().replace(/:.*/, ''));
    expect(rules).toEqual(expect.arrayContaining(['split', 'rate', 'threshold', 'deadline', 'cap', 'activity', 'payment', 'retention']));
  });

  it('show every error code a function can give or meet', () => {
    const codes = new Set(ALL_CASES.map(({ gives }) => gives).filter(isErrorCode));
    expect([...codes].sort()).toEqual(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!']);
  });

  it('show what they show by one name only: no call stands twice with two answers', () => {
    const shown = new Map<string, unknown>();
    for (const { call, args, gives } of ALL_CASES) {
      const key = inspect([call, args], { depth: 5, maxArrayLength: null, maxStringLength: null });
      if (shown.has(key) && !(gives instanceof RegExp)) expect(gives).toEqual(shown.get(key));
      shown.set(key, gives);
    }
  });
});
