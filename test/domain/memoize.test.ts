import { expect, it, vi } from 'vitest';
import { memoize } from '../../src/domain/memoize';

it('computes once for each key, and forgets all when full', () => {
  const compute = vi.fn((n: number) => n * 2);
  const double = memoize(compute, 2);
  expect([1, 1, 2, 1, 3, 3, 1].map(double)).toEqual([2, 2, 4, 2, 6, 6, 2]);
  expect(compute.mock.calls.flat()).toEqual([1, 2, 3, 1]);
});

it('does not keep a failure', () => {
  let ready = false;
  const read = memoize((text: string) => {
    if (!ready) throw new Error('not yet');
    return text;
  });
  expect(() => read('a')).toThrow('not yet');
  ready = true;
  expect(read('a')).toBe('a');
});
