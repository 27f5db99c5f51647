import { describe, expect, it } from 'vitest';
import { BLANK, Dictionary, UNREADABLE } from '../../../src/reports/range/dictionary';

describe('a directory', () => {
  const make = () =>
    new Dictionary(
      (text) => text.toLowerCase().replace('-', ''),
      (text, key) => ({ text, key }),
    );

  it('numbers texts in the order they appear, spellings together', () => {
    const directory = make();
    expect(['Ab', 'c', 'aB ', 'C', 'ab', 7, '7'].map((cell) => directory.at(cell))).toEqual([0, 1, 0, 1, 0, 2, 2]);
    expect(directory.entries).toEqual([
      { text: 'Ab', key: 'ab' },
      { text: 'c', key: 'c' },
      { text: '7', key: '7' },
    ]);
  });
  it.each([[null], [undefined], [0], [''], ['  ']])('%j is blank', (cell) => expect(make().at(cell)).toBe(BLANK));
  it.each([[true], [{ type: 'Error', basicValue: '#N/A' }], [NaN], [{}], ['-']])('%j is unreadable', (cell) =>
    expect(make().at(cell)).toBe(UNREADABLE),
  );
  it('takes a cell like the one above it, and one that only looks like it', () => {
    const directory = make();
    expect(['a', 'a', 7, '7', 7, 'a', null, null, '', NaN, NaN].map((cell) => directory.at(cell))).toEqual([
      0,
      0,
      1,
      1,
      1,
      0,
      BLANK,
      BLANK,
      BLANK,
      UNREADABLE,
      UNREADABLE,
    ]);
  });
  it('opens rich values', () => expect(make().at({ type: 'String', basicValue: 'x' })).toBe(0));
});
