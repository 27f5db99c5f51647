import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMix, mixTrouble, type MixShare } from '../../../src/domain/balance/target-mix';
import { sharesOf } from '../../../src/domain/money/shares';

const mixOf = (...shares: number[]): MixShare[] => shares.map((share, index) => ({ name: 'ABCDEF'[index]!, share }));
const sharesFor = (amounts: Record<string, number>) =>
  sharesOf(
    Object.entries(amounts).map(([name, amount]) => ({ name, amount })),
    ({ name }) => name,
  );

describe('a mix', () => {
  it.each<[string, MixShare[], string | null]>([
    ['none is no trouble', [], null],
    ['what a distributor names', mixOf(0.4, 0.45, 0.15), null],
    ['that is not 1 in binary', mixOf(0.7, 0.2, 0.1), null],
    ['thirds as people write them', mixOf(0.333, 0.333, 0.334), null],
    ['all for one', mixOf(1, 0), null],
    ['too little', mixOf(0.4, 0.45), 'The shares add up to 85%, 15% too little. They must add up to 100%.'],
    ['too much', mixOf(0.6, 0.405), 'The shares add up to 100.5%, 0.5% too much. They must add up to 100%.'],
    ['below zero', mixOf(1.1, -0.1), 'The share of A must be between 0% and 100%.'],
    ['below zero first', mixOf(-0.1, 1.1), 'The share of A must be between 0% and 100%.'],
    ['not a number', mixOf(NaN, 1), 'The share of A must be between 0% and 100%.'],
    ['twice the same', [...mixOf(0.5), ...mixOf(0.5)], 'A has two shares. Enter one.'],
  ])('%s', (_, mix, trouble) => {
    expect(mixTrouble(mix)).toBe(trouble);
    if (trouble !== null) expect(compareMix(mix, sharesFor({ A: 1 }))).toEqual([]);
  });
});

describe('a plan next to a mix', () => {
  const lines = (mix: MixShare[], amounts: Record<string, number>) =>
    compareMix(mix, sharesFor(amounts)).map(
      ({ name, wantedAmount, amount, difference, finding }) =>
        `${name} ${amount} of ${wantedAmount}: ${difference}${finding ? `, ${finding.level}: ${finding.message}` : ''}`,
    );

  it.each<[string, MixShare[], Record<string, number>, string[]]>([
    ['as wanted', mixOf(0.4, 0.6), { B: 600_00, A: 400_00 }, ['A 40000 of 40000: 0', 'B 60000 of 60000: 0']],
    [
      'otherwise',
      mixOf(0.4, 0.6),
      { A: 500_00, B: 500_00 },
      [
        'A 50000 of 40000: 10000, note: A is 50% of the plan; the target is 40%: $100.00 more.',
        'B 50000 of 60000: -10000, note: B is 50% of the plan; the target is 60%: $100.00 less.',
      ],
    ],
    ['within a percentage point', mixOf(0.4, 0.6), { A: 409_90, B: 590_10 }, ['A 40990 of 40000: 990', 'B 59010 of 60000: -990']],
    [
      'a percentage point',
      mixOf(0.4, 0.6),
      { A: 410_00, B: 590_00 },
      [expect.stringMatching(/A is 41% .* more/) as string, expect.stringMatching(/B is 59% .* less/) as string],
    ],
    [
      'a category that is not wanted',
      mixOf(1),
      { A: 900_00, Z: 100_00 },
      [
        'A 90000 of 100000: -10000, note: A is 90% of the plan; the target is 100%: $100.00 less.',
        'Z 10000 of 0: 10000, note: Z is 10% of the plan; the target is 0%: $100.00 more.',
      ],
    ],
    [
      'a category without money',
      mixOf(0.5, 0.5),
      { A: 100_00 },
      [expect.stringContaining('A 10000 of 5000') as string, expect.stringContaining('B 0 of 5000: -5000') as string],
    ],
    ['an empty plan', mixOf(0.5, 0.5), {}, ['A 0 of 0: 0', 'B 0 of 0: 0']],
    ['no mix', [], { A: 1 }, []],
  ])('%s', (_, mix, amounts, expected) => expect(lines(mix, amounts)).toEqual(expected));

  const percents = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }).map((cuts) => {
    const sorted = [0, ...[...cuts].sort((a, b) => a - b), 100];
    return mixOf(...sorted.slice(1).map((cut, index) => (cut - sorted[index]!) / 100));
  });
  it('wants the whole and no cent more: what is too much here is missing there', () =>
    fc.assert(
      fc.property(percents, fc.dictionary(fc.constantFrom('A', 'B', 'C', 'Z'), fc.integer({ min: 0, max: 1e9 })), (mix, amounts) => {
        expect(mixTrouble(mix)).toBeNull();
        const found = compareMix(mix, sharesFor(amounts));
        const sum = (amountOf: (line: (typeof found)[number]) => number) => found.reduce((total, line) => total + amountOf(line), 0);
        expect(sum(({ difference }) => difference)).toBe(0);
        expect(sum(({ wantedAmount }) => wantedAmount)).toBe(Object.values(amounts).reduce((total, amount) => total + amount, 0));
        for (const { wantedAmount } of found) expect(wantedAmount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    ));
});
