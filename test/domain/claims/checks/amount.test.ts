import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimLimit, findingsOnAmount, type ClaimBounds } from '../../../../src/domain/claims/checks/amount';
import { type Claim, linesOf } from '../../../../src/domain/claims/claim';
import { formatIn } from '../../../../src/domain/money/currency';
import { claimOf, csrLine, FY24_H1, invoice } from '../../../support/claims';

const bounds = (parts: Partial<ClaimBounds> = {}): ClaimBounds => ({
  usable: 1_002_000,
  earned: 1_002_000,
  cap: { kind: 'none' },
  attendees: null,
  isPart: false,
  others: [],
  ...parts,
});
const said = (claim: Partial<Claim>, parts: Partial<ClaimBounds> = {}) =>
  findingsOnAmount(claimOf(claim), bounds(parts)).map(({ level, message }) => `${level}: ${message}`);
const other = (parts: Partial<Claim>): Claim =>
  claimOf({ id: 'C-BBBBBB', name: 'INV1 other', activityId: 'A-BBBBBB', activity: 'Print advertising', ...parts });

describe('the most a claim may ask for (C35)', () => {
  it.each<[string, Partial<ClaimBounds>, Partial<Claim>, number | null, string | null]>([
    ['the fund, where the activity has no cap', {}, {}, 1_002_000, 'fund'],
    ['what other claims of the fund leave', { others: [other({ amount: 300_000 })] }, {}, 702_000, 'fund'],
    ['never less than nothing', { others: [other({ amount: 3_000_000 })] }, {}, 0, 'fund'],
    [
      'not what claims of another fund take',
      { others: [other({ amount: 300_000, fund: { ...FY24_H1, partnerId: '7' } })] },
      {},
      1_002_000,
      'fund',
    ],
    ['not what a claim without a fund takes', { others: [other({ amount: 300_000, fund: null })] }, {}, 1_002_000, 'fund'],
    ['not what a rejected claim asked for', { others: [other({ amount: 300_000, status: 'rejected' })] }, {}, 1_002_000, 'fund'],
    [
      'what was approved of another claim',
      { others: [other({ amount: 300_000, approved: 200_000, status: 'approved' })] },
      {},
      802_000,
      'fund',
    ],
    [
      'what was paid of another claim',
      { others: [other({ amount: 300_000, approved: 200_000, paid: 100_000, status: 'paid' })] },
      {},
      902_000,
      'fund',
    ],
    ['not the claim itself', { others: [claimOf()] }, {}, 1_002_000, 'fund'],
    ['the cap, where it is tighter', { cap: { kind: 'amount', amount: 500_000 } }, {}, 500_000, 'cap'],
    ['the fund, where the cap is wider', { cap: { kind: 'amount', amount: 1_875_000 } }, {}, 1_002_000, 'fund'],
    [
      'what other claims on the same kind of activity leave of the cap',
      { cap: { kind: 'amount', amount: 500_000 }, others: [other({ activity: 'Digital advertising', amount: 200_000 })] },
      {},
      300_000,
      'cap',
    ],
    [
      'T40: 10% or $3,000',
      { usable: 2_000_000, earned: 2_000_000, cap: { kind: 'greater', share: 0.1, amount: 300_000 } },
      {},
      300_000,
      'cap',
    ],
    [
      'T40: 10% of more',
      { usable: 5_000_000, earned: 5_000_000, cap: { kind: 'greater', share: 0.1, amount: 300_000 } },
      {},
      500_000,
      'cap',
    ],
    ['T41: 25% of the co-op earned', { usable: 3_240_000, earned: 3_240_000, cap: { kind: 'share', share: 0.25 } }, {}, 810_000, 'cap'],
    [
      'what claims leave of it under another of its names',
      {
        cap: { kind: 'amount', amount: 500_000 },
        kindOf: (name) => name.toLowerCase(),
        others: [other({ activity: 'DIGITAL advertising', amount: 200_000 })],
      },
      {},
      300_000,
      'cap',
    ],
    ['a share of an unknown fund is not known', { usable: null, earned: null, cap: { kind: 'share', share: 0.25 } }, {}, null, null],
    [
      'nor is the larger of a share and an amount',
      { usable: null, earned: null, cap: { kind: 'greater', share: 0.25, amount: 300_000 } },
      {},
      null,
      null,
    ],
    ['the fund, where the cap is as much', { cap: { kind: 'amount', amount: 1_002_000 } }, {}, 1_002_000, 'fund'],
    [
      'not what claims on another kind of activity take of the cap',
      { cap: { kind: 'amount', amount: 500_000 }, others: [other({ amount: 200_000 })] },
      {},
      500_000,
      'cap',
    ],
    ['an amount needs no fund', { usable: null, earned: null, cap: { kind: 'amount', amount: 500_000 } }, {}, 500_000, 'cap'],
    [
      'a cap on travel stops no registration',
      { usable: 9_000_000, cap: { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 } },
      {},
      9_000_000,
      'fund',
    ],
    [
      'another claim in euros counts at its own rate',
      { others: [other({ currency: 'EUR', rate: 1.1, amount: 100_000 })] },
      {},
      892_000,
      'fund',
    ],
    [
      'another claim without its rate counts nothing',
      { others: [other({ currency: 'EUR', rate: null, amount: 100_000 })] },
      {},
      1_002_000,
      'fund',
    ],
  ])('is %s', (_, parts, claim, amount, bound) => {
    const limit = claimLimit(claimOf(claim), bounds(parts));
    expect(limit && [limit.amount, limit.bound]).toEqual(amount === null ? null : [amount, bound]);
  });

  it('blocks exactly the claims above it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(1_500_000), fc.option(fc.nat(1_500_000)), (amount, usable, cap) => {
        const limited = bounds({ usable, cap: cap === null ? { kind: 'none' } : { kind: 'amount', amount: cap } });
        const isBlocked = findingsOnAmount(claimOf({ amount }), limited).some(({ level }) => level === 'blocking');
        expect(isBlocked).toBe(amount > Math.min(usable, cap ?? usable));
      }),
    ));
});

