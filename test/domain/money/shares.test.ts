import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../../src/domain/money/shares';

const named = (...pairs: [string, number | null][]) =>
  sharesOf(
    pairs.map(([name, amount]) => ({ name, amount })),
    ({ name }) => name,
  );

describe('shares', () => {
  it.each<[string, [string, number | null][], [string, number, number][]]>([
    [
      'the largest first',
      [
        ['a', 1],
        ['b', 3],
      ],
      [
        ['b', 3, 0.75],
        ['a', 1, 0.25],
      ],
    ],
    [
      'one name is one share',
      [
        ['a', 1],
        ['b', 2],
        ['a', 3],
      ],
      [
        ['a', 4, 4 / 6],
        ['b', 2, 2 / 6],
      ],
    ],
    [
      'as large: by name',
      [
        ['b', 1],
        ['a', 1],
      ],
      [
        ['a', 1, 0.5],
        ['b', 1, 0.5],
      ],
    ],
    [
      'unknown amounts are left out',
      [
        ['a', null],
        ['b', 2],
      ],
      [['b', 2, 1]],
    ],
    [
      'as large, by name already',
      [
        ['a', 1],
        ['b', 1],
      ],
      [
        ['a', 1, 0.5],
        ['b', 1, 0.5],
      ],
    ],
    [
      'amounts that cancel out are no part of anything',
      [
        ['a', -5],
        ['b', 5],
      ],
      [
        ['b', 5, 0],
        ['a', -5, 0],
      ],
    ],
    ['more taken back than given is no part of anything', [['a', -5]], [['a', -5, 0]]],
    ['nothing is no share', [['a', 0]], []],
    ['nothing at all', [], []],
  ])('%s', (_, pairs, expected) => expect(named(...pairs).map(({ name, amount, share }) => [name, amount, share])).toEqual(expected));
});
