import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { allOf } from '../../../src/reports/import/line-cells';
import { Records } from '../../../src/reports/import/records';
import { bytesOf, LineFeeds } from '../../../src/reports/import/text-decoding';

type Taken = { cells: string[]; line: number; isUnended: boolean } | { line: number; why: string };

/** What is taken from a text that comes in pieces, with as many cells in a row as its first row has. */
function taken(text: string, piece = text.length || 1): Taken[] {
  const all: Taken[] = [];
  let width = 0;
  const records = new Records(',', {
    row: (cells, line, isUnended) => {
      width ||= cells.length;
      all.push({ cells: [...(allOf(cells) as string[])], line, isUnended });
    },
    broken: (line, why) => all.push({ line, why }),
    width: () => width,
  });
  const lineFeeds = new LineFeeds();
  const bytes = bytesOf(text);
  for (let position = 0; position < bytes.length; position += piece) {
    const last = position + piece >= bytes.length;
    records.push(lineFeeds.push(bytes.slice(position, position + piece), last), last);
  }
  return all;
}

const cellsOf = (text: string, piece?: number): string[][] => taken(text, piece).map((line) => ('cells' in line ? line.cells : [line.why]));

describe('cutting text into rows', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Fabrikam', '"Fabrikam, Inc"', '"say ""hi"""', '5" pipe', ' '),
    fc.constantFrom('"two\nlines"', '"\n"', '"a, b\n\n""c"""'),
  );
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 400 });

  it('gives the cells of papaparse over the whole text, and the line on which each row begins, in pieces of any length', () =>
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 5000 }),
        (given, newline, isEnded, piece) => {
          const plain = given.map((row) => row.join(',')).join('\n');
          const parsed = Papa.parse<string[]>(plain, { delimiter: ',', newline: '\n' }).data;
          let line = 1;
          const expected = parsed.map((cells, n) => {
            const begun = line;
            line += given[n]!.join().split('\n').length;
            return { cells, line: begun, isUnended: !isEnded && n === parsed.length - 1 };
          });
          expect(taken((isEnded ? `${plain}\n` : plain).replaceAll('\n', newline), piece)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    ));

  it.each<[string, string, string[][]]>([
    ['a blank line', 'a,b\n\nc,d', [['a', 'b'], [''], ['c', 'd']]],
    [
      'line breaks of both kinds',
      'a,b\r\nc,d\n"e",f\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'a carriage return within a line',
      'a,b\rc\r\nd,e,f',
      [
        ['a', 'b\rc'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'carriage returns alone',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a mark that is never closed', 'a,b\n"c,d\ne,f\n', [['a', 'b'], ['quotation mark'], ['e', 'f']]],
    ['such a mark in the last line', 'a,b\nc,"d\n', [['a', 'b'], ['quotation mark']]],
    ['such a mark in the last line, behind a text of two lines', '"a\nb",c\nd,"e"f\n', [['a\nb', 'c'], ['quotation mark']]],
  ])('takes %s', (_, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
    expect(cellsOf(text, 9)).toEqual(expected);
  });

  it('takes time in proportion to its lines where no mark has a match', () => {
    const broken = (lines: number): string => `a,b\n${'"a\n'.repeat(lines)}`;
    expect(taken(broken(60_000), 2 ** 18)).toHaveLength(60_001);
  });

  it('still takes rows in one line after many broken ones', () =>
    expect(cellsOf(`a,b\n${'"a\n'.repeat(1000)}"c,d",e\nf,g\n`).slice(-2)).toEqual([
      ['c,d', 'e'],
      ['f', 'g'],
    ]));

  it('calls a line long that no report has, and goes on behind it', () =>
    expect(cellsOf(`a,b\n${'x'.repeat(2 ** 21)}\nc,d\n`, 2 ** 18)).toEqual([['a', 'b'], ['length'], ['c', 'd']]));
});
