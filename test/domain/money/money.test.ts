import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centsOf,
  centsOfMicros,
  centsOfNumber,
  centsOfProduct,
  convertedAt,
  dollars,
  dollarsOfMicros,
  formatAmount,
  formatExactUsd,
  formatShare,
  formatUsd,
  inProportion,
  describeRounding,
  isExact,
  microsOf,
  microsOfNumber,
  microsOfProduct,
  roundedFrom,
  shareOf,
  sum,
  sumOf,
} from '../../../src/domain/money/money';

const amount = fc.integer({ min: -1e12, max: 1e12 });
/** A decimal as digits times 10 to the power of minus places, with the number it is written as. */
const decimal = (digits: number, places: number) =>
  fc
    .record({ digits: fc.integer({ min: -digits, max: digits }), places: fc.integer({ min: 0, max: places }) })
    .map(({ digits: whole, places: scale }) => ({ digits: BigInt(whole), scale, number: Number(`${whole}e-${scale}`) }));
/** Half away from zero, in whole numbers only: never -0. */
function rounded(dividend: bigint, divisor: bigint): number {
  const size = ((dividend < 0n ? -dividend : dividend) * 2n + divisor) / (divisor * 2n);
  return Number(dividend < 0n ? -size : size);
}

describe('reading an amount', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['-0.004', 0],
    ['+5', 500],
    ['007', 700],
    ['1234.5', 123_450],
    ['9999.99', 999_999],
    ['0.005', 1],
    ['0.0049999999', 0],
    ['-0.005', -1],
    ['-0.0049', 0],
    ['1.005', 101],
    ['1.995', 200],
    ['-1.995', -200],
    ['1.0125', 101],
    ['33.33', 3333],
  ])('%s is %d cents', (text, cents) => expect(centsOf(text)).toBe(cents));

  it.each([
    '',
    ' ',
    '.5',
    '5.',
    '-',
    '1,234.50',
    '1.234,50',
    '1 234',
    '$5',
    '1e3',
    '5 ',
    ' 5',
    '--5',
    '1.2.3',
    '0x10',
    'NaN',
    'Infinity',
    '١',
  ])('%j is none', (text) => expect(centsOf(text)).toBeNull());

  it.each<[number, number]>([
    [1.005, 101],
    [-1.005, -101],
    [1.115, 112],
    [2.675, 268],
    [8.345, 835],
    [0.005, 1],
    [0.0049, 0],
    [-0.005, -1],
    [-0.004, 0],
    [-0, 0],
    [1e-7, 0],
    [5e-3, 1],
    [0.1 + 0.2, 30],
    [1.0049999999999, 100],
    [123_456_789.125, 12_345_678_913],
    [1e21, 1e23],
  ])('the number %d is %d cents', (n, cents) => expect(centsOfNumber(n)).toBe(cents));

  it.each([NaN, Infinity, -Infinity])('%d is not a number of cents', (n) => expect(centsOfNumber(n)).toBeNaN());

  it('gives a text and the number it spells the same cents', () =>
    fc.assert(
      fc.property(decimal(1e11, 6), ({ number }) => {
        const text = String(number);
        if (!text.includes('e')) expect(centsOf(text)).toBe(centsOfNumber(number));
      }),
      { numRuns: 1000 },
    ));

  it('agrees with whole numbers on every half cent', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        expect(centsOfNumber(Number(`${cents}5e-3`))).toBe(cents < 0 ? cents - 1 : cents + 1);
      }),
    ));

  it('brings every amount of cents back from its dollars', () =>
    fc.assert(
      fc.property(amount, (cents) => {
        expect(centsOfNumber(dollars(cents))).toBe(cents + 0);
      }),
    ));
});

describe('a sum', () => {
  it.each<[number[], number]>([
    [[], 0],
    [[5], 5],
    [[150, -40, 1], 111],
  ])('of %j is %d', (amounts, total) => expect(sum(amounts)).toBe(total));

  it('of what items come to counts those without a figure as nothing', () => {
    expect(sumOf([{ actual: 250 }, { actual: null }, { actual: -50 }], ({ actual }) => actual)).toBe(200);
    expect(sumOf([], () => 1)).toBe(0);
  });
});

