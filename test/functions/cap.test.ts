import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cap } from '../../src/functions/cap';
import { rulesOn } from '../../src/rulebook/rules-on';
import { show } from '../support/custom-functions';

const asked = (...args: unknown[]) => show(cap, ...args);

describe('CAP', () => {
  it('is never more than was earned and never negative', () => {
    const names = rulesOn('newest')
      .activities()
      .map(({ value }) => value.name);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 9 }), (name, earned, people) => {
        const most = asked(name, earned / 100, people) as number;
        expect(most >= 0 && most <= earned / 100).toBe(true);
      }),
    );
  });
});