describe('what is said of an amount', () => {
  it('names the bound: the fund', () =>
    expect(said({ amount: 1_100_000 })).toEqual(['blocking: $11,000.00 is $980.00 more than the $10,020.00 that the fund allows.']));
  it('names the bound: the fund, less other claims', () => {
    expect(said({ amount: 1_000_000 }, { others: [other({ amount: 300_000 })] })).toEqual([
      'blocking: $10,000.00 is $2,980.00 more than the $7,020.00 that the fund has left: $10,020.00, less $3,000.00 of 1 other claim.',
    ]);
    expect(said({ amount: 1_000_000 }, { others: [other({ amount: 300_000 }), other({ id: 'C-CCCCCC', amount: 2_000 })] })[0]).toContain(
      'less $3,020.00 of 2 other claims.',
    );
  });
  it('names the bound: the cap', () =>
    expect(said({ amount: 600_000 }, { cap: { kind: 'amount', amount: 500_000 } })).toEqual([
      'blocking: $6,000.00 is $1,000.00 more than the $5,000.00 that the cap of "Digital advertising" in a usage period allows.',
    ]));
  it('says where the fund is not known', () =>
    expect(said({}, { usable: null, earned: null })).toEqual([
      "note: The fund's balance isn't known, so the amount isn't checked against it.",
    ]));
  it('nothing of all there is', () => expect(said({ amount: 1_002_000 })).toEqual([]));
  it('nothing of an amount no one said', () => {
    expect(said({ amount: null })).toEqual([]);
    expect(said({ amount: null, currency: 'EUR', rate: 1.1 }, { usable: null, earned: null })).toEqual([]);
  });
  it('nothing of a fund that is not known, where the rate is missing', () =>
    expect(said({ currency: 'EUR' }, { usable: null, earned: null })).toEqual([
      expect.stringMatching(/^warning: Enter the exchange rate/),
    ]));
  it.each([0, -1])('%i is no claim', (amount) => expect(said({ amount })).toEqual(['blocking: The amount must be more than zero.']));
});

describe('a claim and its papers (C31)', () => {
  it('T42: 7,501 with an invoice of 7,500 is asked about, not blocked', () =>
    expect(said({ amount: 750_100, lines: [invoice(750_000)] })).toEqual([
      'warning: $7,501.00 claimed differs by $1.00 from the $7,500.00 of the invoice. They should match.',
    ]));
  it('where co-op pays a part of the cost, less than the invoice is right, and more is not', () => {
    const lines = [invoice(750_000)];
    expect(said({ amount: 500_000, lines }, { isPart: true })).toEqual([]);
    expect(said({ amount: 750_001, lines }, { isPart: true })).toEqual([
      'warning: $7,500.01 claimed differs by $0.01 from the $7,500.00 of the invoice. They should match.',
    ]);
  });
  it.each<[string, Partial<Claim>, string | null]>([
    ['matches its invoice', { amount: 750_000, lines: [invoice(750_000)] }, null],
    ['matches two', { amount: 750_000, lines: [invoice(500_000), invoice(250_000, '2')] }, null],
    [
      'differs from two',
      { amount: 700_000, lines: [invoice(500_000), invoice(250_000, '2')] },
      'differs by $500.00 from the $7,500.00 of the invoices.',
    ],
    [
      'counts CSR lines only, where there is a CSR',
      { evidence: 'CSR', amount: 100, lines: [invoice(750_000), csrLine(200)] },
      'differs by $1.00 from the $2.00 of the CSR lines.',
    ],
    ['has lines without amounts yet', { amount: 750_000, lines: [invoice(0)] }, null],
    ['has no papers yet', { amount: 750_000 }, null],
    ['has no amount yet', { amount: null, lines: [invoice(1)] }, null],
    ['shares its cost with another program', { amount: 600_000, lines: [invoice(1_000_000)], otherProgramShare: 0.4 }, null],
    [
      'claims the shared part too',
      { amount: 1_000_000, lines: [invoice(1_000_000)], otherProgramShare: 0.4 },
      'from the $6,000.00 of the invoice, less the 40% claimed under another program. They',
    ],
    [
      'in its own currency',
      { currency: 'EUR', rate: 1, amount: 750_100, lines: [invoice(750_000)] },
      'EUR 7,501.00 claimed differs by EUR 1.00 from the EUR 7,500.00',
    ],
  ])('%s', (_, claim, words) => {
    const found = said(claim);
    if (words === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(words)]);
  });
  it('counts the lines of the kind chosen', () =>
    expect(linesOf(claimOf({ evidence: 'CSR', lines: [invoice(1), csrLine(2)] })).map(({ kind }) => kind)).toEqual(['CSR']));
});

