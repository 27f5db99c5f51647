import { describe, expect, it } from 'vitest';
import { answer } from '../../src/cells/answer';
import { readAmount } from '../../src/cells/read';
import { isTracing, step, withTrace } from '../../src/cells/trace';
import { notCovered, Problem } from '../../src/domain/problem';
import '../support/custom-functions';

const threshold = (accrued: unknown): unknown =>
  answer((book) => {
    const coop = readAmount(accrued, 'accrued');
    const rule = book.rulesOn('2024-06-30').threshold('Microsoft Commerce Incentives');
    book.rulesOn('2024-06-30').threshold('Microsoft Commerce Incentives');
    step(() => `Compared with ${rule.value.amount}.`);
    return coop;
  });

describe('a trace', () => {
  it('holds inputs, rules and steps in the order they came, each rule once', () => {
    const { result, trace } = withTrace(() => threshold('9999.99'));
    expect(result).toBe(999999);
    expect(trace.inputs).toEqual([{ name: 'accrued', given: '9999.99', read: '9999.99' }]);
    expect(trace.rules.map(({ rule }) => [rule.topic, rule.program])).toEqual([['threshold', 'Microsoft Commerce Incentives']]);
    expect(trace.steps).toEqual(['Compared with 1000000.']);
  });

  it('gives the problem back in words', () => {
    const { result } = withTrace(() => threshold('ten'));
    expect(result).toBeInstanceOf(Problem);
    expect(result).toMatchObject({ kind: 'bad input', message: expect.stringContaining('"ten" isn\'t an amount') });
    expect(
      withTrace(() =>
        answer(() => {
          throw notCovered('No.');
        }),
      ).result,
    ).toMatchObject({ kind: 'not covered', message: 'No.' });
  });

  it('is written only while someone asks', () => {
    expect(isTracing()).toBe(false);
    step(() => {
      throw new Error('made without being asked for');
    });
    expect(threshold(1)).toBe(100);
  });

  it('of one inside another keeps to itself', () => {
    const { trace } = withTrace(() => {
      step(() => 'outer');
      return withTrace(() => step(() => 'inner')).trace.steps;
    });
    expect(trace.steps).toEqual(['outer']);
  });
});
