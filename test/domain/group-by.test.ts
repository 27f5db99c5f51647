import { expect, it } from 'vitest';
import { groupBy } from '../../src/domain/group-by';

const initial = (word: string) => word.slice(0, 1);

it('groups items in their order, and groups in the order of their first item', () => {
  expect([...groupBy(['b1', 'a1', 'b2', 'a2', 'c1'], initial)]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
    ['c', ['c1']],
  ]);
});

it('takes whatever can be gone through, an empty list too', () => {
  expect(groupBy(new Set<string>(), initial).size).toBe(0);
  expect(groupBy([1, 2, 3].keys(), (index) => index % 2 === 0).get(true)).toEqual([0, 2]);
});