describe('currency (C32)', () => {
  it.each<[string, Partial<Claim>, string | null]>([
    ['US dollars need no rate', { currency: 'USD' }, null],
    ['blank is US dollars', { currency: '' }, null],
    ['euros need one', { currency: 'EUR' }, 'warning: Enter the exchange rate (USD per EUR)'],
    ['euros with one', { currency: 'EUR', rate: 1.1 }, null],
    ['a rate of nothing', { currency: 'EUR', rate: 0 }, 'blocking: A rate must be more than zero.'],
    ['no currency', { currency: 'Euro' }, 'blocking: A currency is three letters, such as USD or EUR.'],
    ['letters before one', { currency: 'xEUR' }, 'blocking: A currency is three letters'],
    ['letters after one', { currency: 'EURO' }, 'blocking: A currency is three letters'],
  ])('%s', (_, claim, words) => {
    const found = said(claim);
    expect(found).toEqual(words === null ? [] : [expect.stringContaining(words)]);
  });
  it('the fund limits the amount in US dollars', () =>
    expect(said({ currency: 'EUR', rate: 1.1, amount: 1_000_000 })).toEqual([
      'blocking: $11,000.00 is $980.00 more than the $10,020.00 that the fund allows.',
    ]));
  it('reads in its currency', () =>
    expect([formatIn(123_450, 'USD'), formatIn(123_450, ''), formatIn(123_450, 'EUR')]).toEqual([
      '$1,234.50',
      '$1,234.50',
      'EUR 1,234.50',
    ]));
});

it.each<[Partial<Claim>, Partial<ClaimBounds>, string, string]>([
  [{ currency: 'Euro' }, {}, 'currency', 'currency'],
  [{ currency: 'EUR' }, {}, 'rate', 'currency'],
  [{ currency: 'EUR', rate: 0 }, {}, 'rate', 'currency'],
  [{ amount: 0 }, {}, 'amount', 'amounts'],
  [{ amount: 1_100_000 }, {}, 'amount', 'amounts'],
  [{ amount: 600_000 }, { cap: { kind: 'amount', amount: 500_000 } }, 'amount', 'cap'],
  [{}, { usable: null, earned: null }, 'amount', 'amounts'],
  [{ amount: 1, lines: [invoice(2)] }, {}, 'amount', 'amounts'],
  [{ amount: null }, { others: [other({ activityId: 'A-AAAAAA' })] }, 'activityId', 'one claim'],
  [{ amount: null }, { others: [other({ activityId: 'A-AAAAAA', status: 'rejected' })] }, 'activityId', 'one claim'],
])('what is said of %j with %j stands next to %s and rests on %s', (claim, parts, field, rule) =>
  expect(findingsOnAmount(claimOf(claim), bounds(parts)).map((finding) => [finding.field, finding.rule])).toEqual([[field, rule]]),
);

describe('one claim an activity', () => {
  it.each<[string, Partial<Claim>, RegExp | null]>([
    [
      'a second is warned about',
      { activityId: 'A-AAAAAA' },
      /^warning: "INV1 other" claims the same activity\. Microsoft accepts one claim per activity\.$/,
    ],
    [
      'after a rejection it is said',
      { activityId: 'A-AAAAAA', status: 'rejected' },
      /^note: "INV1 other" claimed the same activity and is rejected\.$/,
    ],
    ['another activity is another claim', { activityId: 'A-BBBBBB' }, null],
    ['the same kind of activity is another activity', { activity: 'Digital advertising' }, null],
  ])('%s', (_, parts, words) => {
    const found = said({ amount: null }, { others: [other(parts)] });
    if (words === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(words)]);
  });
  it('a claim without an activity is no one’s second', () =>
    expect(said({ amount: null, activityId: '' }, { others: [other({ activityId: '' })] })).toEqual([]));
});