describe('a share of an amount', () => {
  it.each<[number, number, number, string]>([
    [150_000, 0.4, 60_000, 'T20'],
    [3333, 0.4, 1333, 'T25'],
    [1, 0.4, 0, 'T26'],
    [-3000, 0.4, -1200, 'T27'],
    [3_240_000, 0.25, 810_000, 'T41'],
    [5, 0.1, 1, 'half a cent goes up'],
    [-5, 0.1, -1, 'and away from zero'],
    [4, 0.1, 0, 'less than half does not'],
    [-4, 0.1, 0, 'and is no negative zero'],
    [70, 0.575, 40, '0.575 is a little less in binary: 40.25'],
    [100, 0.285, 29, '28.5, though 0.285 × 100 is 28.499999999999996'],
    [100, 0.145, 15, '14.5, though 0.145 × 100 is 14.499999999999998'],
    [999_999, 1, 999_999, 'the whole'],
    [999_999, 0, 0, 'nothing'],
    [9_007_199_254_740_991, 0.5, 4_503_599_627_370_496, 'the largest whole number'],
    [3, 1 / 3, 1, 'a share of sixteen digits'],
  ])('%d times %d is %d: %s', (cents, share, part) => expect(shareOf(cents, share)).toBe(part));

  it('is exact, in whole numbers as written', () =>
    fc.assert(
      fc.property(amount, decimal(1e15 - 1, 15), (cents, { digits, scale, number }) => {
        const exact = rounded(BigInt(cents) * digits, 10n ** BigInt(scale));
        if (Number.isSafeInteger(exact)) expect(shareOf(cents, number)).toBe(exact);
      }),
      { numRuns: 2000 },
    ));

  it.each([0.4, 0.6, 0.25, 0.1, 0.0375, 0.0475, 0.15])('of %d is exact for every cent up to 200 dollars', (share) => {
    const wrong: number[] = [];
    const tenThousandths = BigInt(Math.round(share * 10_000));
    for (let cents = -20_000; cents <= 20_000; cents++) {
      if (!Object.is(shareOf(cents, share), rounded(BigInt(cents) * tenThousandths, 10_000n))) wrong.push(cents);
    }
    expect(wrong).toEqual([]);
  });
});

describe('an amount times a rate', () => {
  it.each<[number, number, number, string]>([
    [100_000, 0.04, 400_000, 'T21'],
    [0.1, 0.05, 1, 'half a cent'],
    [-0.1, 0.05, -1, 'and below zero'],
    [1.005, 0.5, 50, 'rounded once: 0.5025, while 1.01 × 0.5 would be 0.505'],
    [1e9, 0.0475, 4_750_000_000, 'large'],
    [0, 0.04, 0, 'nothing'],
  ])('%d at %d is %d cents: %s', (dollarsOf, rate, cents) => expect(centsOfProduct(dollarsOf, rate)).toBe(cents));

  it('is exact, in whole numbers as written', () =>
    fc.assert(
      fc.property(decimal(1e12, 4), decimal(1e8, 8), (revenue, rate) => {
        const exact = rounded(revenue.digits * rate.digits * 100n, 10n ** BigInt(revenue.scale + rate.scale));
        if (Number.isSafeInteger(exact)) expect(centsOfProduct(revenue.number, rate.number)).toBe(exact);
      }),
      { numRuns: 2000 },
    ));
});

describe('for reading', () => {
  it.each<[number, string, string]>([
    [0, '$0.00', '0.00'],
    [5, '$0.05', '0.05'],
    [-5, '-$0.05', '-0.05'],
    [50, '$0.50', '0.50'],
    [100, '$1.00', '1.00'],
    [-1200, '-$12.00', '-12.00'],
    [99_999, '$999.99', '999.99'],
    [123_450, '$1,234.50', '1,234.50'],
    [-123_450, '-$1,234.50', '-1,234.50'],
    [100_000_000, '$1,000,000.00', '1,000,000.00'],
    [12_345_678_901, '$123,456,789.01', '123,456,789.01'],
  ])('%d cents are %s or %s', (cents, usd, plain) => {
    expect(formatUsd(cents)).toBe(usd);
    expect(formatAmount(cents)).toBe(plain);
  });

  it('nothing is lost, and every comma has three digits after it', () =>
    fc.assert(
      fc.property(amount, (cents) => {
        const text = formatUsd(cents);
        expect(text).toMatch(/^-?\$\d{1,3}(,\d{3})*\.\d\d$/);
        expect(centsOf(text.replace(/[$,]/g, ''))).toBe(cents + 0);
      }),
    ));

  it.each<[number, string]>([
    [0, '0%'],
    [0.4, '40%'],
    [0.0375, '3.75%'],
    [0.07, '7%'],
    [0.285, '28.5%'],
    [1, '100%'],
    [0.123456, '12.3456%'],
    [0.000015, '0.0015%'],
  ])('the share %d is %s', (share, text) => expect(formatShare(share)).toBe(text));
});

describe('an amount in proportion', () => {
  it.each<[number, number, number, number, string]>([
    [1_000_000, 665_040, 900_000, 738_933, '738,933.33'],
    [101, 50, 100, 51, 'half a cent goes away from zero'],
    [-101, 50, 100, -51, 'below zero too'],
    [101, 50, -100, -51, 'of a whole below zero'],
    [99_999_999_999_999, 99_999_999_999_998, 99_999_999_999_999, 99_999_999_999_998, 'a product no number holds'],
    [0, 5, 7, 0, 'nothing'],
  ])('%d at %d of %d is %d: %s', (amount, part, whole, expected) => expect(inProportion(amount, part, whole)).toBe(expected));
});

