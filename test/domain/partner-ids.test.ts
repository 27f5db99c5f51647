import { describe, expect, it } from 'vitest';
import { comparableId, compareIds } from '../../src/domain/partner-ids';

describe('Partner IDs', () => {
  it.each([['1234567', '1234567'], ['MPN 01234567', '1234567'], ['mpn1234567', '1234567'], [' 1 2 3 ', '123'], ['000', '0'], ['0', '0'], ['MPN', ''], ['ab1', 'AB1']])(
    '%j compares as %j', (id, comparable) => expect(comparableId(id)).toBe(comparable),
  );
  it('are ordered by number, then A to Z', () =>
    expect(['B', '100', '20', 'A', '3', '12345678901234567890'].sort(compareIds)).toEqual(['3', '20', '100', '12345678901234567890', 'A', 'B']));
});
