import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatUsd } from '../../../src/domain/money/money';
import { readAmount, readForeign, readPasted } from '../../../src/reports/reconcile/amounts';

describe('an amount as Partner Center writes it', () => {
  it.each<[string, number | null]>([
    ['$10,020.00', 1_002_000],
    ['10,020.00 USD', 1_002_000],
    ['US$ 10,020', 1_002_000],
    ['USD 10020.5', 1_002_050],
    ['$ 1,234,567.89', 123_456_789],
    ['10020', 1_002_000],
    ['0', 0],
    ['$0.00', 0],
    ['-30.00', -3_000],
    ['-$30.00', -3_000],
    ['$-30.00', -3_000],
    ['\u221230.00', -3_000],
    ['($30.00)', -3_000],
    ["10'020.00", 1_002_000],
    ['10\u00A0020.00', 1_002_000],
    ['1\u202F234\u202F567.80', 123_456_780],
    [' \t$9,999.99\n', 999_999],
    ['1,234', 123_400],
    ['12.5', 1_250],
    ['26.601,60', 2_660_160],
    ['1 234,50', 123_450],
    ['1.234.567', 123_456_700],
    ['1,23,456.00', 12_345_600],
    ['', null],
    ['   ', null],
  ])('%j is %j', (text, cents) => expect(readAmount(text)).toEqual({ cents }));

  it.each<[string, RegExp]>([
    ['1234,50', /its comma could be a decimal/],
    ['1234,50', /its comma could be a decimal/],
    ['12,5', /its comma could be a decimal/],
    ['1.234', /decimal or a thousands separator/],
    ['12,34.00', /groups of three/],
    ['10.005', /decimal or a thousands separator/],
    ['1234.505', /groups of three/],
    ["1,234'567.00", /groups of three/],
    ['€1,234.50', /in €/],
    ['1,234.50 EUR', /in EUR/],
    ['£500', /in £/],
    ['GBP 500.00', /in GBP/],
    ['CA$500.00', /in CA\$/],
    ['10.0K', /rounded/],
    ['$1.2M', /rounded/],
    ['60%', /percentage/],
    ['--', /enter an amount/],
    ['-', /enter an amount/],
    ['n/a', /enter an amount/],
    ['(-30.00)', /-1,234\.50/],
    ['(30.00', /-1,234\.50/],
    ['$1e5', /enter an amount/],
    ['99999999999999999999', /too large/],
  ])('%j is refused: %s', (text, why) => {
    const read = readAmount(text);
    expect('problem' in read && read.problem).toMatch(why);
    expect('problem' in read && read.problem).toContain(`"${text}"`);
  });

  it('every amount we write is read back, with or without its sign of dollars', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        expect(readAmount(formatUsd(cents))).toEqual({ cents: cents + 0 });
        expect(readAmount(formatAmount(cents))).toEqual({ cents: cents + 0 });
      }),
    );
  });

  it('whatever is typed, it is read or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,$ ()-+€USDkm'%\t") }), (text) => {
        const read = readAmount(text);
        if ('problem' in read) expect(read.problem).toMatch(/^".*" can't be read: .+\.$/s);
        else if (read.cents !== null) expect(Number.isSafeInteger(read.cents)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('amounts that were pasted together', () => {
  const all = { earned: 1_002_000, claimed: 400_000, remaining: 602_000 };
  it.each<[string, string, Partial<typeof all>]>([
    ['labels beside them', 'Earned\t$10,020.00\nClaimed\t$4,000.00\nRemaining\t$6,020.00', all],
    ['labels with colons', 'Earned: $10,020.00\r\nClaimed: $4,000.00\r\nRemaining: $6,020.00', all],
    ['labels above them, each on a line', 'Earned funds\n$10,020.00\nClaimed funds\n$4,000.00\nRemaining funds\n$6,020.00', all],
    ['a header and a row', 'Earned\tClaimed\tRemaining\n$10,020.00\t$4,000.00\t$6,020.00', all],
    [
      'a header and a row, in another order, with more columns',
      'Partner ID\tUsage period\tRemaining funds\tEarned\tClaimed\n1234567\tJanuary 2025 - June 2025\t$6,020.00\t$10,020.00\t$4,000.00',
      all,
    ],
    ['no labels, in their order', '$10,020.00\t$4,000.00\t$6,020.00', all],
    ['no labels, a line each', '10,020.00\n4,000.00\n6,020.00', all],
    ['some of them', 'Remaining to be claimed\t$6,020.00', { remaining: 602_000 }],
    ['the words of another screen', 'Accrued | $10,020.00\nUsed | $4,000.00\nAvailable balance | $6,020.00', all],
    ['the same amount twice', 'Earned\t$10,020.00\nTotal earned\t$10,020.00', { earned: 1_002_000 }],
  ])('%s', (_how, text, amounts) => expect(readPasted(text)).toEqual({ amounts }));

  it.each<[string, string, RegExp]>([
    ['two numbers without labels', '$1.00\t$2.00', /no labels and 2 numbers/],
    ['a Partner ID among them', '1234567\t$10,020.00\t$4,000.00', /numbers are amounts/],
    ['several funds', 'Earned\tClaimed\n$1.00\t$2.00\n$3.00\t$4.00', /several amounts for earned/],
    ['one that is not read', 'Earned\t1234,50', /its comma could be a decimal/],
    ['labels alone', 'Earned\tClaimed', /no amounts next to or below/],
    ['a label of two', 'Earned or claimed\t$5.00', /could mean earned or claimed/],
    ['nothing', '', /no numbers/],
    ['prose', 'Usage funds will expire on Thu Aug 15 2024', /no labels and 1 number,/],
  ])('refused: %s', (_how, text, why) => {
    const read = readPasted(text);
    expect('problem' in read && read.problem).toMatch(why);
  });

  it('never throws, and takes no amount that does not stand there', () => {
    const piece = fc.oneof(
      fc.constantFrom('Earned', 'Claimed', 'Remaining', 'Partner ID', '\t', '\n', ': ', '|'),
      fc.integer({ min: 0, max: 1e9 }).map(formatUsd),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const read = readPasted(pieces.join(''));
        if ('problem' in read) expect(read.problem).toMatch(/\.$/);
        else for (const cents of Object.values(read.amounts)) expect(Number.isSafeInteger(cents)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an amount in another currency', () => {
  it.each<[string, number, string]>([
    ['1,234.50 EUR', 123_450, 'EUR'],
    ['EUR 1234.50', 123_450, 'EUR'],
    ['€1,234.50', 123_450, 'EUR'],
    ['£7,692.30', 769_230, 'GBP'],
    ['gbp 500', 50_000, 'GBP'],
    ['(30.00) CHF', -3_000, 'CHF'],
    ['1.234,50 EUR', 123_450, 'EUR'],
    ['1,234.50\u00A0CAD', 123_450, 'CAD'],
  ])('%j', (text, cents, currency) => expect(readForeign(text)).toEqual({ cents, currency }));
  it.each([
    '1,234.50',
    '$1,234.50',
    'USD 5.00',
    '5.00 usd',
    'CA$500.00',
    '¥500',
    '1234,50 EUR',
    'EUR',
    '12,5 EUR',
    '1 EUR 2',
    'about 5',
    '10.0K EUR',
    '',
  ])('%j is none', (text) => expect(readForeign(text)).toBeNull());
});
