import { expect, it } from 'vitest';
import { badInput, notCovered } from '../../src/domain/problem';
import { ifCovered } from '../../src/rulebook/if-covered';

const ask = (thrown: unknown) => () =>
  ifCovered(() => {
    throw thrown;
  });

it('is the answer, or null where no rule covers it; any other failure stays one', () => {
  expect(ifCovered(() => 5)).toBe(5);
  expect(ask(notCovered('No rule.'))()).toBeNull();
  for (const thrown of [badInput('Write a half.'), new Error('not covered'), { kind: 'not covered' }]) expect(ask(thrown)).toThrow(thrown);
});
