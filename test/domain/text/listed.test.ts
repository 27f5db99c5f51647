import { expect, it } from 'vitest';
import { listed } from '../../../src/domain/text/listed';

it.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('%j reads %j', (words, sentence) => expect(listed(words, 'and')).toBe(sentence));
