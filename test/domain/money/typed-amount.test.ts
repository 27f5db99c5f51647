import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatUsd } from '../../../src/domain/money/money';
import { readTypedAmount } from '../../../src/domain/money/typed-amount';

describe('an amount as people type it', () => {
  it.each<[string, number]>([
    ['5400', 5400],
    ['5,400.00', 5400],
    ['$5,400.00', 5400],
    ['US$ 5,400', 5400],
    ['5400 USD', 5400],
    ['5 400', 5400],
    ['5  400', 5400],
    ['USD5', 5],
    ['5USD', 5],
    ['5 400.5', 5400.5],
    ["5'400", 5400],
    ['5\u2019400.25', 5400.25],
    ['5\u00A0400', 5400],
    ['.50', 0.5],
    ['5.', 5],
    ['5.4', 5.4],
    ['5.40', 5.4],
    ['(5)', -5],
    ['($5.00)', -5],
    ['-5', -5],
    ['$-5', -5],
    ['-$5', -5],
    ['5-', -5],
    ['5.00-', -5],
    ['$5 -', -5],
    ['\u22125', -5],
    ['\u20135', -5],
    ['+5', 5],
    ['1,234,567.89', 1_234_567.89],
    ['\uFF15\uFF14', 54],
    ['\u200E5\u200F', 5],
    ['1234.5', 1234.5],
    ['0.00', 0],
    ['26.601,60', 26_601.6],
    ['5.400,00', 5400],
    ['-1.234.567,8 USD', -1_234_567.8],
    ['1.234.567', 1_234_567],
    ['1,23,456', 123_456],
    ['1,23,456.78', 123_456.78],
    ['1,234.', 1234],
    [' $ 10,010.00 ', 10_010],
    ['$ (30.00)', -30],
    ['(30.00) USD', -30],
    ['(USD 30.00)', -30],
    ['- $30.00', -30],
    ['USD -30.00', -30],
    [' $ -   ', 0],
    ["'-75.63", -75.63],
    ['\u0663\u0660\u066B\u0665\u0660', 30.5],
  ])('%j is %d', (text, usd) => expect(readTypedAmount(text)).toEqual({ cents: Math.round(usd * 100) }));

  const POINT = 'its point could be a decimal or a thousands separator. Enter 1234.50 for one thousand and so on.';
  const COMMA = 'its comma could be a decimal or a thousands separator. Use a decimal point, such as 1234.50.';
  const PARTS = "it has parts of a cent, or its digits aren't in groups of three. Enter it to the cent, such as 1234.50.";
  const GROUPS = "its digits aren't in groups of three. Enter it without separators, such as 1234.50.";
  it.each<[string, string]>([
    ['5.400', POINT],
    ['12.345', POINT],
    ['-5.400', POINT],
    ['(5.400)', POINT],
    ['$5.400', POINT],
    ['5.400-', POINT],
    ['5.40,00', COMMA],
    ['5400,50', COMMA],
    ['1,5', COMMA],
    ['0.005', PARTS],
    ['1234.567', PARTS],
    ['12.3456', PARTS],
    ['12,34,56', COMMA],
    ['12,34,5678', GROUPS],
    ['1.234 567', GROUPS],
    ["54'00", GROUPS],
    ['0,400', GROUPS],
    ['5\u00B2', 'enter an amount such as 1234.50.'],
    ['--5', 'enter an amount such as -1,234.50.'],
    ['-5-', 'enter an amount such as -1,234.50.'],
    ['(-5)', 'enter an amount such as -1,234.50.'],
    ['(5', 'enter an amount such as -1,234.50.'],
    ['((5))', 'enter an amount such as -1,234.50.'],
    ['-(5)', 'enter an amount such as -1,234.50.'],
    ['(5)-', 'enter an amount such as -1,234.50.'],
    ['-', 'enter an amount such as 1234.50.'],
    ['30.00 CR', 'enter an amount such as 1234.50.'],
    ['5e3', 'enter an amount such as 1234.50.'],
    ['USD USD 5', 'enter an amount such as 1234.50.'],
    ['5%', "it's a percentage."],
    ['5k', "it's rounded. Enter the amount to the cent."],
    ['5 M', "it's rounded. Enter the amount to the cent."],
    ['5 kg', 'enter an amount such as 1234.50.'],
    ['5 EUR', "it's in EUR. Enter an amount in USD."],
    ['€5', "it's in €. Enter an amount in USD."],
    ['1000000000000', "it's too large to be kept to the cent."],
    ['.', 'enter an amount such as 1234.50.'],
  ])('%j is refused: %s', (text, why) => {
    const read = readTypedAmount(text);
    expect(read).toEqual({ problem: `"${text}" can't be read: ${why}` });
  });

  it.each<[string, string | null, number | null]>([
    ['€5,400.00', 'EUR', 5400],
    ['5400 eur', 'EUR', 5400],
    ['$5', 'EUR', null],
    ['5 USD', 'EUR', null],
    ['$5', 'CAD', 5],
    ['CA$5', 'CAD', null],
    ['£5', 'GBP', 5],
    ['5 CHF', 'CHF', 5],
    ["5'400", 'CHF', 5400],
    ['5.400', 'EUR', null],
    ['5', null, 5],
    ['$5', null, null],
    ['5 USD', null, null],
    ['1,234.50', null, 1234.5],
    ['5.400', null, null],
    ['5', '(((', 5],
    ['$5', '', null],
    ['$5', 'USDX', null],
    ['$5', 'XUSD', null],
    ['5EUR', 'EUR', 5],
    ['EUR5', 'EUR', 5],
    ['(5) EUR', 'EUR', -5],
    ['5USD', 'EUR', null],
    ['USD5', 'EUR', null],
    ['5USD', null, null],
  ])('%j in a field of %s is %j', (text, currency, amount) => {
    const read = readTypedAmount(text, currency);
    expect('cents' in read ? read.cents! / 100 : null).toBe(amount);
  });

  const PLAIN = 'it includes a currency. Enter the number only.';
  it.each<[string, string | null, string]>([
    ['$5', null, PLAIN],
    ['5 USD', null, PLAIN],
    ['€5', null, PLAIN],
    ['5 EUR', '(((', PLAIN],
    ['$5', 'EUR', "it's in $. Enter an amount in EUR."],
    ['5 usd', 'EUR', "it's in USD. Enter an amount in EUR."],
    ['5k EUR', 'EUR', "it's rounded. Enter the amount to the cent."],
  ])('%j in a field of %s is refused: %s', (text, currency, why) =>
    expect(readTypedAmount(text, currency)).toEqual({ problem: `"${text}" can't be read: ${why}` }),
  );

  it('a curly apostrophe is refused like a straight one where it does not set off thousands', () =>
    expect(readTypedAmount('54\u201900')).toEqual({ problem: `"54'00" can't be read: ${GROUPS}` }));

  it('a text that is refused is shown up to its 40th character', () =>
    expect(readTypedAmount('a'.repeat(41))).toEqual({
      problem: `"${'a'.repeat(40)}" can't be read: enter an amount such as 1234.50.`,
    }));

  it.each(['', ' ', '\u00A0'])('%j is blank', (text) => expect(readTypedAmount(text)).toEqual({ cents: null }));

  it('reads back every amount we write', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        for (const text of [formatUsd(cents), formatAmount(cents), (cents / 100).toFixed(2)])
          expect(readTypedAmount(text)).toEqual({ cents: cents + 0 });
      }),
    ));

  /** Another telling, of what a text could mean: an amount to the cent, its point and comma taken either way round. */
  const meanings = (text: string): Set<number> => {
    const found = new Set<number>();
    for (const [point, group] of [
      ['\\.', ','],
      [',', '\\.'],
    ] as const) {
      if (!new RegExp(`^(?:\\d+|[1-9]\\d{0,2}(?:${group}\\d{3})+)(?:${point}\\d+)?$`).test(text)) continue;
      found.add(Number(text.replace(new RegExp(group, 'g'), '').replace(',', '.')));
    }
    if (/^\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?$/.test(text)) found.add(Number(text.replaceAll(',', '')));
    return found;
  };
  it('never takes a text for one amount that could be another, the comma of a US thousand aside', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,'), minLength: 1, maxLength: 9 }), (text) => {
        const read = readTypedAmount(text);
        if ('problem' in read || /^[1-9]\d{0,2}(,\d{3})+\.?$/.test(text)) return;
        expect([...meanings(text.replace(/\.$/, '').replace(/^\./, '0.'))]).toEqual([read.cents! / 100]);
      }),
      { numRuns: 2000 },
    ));
});
