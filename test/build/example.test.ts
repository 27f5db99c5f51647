import { describe, expect, it } from 'vitest';
import { readExample } from '../../src/build/example';

describe('an @example', () => {
  it.each([
    ['=COOP.SPLIT(1500) → 900 | 600', [['900', '600']]],
    ['=COOP.PERIOD("2024-03-10") → FY24 H2', [['FY24 H2']]],
    ['=COOP.CAP("a|b//c",1) → 1', [['1']]],
    [
      '=X(1) → A | B // 1 | 2 // 3 | 4',
      [
        ['A', 'B'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['=X(1) → A |  | C', [['A', '', 'C']]],
    [
      '=X(1) → A | B // | 2',
      [
        ['A', 'B'],
        ['', '2'],
      ],
    ],
    [
      '=X(1) → A | B // 1 |',
      [
        ['A', 'B'],
        ['1', ''],
      ],
    ],
    ['=X(1) → https://example.com', [['https://example.com']]],
  ])('%s', (text, gives) => {
    expect(readExample('x.ts', text).gives).toEqual(gives);
    expect(readExample('x.ts', text).formula).toBe(text.split(' → ')[0]);
  });

  it('may end with a note on the lines below', () => {
    expect(readExample('x.ts', '=X() → 1\nOne line,\nand another.').note).toBe('One line, and another.');
    expect(readExample('x.ts', '=X() → 1')).not.toHaveProperty('note');
  });
});
