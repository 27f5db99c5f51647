import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, LineCells } from '../../../src/reports/import/line-cells';
import { bytesOf } from '../../../src/reports/import/text-decoding';

describe('the cells of lines', () => {
  const letters = (...more: string[]): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom('a', ' ', '\r', ...more) });
  const cell = fc.oneof(
    letters('é', '€', '😀').map((text) => ({ text, written: text })),
    letters('é', ';', '"').map((text) => ({ text, written: `"${text.replaceAll('"', '""')}"` })),
  );
  const line = fc.record({ cells: fc.array(cell, { minLength: 1 }), newline: fc.constantFrom('\n', '\r\n') });

  it('are their texts without quotation marks, asked for one by one or all together', () =>
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const bytes = bytesOf(lines.map(({ cells, newline }) => cells.map(({ written }) => written).join(';') + newline).join(''));
        const taken = new LineCells(';');
        taken.within(bytes);
        let position = 0;
        for (const { cells, newline } of lines) {
          position = taken.take(position);
          const expected = cells.map(({ text }) => text);
          const last = cells.at(-1)!;
          // a return before the line break is part of it
          if (newline === '\n' && last.written.endsWith('\r')) expected[expected.length - 1] = last.text.slice(0, -1);
          expect(Array.from({ length: taken.length }, (_, cell) => taken.at(cell))).toEqual(expected);
          expect(allOf(taken)).toEqual(expected);
          expect(taken.at(expected.length)).toBeUndefined();
        }
        expect(position).toBe(bytes.length);
      }),
    ));

  it.each(['"a', '"a" ;b', '"a"b', 'a;"', '"a""'])('are not found in %s', (text) => {
    const cells = new LineCells(';');
    cells.within(bytesOf(`${text}\n`));
    expect(cells.take(0)).toBe(-1);
  });
});
