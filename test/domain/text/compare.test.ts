import { expect, it } from 'vitest';
import { compareText, compareNames } from '../../../src/domain/text/compare';

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['B', 'a', -1],
  ['2024-02-01', '2024-01-31', 1],
])('"%s" before "%s": %d', (a, b, order) => expect(compareText(a, b)).toBe(order));

it.each([
  ['a', 'B', -1],
  ['B', 'a', 1],
  ['A', 'a', -1],
  ['a', 'A', 1],
  ['_', 'A', -1],
  ['A', '_', 1],
])('whatever its case, "%s" before "%s": %d', (a, b, order) => expect(compareNames(a, b)).toBe(order));
