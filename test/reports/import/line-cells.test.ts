import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, LineCells } from '../../../src/reports/import/line-cells';

describe('the cells of lines', () => {
  it('are those of splitting each line, asked for one by one or all together', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ';', ' ') }), { minLength: 1 }), fc.nat(), (lines, skipped) => {
        const cells = new LineCells(';');
        for (const text of [lines, [...lines].reverse(), lines, lines.slice(1)].map((some) => some.join('\n'))) {
          let position = 0;
          text.split('\n').forEach((line, n) => {
            // lines in between may be somebody else's, as those with quotation marks are
            if (n % 7 !== skipped % 7) {
              cells.take(text, position, position + line.length);
              const expected = line.split(';');
              expect(Array.from({ length: cells.length }, (_, position) => cells.at(position))).toEqual(expected);
              expect(allOf(cells)).toEqual(expected);
              expect(cells.at(expected.length)).toBeUndefined();
            }
            position += line.length + 1;
          });
        }
      }),
    ));
});
