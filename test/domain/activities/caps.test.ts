import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, capOn, claimable, reserveCap, type CapRule } from '../../../src/domain/activities/caps';
import { outOfRange } from '../../../src/domain/problem';

const NONE: CapRule = { kind: 'none' };
const DEMO_UNITS: CapRule = { kind: 'greater', share: 0.1, amount: 300_000 };
const OFFERS: CapRule = { kind: 'share', share: 0.25 };
const AMOUNT: CapRule = { kind: 'amount', amount: 500_000 };
const TRAVEL: CapRule = { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 };

describe('a cap', () => {
  it.each<[string, CapRule, number, number | null, number | null, number]>([
    ['T40: the amount is more', DEMO_UNITS, 2_000_000, null, 300_000, 300_000],
    ['T40: the share is more', DEMO_UNITS, 5_000_000, null, 500_000, 500_000],
    ['where both are the same', DEMO_UNITS, 3_000_000, null, 300_000, 300_000],
    ['a cent of share more', DEMO_UNITS, 3_000_010, null, 300_001, 300_001],
    ['more than was earned', DEMO_UNITS, 200_000, null, 300_000, 200_000],
    ['T41: a quarter', OFFERS, 3_240_000, null, 810_000, 810_000],
    ['T41: Surface, all of it', NONE, 3_240_000, null, null, 3_240_000],
    ['half a cent', OFFERS, 2, null, 1, 1],
    ['an amount', AMOUNT, 900_000, null, 500_000, 500_000],
    ['an amount nobody earned', AMOUNT, 400_000, null, 500_000, 400_000],
    ['nothing earned', OFFERS, 0, null, 0, 0],
    ['nothing earned, no cap', NONE, 0, null, null, 0],
    ['one traveller', TRAVEL, 9_000_000, 1, 500_000, 500_000],
    ['three', TRAVEL, 9_000_000, 3, 1_500_000, 1_500_000],
    ['four count as three', TRAVEL, 9_000_000, 4, 1_500_000, 1_500_000],
    ['nobody said how many', TRAVEL, 9_000_000, null, 1_500_000, 1_500_000],
    ['nobody travels', TRAVEL, 9_000_000, 0, 0, 0],
    ['never more in all', { ...TRAVEL, total: 1_200_000 }, 9_000_000, 3, 1_200_000, 1_200_000],
    ['never more than was earned', TRAVEL, 700_000, 3, 1_500_000, 700_000],
  ])('%s: %o of %d cents, %s travelling, is %s, and %d can be claimed', (_, rule, earned, attendees, cap, claim) => {
    expect(capOn(rule, earned, attendees)).toBe(cap);
    expect(claimable(rule, earned, attendees)).toBe(claim);
  });

  it.each([NONE, OFFERS, TRAVEL])('%o of less than nothing is out of range', (rule) => {
    const problem = outOfRange('The co-op earned is below zero. Enter what the previous half earned, 0 or more.');
    expect(() => claimable(rule, -1)).toThrow(problem);
    expect(() => claimable(rule, -1)).toThrow(expect.objectContaining({ kind: problem.kind }));
  });
});

describe('handing out', () => {
  it.each<[string, number, number[], (number | null)[], number[]]>([
    ['in order until nothing is left', 1000, [600, 600, 600], [], [600, 400, 0]],
    ['just enough', 1200, [600, 600], [], [600, 600]],
    ['position breaks ties', 600, [600, 600], [], [600, 0]],
    ['what a cap leaves goes on', 1000, [600, 600], [100, null], [100, 600]],
    ['a cap of nothing gives nothing', 1000, [600, 600], [0, null], [0, 600]],
    ['null is no cap', 1000, [600], [null], [600]],
    ['fewer caps than costs', 1000, [600, 600], [100], [100, 600]],
    ['funds below zero are none', -5, [600], [], [0]],
    ['nothing costs nothing', 1000, [0, 600], [], [0, 600]],
    ['no costs', 1000, [], [], []],
    ['not sorted: a large cost first', 1000, [900, 200, 100], [], [900, 100, 0]],
  ])('%s: %d to %j capped %j is %j', (_, funds, costs, caps, given) => expect(allocate(funds, costs, caps)).toEqual(given));

  it('without caps gives what there is', () => expect(allocate(1000, [600, 600])).toEqual([600, 400]));

  const funds = fc.integer({ min: -50, max: 200 });
  const row = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 60 })));
  it('is what giving cent after cent comes to: never above funds, caps or costs', () =>
    fc.assert(
      fc.property(funds, fc.array(row, { maxLength: 8 }), (money, rows) => {
        const given = rows.map(() => 0);
        let left = money;
        rows.forEach(([cost, cap], index) => {
          while (left > 0 && given[index]! < cost && (cap === null || given[index]! < cap)) {
            given[index]!++;
            left--;
          }
        });
        const got = allocate(
          money,
          rows.map(([cost]) => cost),
          rows.map(([, cap]) => cap),
        );
        expect(got).toEqual(given);
        expect(got.reduce((total, share) => total + share, 0)).toBeLessThanOrEqual(Math.max(money, 0));
      }),
      { numRuns: 500 },
    ));
});

describe('the most a fund keeps for one activity', () => {
  it.each<[string, CapRule | null, number, number | null]>([
    ['nothing, where no rule is known', null, 1_000_000, null],
    ['nothing, without a cap', NONE, 1_000_000, null],
    ['a share', OFFERS, 1_000_000, 250_000],
    ['an amount', AMOUNT, 1_000_000, 500_000],
    ['nothing, where the amount is all that was earned', AMOUNT, 500_000, null],
    ['the greater of both', DEMO_UNITS, 5_000_000, 500_000],
    ['nothing for travel, as registration comes on top', TRAVEL, 9_000_000, null],
    ['nothing of what was taken back', OFFERS, -1, null],
  ])('%s', (_, rule, earned, most) => expect(reserveCap(rule, earned)).toBe(most));
});
