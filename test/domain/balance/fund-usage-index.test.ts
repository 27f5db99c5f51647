import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedBeside, countedFor, countedNamed } from '../../../src/domain/balance/fund-usage-index';
import { countedMoney } from '../../../src/domain/balance/fund-usage';
import { aFund, anActivity } from '../../support/planned';

const id = fc.constantFrom('', 'A-1', 'A-2');
const activity = fc
  .record({ id, activity: fc.constantFrom('a', 'A', 'b'), budget: fc.option(fc.integer({ min: 0, max: 100 })) })
  .map(anActivity);

describe('what is counted next to an activity', () => {
  it('is what going through all of it finds, asked once or often', () =>
    fc.assert(
      fc.property(fc.array(activity), id, (activities, ownId) => {
        const counted = countedMoney(aFund(), activities, [], '2024-03-01');
        const others = counted.filter(({ activityId }) => ownId === '' || activityId !== ownId);
        for (let asked = 0; asked < 2; asked += 1) {
          expect(countedBeside(ownId, counted)).toBe(others.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
          expect(countedFor(ownId, counted)).toEqual(ownId === '' ? [] : counted.filter(({ activityId }) => activityId === ownId));
          const named = countedNamed((name) => name.toLowerCase() === 'a', ownId, counted);
          expect(new Set(named)).toEqual(new Set(others.filter((usage) => usage.activity.toLowerCase() === 'a')));
          expect(named).toHaveLength(new Set(named).size);
        }
      }),
      { numRuns: 300 },
    ));
});
