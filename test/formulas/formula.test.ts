import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsIn, functionName, parseFormula, referencesIn, type Formula } from '../../src/formulas/formula';

/** A formula as a bracketed text, to compare shapes at a glance. */
function shape(formula: Formula): string {
  switch (formula.kind) {
    case 'value':
      return JSON.stringify(formula.value);
    case 'error':
      return formula.code;
    case 'omitted':
      return '_';
    case 'cells':
      return `<${JSON.stringify(formula.cells)}>`;
    case 'call':
      return `${formula.name}(${formula.arguments.map(shape).join(' ')})`;
    case 'array':
      return `{${formula.rows.map((row) => row.map(shape).join(' ')).join('; ')}}`;
    case 'unary':
      return `(${formula.operator} ${shape(formula.operand)})`;
    case 'binary':
      return `(${shape(formula.left)} ${formula.operator} ${shape(formula.right)})`;
    case 'unreadable':
      return `?${formula.why}`;
  }
}

const cells = (formula: string): unknown => referencesIn(parseFormula(formula));

describe('parseFormula', () => {
  it.each([
    ['=1+2*3', '(1 + (2 * 3))'],
    ['=(1+2)*3', '((1 + 2) * 3)'],
    ['=2^3^2', '((2 ^ 3) ^ 2)'],
    ['=-2^2', '((- 2) ^ 2)'],
    ['=50%', '(% 50)'],
    ['=1-40%', '(1 - (% 40))'],
    ['="a"&"say ""hi"""', '("a" & "say \\"hi\\"")'],
    ['=1<=2', '(1 <= 2)'],
    ['=TRUE', 'true'],
    ['= 1 + 1 ', '(1 + 1)'],
    ['=.5+1e3', '(0.5 + 1000)'],
    ['=#N/A', '#N/A'],
    ['={1,2;3,4}', '{1 2; 3 4}'],
    ['=COOP.SPLIT(1500)', 'COOP.SPLIT(1500)'],
    ['=COOP.SPLIT(1500,,"2024-11-15",)', 'COOP.SPLIT(1500 _ "2024-11-15" _)'],
    ['=coop.split( 1500 , "co-op" )', 'COOP.SPLIT(1500 "co-op")'],
    ['=_xldudf_COOP_SPLIT(1500)', 'COOP.SPLIT(1500)'],
    ["='C:\\\\add-ins\\\\x.xla'!_xldudf_COOP_SPLIT(1)", 'COOP.SPLIT(1)'],
    ['=[2]!_xldudf_COOP_SPLIT(1)', 'COOP.SPLIT(1)'],
    ['=_xlfn.SINGLE(COOP.SPLIT(1))', 'SINGLE(COOP.SPLIT(1))'],
    ['=@COOP.SPLIT(1)', '(@ COOP.SPLIT(1))'],
    ['=PI()', 'PI()'],
    ['{=COOP.SPLIT(1)}', 'COOP.SPLIT(1)'],
  ])('%s is %s', (formula, expected) => expect(shape(parseFormula(formula))).toBe(expected));

  it.each([
    ['=A1', [{ kind: 'range', address: 'A1' }]],
    ['=$A$1', [{ kind: 'range', address: 'A1' }]],
    ['=a1:$B$20', [{ kind: 'range', address: 'A1:B20' }]],
    ['=A:C', [{ kind: 'range', address: 'A:C' }]],
    ['=1:1', [{ kind: 'range', address: '1:1' }]],
    ['=A1#', [{ kind: 'range', address: 'A1', spill: true }]],
    ['=Earnings!A1', [{ kind: 'range', sheet: 'Earnings', address: 'A1' }]],
    ["='My sheet'!A1:B2", [{ kind: 'range', sheet: 'My sheet', address: 'A1:B2' }]],
    ["='It''s'!A1", [{ kind: 'range', sheet: "It's", address: 'A1' }]],
    ['=Report', [{ kind: 'name', name: 'Report' }]],
    ['=Sheet1!Report', [{ kind: 'name', name: 'Report' }]],
    ['=Coop_AsOf.day', [{ kind: 'name', name: 'Coop_AsOf.day' }]],
    ['=Earnings[Amount]', [{ kind: 'table', table: 'Earnings', part: 'data', columns: ['Amount'] }]],
    ['=Earnings[#All]', [{ kind: 'table', table: 'Earnings', part: 'all', columns: [] }]],
    ['=Earnings[]', [{ kind: 'table', table: 'Earnings', part: 'data', columns: [] }]],
    ['=Earnings[[#All],[Amount USD]]', [{ kind: 'table', table: 'Earnings', part: 'all', columns: ['Amount USD'] }]],
    ['=Earnings[[#All],[A]:[C]]', [{ kind: 'table', table: 'Earnings', part: 'all', columns: ['A', 'C'] }]],
    ['=Earnings[[#Headers],[#Data],[A]]', [{ kind: 'table', table: 'Earnings', part: 'all', columns: ['A'] }]],
    ['=Earnings[@Amount]', [{ kind: 'table', table: 'Earnings', part: 'this row', columns: ['Amount'] }]],
    ['=Earnings[@[Amount USD]]', [{ kind: 'table', table: 'Earnings', part: 'this row', columns: ['Amount USD'] }]],
    ['=Earnings[[#This Row],[Amount]]', [{ kind: 'table', table: 'Earnings', part: 'this row', columns: ['Amount'] }]],
    ["=T['[odd''']]", [{ kind: 'table', table: 'T', part: 'data', columns: ["[odd']"] }]],
    ['=[@Amount]', [{ kind: 'table', table: null, part: 'this row', columns: ['Amount'] }]],
    ['=[Amount]', [{ kind: 'table', table: null, part: 'data', columns: ['Amount'] }]],
  ])('%s points at %j', (formula, expected) => expect(cells(formula)).toEqual(expected));

  it.each([
    ['=[Book1.xlsx]Sheet1!A1', 'It points at another workbook, which cannot be read here.'],
    ["='[Book1.xlsx]Sheet1'!A1", 'It points at another workbook, which cannot be read here.'],
    ['=Jan:Mar!A1', 'It points at several sheets at once, which cannot be read here.'],
    ['=COOP.SPLIT(1', 'The formula ends too early.'],
    ['=1 2', '"2" at position 4 of the formula cannot be read here.'],
    ['=', 'The formula ends too early.'],
    [`=${'('.repeat(300)}1${')'.repeat(300)}`, 'The formula is nested too deeply to be read here.'],
  ])('says why it cannot read %s', (formula, why) => expect(shape(parseFormula(formula))).toBe(`?${why}`));

  it('names calls from the inside out, with the text they stand for', () => {
    const calls = callsIn(parseFormula('=ROUND(COOP.EARN(B2*2, COOP.X()), 2)+COOP.SPLIT(1)'));
    expect(calls.map(({ text }) => text)).toEqual([
      'COOP.X()',
      'COOP.EARN(B2*2, COOP.X())',
      'ROUND(COOP.EARN(B2*2, COOP.X()), 2)',
      'COOP.SPLIT(1)',
    ]);
  });

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