describe('converting an amount', () => {
  it.each<[number, number, number, string]>([
    [100_000, 1.3, 130_000, 'the rate of the sample'],
    [99_999, 1.0825, 108_249, 'rounded once: 1,082.489175'],
    [1, 0.5, 1, 'half a cent goes away from zero'],
    [-1, 0.5, -1, 'below zero too'],
    [1, 0.49999999, 0, 'less than half goes'],
    [15_000_000, 0.0067, 100_500, 'yen have many'],
    [100, 1, 100, 'dollars stay'],
    [0, 1.3, 0, 'nothing'],
    [335, 1.1, 369, '368.5, which a binary number misses'],
  ])('%d at %d is %d: %s', (cents, rate, converted) => expect(convertedAt(cents, rate)).toBe(converted));

  it('is what whole numbers come to', () =>
    fc.assert(
      fc.property(amount, decimal(1e6, 6), (cents, rate) => {
        const exact = rounded(BigInt(cents) * rate.digits, 10n ** BigInt(rate.scale));
        if (Number.isSafeInteger(exact)) expect(convertedAt(cents, rate.number)).toBe(exact);
      }),
      { numRuns: 1000 },
    ));
});

describe('that something was rounded', () => {
  const ROUNDED = ', rounded half away from zero to cents';
  it.each<[string, number, number, number, string]>([
    ['a whole share', 150_000, 0.4, 0, ''],
    ['a share below half a cent', 3333, 0.4, 0, ROUNDED],
    ['half a cent', 5, 0.5, 0, ROUNDED],
    ['below zero', -3333, 0.4, 0, ROUNDED],
    ['nothing', 0, 0.4, 0, ''],
    ['revenue at a rate', 100_000, 0.0375, 2, ''],
    ['revenue with cents at a rate', 99.99, 0.0375, 2, ROUNDED],
    ['a third as it is written', 10_000, 1 / 3, 0, ROUNDED],
    ['more than a number tells', 900_719_925_474_099, 0.4, 0, ROUNDED],
    ['as much, without a rest', 900_719_925_474_100, 0.4, 0, ''],
  ])('%s: %d of %d', (_, amount, share, places, said) => expect(describeRounding(amount, share, places)).toBe(said));
});

describe('millionths of a dollar', () => {
  it.each<[string, number | null]>([
    ['1.5', 1_500_000],
    ['0.0000005', 1],
    ['-0.0000005', -1],
    ['0.00000049', 0],
    ['-12', -12_000_000],
    ['1,5', null],
  ])('%s is %s', (text, micros) => {
    expect(microsOf(text)).toBe(micros);
    if (micros !== null) expect(microsOfNumber(Number(text))).toBe(micros);
  });

  it.each<[number, boolean]>([
    [1e15, true],
    [-1e15, true],
    [1e15 + 1, false],
    [-1e15 - 1, false],
    [NaN, false],
  ])('%d can be kept exactly: %s', (micros, is) => expect(isExact(micros)).toBe(is));
  it('nothing can’t', () => expect(isExact(null)).toBe(false));

  it.each<[number, number, string, string]>([
    [0, 0, '$0.00', ''],
    [10_000, 1, '$0.01', ''],
    [-4400, 0, '-$0.0044', ', rounded once from -0.0044'],
    [4999, 0, '$0.004999', ', rounded once from 0.004999'],
    [5000, 1, '$0.005', ', rounded once from 0.005'],
    [-5000, -1, '-$0.005', ', rounded once from -0.005'],
    [14_999, 1, '$0.014999', ', rounded once from 0.014999'],
    [1_000_100, 100, '$1.0001', ', rounded once from 1.0001'],
    [-1_234_505_000, -123_451, '-$1,234.505', ', rounded once from -1234.505'],
  ])('%d are %d cents, shown as %s%s', (micros, cents, exact, rounding) => {
    expect(centsOfMicros(micros)).toBe(cents);
    expect(formatExactUsd(micros)).toBe(exact);
    expect(roundedFrom(micros)).toBe(rounding);
    expect(microsOfNumber(dollarsOfMicros(micros))).toBe(micros);
  });

  it.each<[number, number, number]>([
    [1.1, 1.1, 1_210_000],
    [-3, 0.0000005, -2],
    [1e9, 1, 1e15],
  ])('%d times %d is %d', (amount, rate, micros) => expect(microsOfProduct(amount, rate)).toBe(micros));

  it('are rounded to cents as whole numbers say', () =>
    fc.assert(
      fc.property(amount, (micros) => {
        expect(centsOfMicros(micros)).toBe(rounded(BigInt(micros), 10_000n));
      }),
    ));
});
