import { expect, it } from 'vitest';
import { compareText } from '../../../src/domain/text/compare';

it.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['B', 'a', -1],
  ['2024-02-01', '2024-01-31', 1],
])('"%s" before "%s": %d', (a, b, order) => expect(compareText(a, b)).toBe(order));
