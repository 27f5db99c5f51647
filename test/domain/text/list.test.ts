import { expect, it } from 'vitest';
import { list } from '../../../src/domain/text/list';

it.each([
  [[], '', ''],
  [['A'], 'A', 'A'],
  [['A', 'B'], 'A and B', 'A or B'],
  [['A', 'B', 'C'], 'A, B, and C', 'A, B, or C'],
])('%j reads "%s" or "%s"', (words, all, any) => {
  expect(list(words, 'and')).toBe(all);
  expect(list(words, 'or')).toBe(any);
});
