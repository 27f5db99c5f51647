import { expect, it } from 'vitest';
import { bySeverity } from '../../src/domain/finding';
import { blocking, note, warning } from '../../src/domain/new-finding';

it.each([
  ['blocking', blocking],
  ['warning', warning],
  ['note', note],
])('makes a finding that is %s, with what it says and is about', (level, make) => {
  expect(make('It begins late.', 'start')).toEqual({ level, message: 'It begins late.', about: 'start' });
  expect(make('It begins late.')).toEqual({ level, message: 'It begins late.' });
});

it('puts what blocks first, then warnings, then notes, each in the order found', () => {
  const found = [note('a'), warning('b'), blocking('c'), note('d'), warning('e'), blocking('f')];
  expect(bySeverity(found).map(({ message }) => message)).toEqual(['c', 'f', 'b', 'e', 'a', 'd']);
  expect(bySeverity([])).toEqual([]);
});
