import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsIn, partsOf } from '../../src/formulas/formula';
import { functionName, parseFormula } from '../../src/formulas/parse-formula';
import { FORMS } from './forms';
import { shape } from './shape';

const TOO_DEEP = 'The formula is nested too deeply, or has too many operations in a row, to be read here.';

describe('parseFormula', () => {
  it.each(FORMS)('reads %s', (formula, expected) => expect(shape(parseFormula(formula))).toBe(expected));

  it.each([
    ['=[Book1.xlsx]Sheet1!A1', "It points at another workbook, which can't be read here."],
    ["='[Book1.xlsx]Sheet1'!A1", "It points at another workbook, which can't be read here."],
    ["='C:\\plans\\[Book1.xlsx]Sheet1'!A1", "It points at another workbook, which can't be read here."],
    ['=[Book1.xlsx]!Earnings[Amount]', "It points at another workbook, which can't be read here."],
    ['=Jan:Mar!A1', "It points at several sheets at once, which can't be read here."],
    ['=T[[#Data],[#Totals],[A]]', "T[[#Data],[#Totals],[A]] can't be looked up here."],
    ['=COOP.SPLIT(1', "The formula can't be read to its end."],
    ['=1 2+3', `The formula can't be read after "=1 2".`],
    ['=COOP.SPLIT(1))+2', `The formula can't be read after "=COOP.SPLIT(1))".`],
    ['=', "The formula can't be read to its end."],
    [`=${'('.repeat(9000)}1${')'.repeat(9000)}`, TOO_DEEP],
    [`=COOP.SPLIT(1500,"coop")${'+1'.repeat(3900)}`, TOO_DEEP],
    [`=1${'%'.repeat(8000)}`, TOO_DEEP],
    [`=1${'^1'.repeat(4000)}`, TOO_DEEP],
  ])('says why %s is unreadable', (formula, why) => expect(shape(parseFormula(formula))).toBe(`?${why}`));

  it('names calls from the inside out, with the text they stand for', () => {
    const calls = callsIn(parseFormula('=ROUND(COOP.EARN(B2*2, COOP.X()), 2)+COOP.SPLIT(1)'));
    expect(calls.map(({ text }) => text)).toEqual([
      'COOP.X()',
      'COOP.EARN(B2*2, COOP.X())',
      'ROUND(COOP.EARN(B2*2, COOP.X()), 2)',
      'COOP.SPLIT(1)',
    ]);
  });

  it.each([
    ['=(1+2)*3', ['(1+2)', '3']],
    ['=((A1))%', ['((A1))']],
    ['=f((1))', ['(1)']],
    ['=f( (A1) , (B1+1) )', ['(A1)', '(B1+1)']],
    ['=LAMBDA(x,(x))', ['x', '(x)']],
    ['=-(1)', ['(1)']],
  ])('keeps the parentheses of %s with what they enclose', (formula, texts) =>
    expect(partsOf(parseFormula(formula)).map(({ text }) => text)).toEqual(texts),
  );

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '=',
      'COOP.SPLIT(',
      'A1',
      '$B$2',
      ':',
      '#',
      '!',
      "'",
      '"',
      '[',
      ']',
      '@',
      '(',
      ')',
      '{',
      '}',
      ',',
      ';',
      '%',
      '^',
      '-',
      '&',
      '<>',
      'TRUE',
      '1.5e',
      '#N/A',
      'Earnings[#All]',
      'Sheet1!',
      '_xldudf_COOP_X',
      ' ',
      '\u00a0',
      'é',
      '🙂',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (some) => void parseFormula(`=${some.join('')}`)),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void parseFormula(text)),
      { numRuns: 1000 },
    );
  });
});

describe('functionName', () => {
  it.each([
    ['_xldudf_COOP_SPLIT', 'COOP.SPLIT'],
    ['_XLDUDF_coop_claimby', 'COOP.CLAIMBY'],
    ['_xlfn._xlws.FILTER', 'FILTER'],
    ['Coop.Split', 'COOP.SPLIT'],
  ])('%s is %s', (written, name) => expect(functionName(written)).toBe(name));
});
