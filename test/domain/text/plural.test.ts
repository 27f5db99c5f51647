import { expect, it } from 'vitest';
import { pick, plural } from '../../../src/domain/text/plural';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [1204, '1,204 rows'],
])('counts %i as "%s"', (count, text) => expect(plural(count, 'row')).toBe(text));

it('takes a plural of its own', () => {
  expect(plural(1, 'activity', 'activities')).toBe('1 activity');
  expect(plural(3, 'activity', 'activities')).toBe('3 activities');
});

it('picks the word that goes with a count', () => {
  expect([0, 1, 2].map((count) => pick(count, 'is', 'are'))).toEqual(['are', 'is', 'are']);
});
