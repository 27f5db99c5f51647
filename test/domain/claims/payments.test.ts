import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/claims/claim';
import { fitPayments, unpaidByAge, waitingForMore, type Payment } from '../../../src/domain/claims/payments';
import { aClaim } from '../../support/planned';

/** $800.00 approved on March 10, 2024 for Partner ID 1234567. */
const approved = (over: Partial<Claim> = {}): Claim =>
  aClaim({ id: 'C-1', status: 'approved', approvedOn: '2024-03-10', since: '2024-03-10', approved: 80_000, ...over });
const payment = (over: Partial<Payment> = {}): Payment => ({
  id: '006815016255',
  partnerId: '1234567',
  program: 'Microsoft Commerce Incentives',
  earnedUsd: 80_000,
  total: 72_000,
  currency: 'EUR',
  status: 'Sent',
  paidOn: '2024-03-20',
  ...over,
});
const fits = (claims: Claim[], payments: Payment[]) =>
  fitPayments(
    claims.map((value) => ({ value })),
    payments,
  ).map(({ stored, possible }) => [stored.value.id, possible.map(({ payment: { id }, claims: count }) => `${id} ${count}`)]);

describe('payments that may be of a claim', () => {
  it.each<[string, Partial<Claim>, Partial<Payment>, boolean]>([
    ['its US dollars before taxes', {}, {}, true],
    ['a cent less', {}, { earnedUsd: 79_999 }, false],
    ['its amount in its own currency', { currency: 'EUR', rate: 1.1, approved: 72_000 }, { earnedUsd: null }, true],
    ['the same number in another currency', { currency: 'GBP', approved: 72_000 }, { earnedUsd: null }, false],
    ['its Partner ID in another spelling', {}, { partnerId: 'MPN 01234567' }, true],
    ['another Partner ID', {}, { partnerId: '7654321' }, false],
    ['the day of approval', {}, { paidOn: '2024-03-10' }, true],
    ['a day before it', {}, { paidOn: '2024-03-09' }, false],
    ['180 days after it', {}, { paidOn: '2024-09-06' }, true],
    ['181 days after it', {}, { paidOn: '2024-09-07' }, false],
    ['a payment that was not sent', {}, { status: 'Upcoming' }, false],
    ['a payment without a day', {}, { paidOn: null }, false],
    ['a claim under review', { status: 'under review' }, {}, false],
    ['a claim without a fund', { fund: null }, {}, false],
    ['a claim of nothing', { approved: 0 }, { earnedUsd: 0 }, false],
    ['a paid claim without a number', { status: 'paid', paid: 80_000, paidOn: '2024-03-20' }, {}, true],
    ['a claim paid on another day', { status: 'paid', paid: 80_000, paidOn: '2024-03-25' }, {}, false],
    ['a paid claim with its number', { status: 'paid', paid: 80_000, paymentReference: '006815016255' }, {}, false],
  ])('%s', (_name, claim, paid, isFitting) =>
    expect(fits([approved(claim)], [payment(paid)])).toEqual(isFitting ? [['C-1', ['006815016255 1']]] : []),
  );

  it('are all shown where several fit, and how many claims each fits', () => {
    expect(fits([approved(), approved({ id: 'C-2' })], [payment(), payment({ id: '2' })])).toEqual([
      ['C-1', ['006815016255 2', '2 2']],
      ['C-2', ['006815016255 2', '2 2']],
    ]);
  });

  it('are not those recorded for another claim', () => {
    expect(fits([approved({ id: 'C-0', status: 'paid', paymentReference: '006815016255' }), approved()], [payment()])).toEqual([]);
  });
});

describe('what is approved and unpaid', () => {
  it('is added up by the days since its approval', () => {
    const claims = [
      approved({ approvedOn: '2024-06-01' }),
      approved({ approvedOn: '2024-05-02', approved: 20_000 }),
      approved({ approvedOn: '2024-05-01', approved: 1 }),
      approved({ approvedOn: '2024-03-01', currency: 'EUR', rate: null }),
      approved({ approvedOn: null, since: null, approved: 5 }),
      aClaim({ status: 'paid' }),
    ];
    expect(unpaidByAge(claims, '2024-06-01')).toEqual([
      { age: '0–30 days', claims: 2, cents: 100_000, unknown: 0 },
      { age: '31–60 days', claims: 1, cents: 1, unknown: 0 },
      { age: 'over 90 days', claims: 1, cents: 0, unknown: 1 },
      { age: 'approval date unknown', claims: 1, cents: 5, unknown: 0 },
    ]);
    expect(unpaidByAge([aClaim({ status: 'submitted' })], '2024-06-01')).toEqual([]);
  });

  it('waits below the smallest payment, all of a Partner ID and program together', () => {
    const approvedFor = (cents: number, over: Partial<Claim> = {}) => approved({ approved: cents, ...over });
    const waits = (...claims: Claim[]) =>
      waitingForMore(claims, 20_000).map(({ partnerId, claims: count, cents }) => [partnerId, count, cents]);
    const first = approvedFor(1);
    expect(waits(approvedFor(19_999))).toEqual([[first.fund!.partnerId, 1, 19_999]]);
    expect(waits(approvedFor(20_000))).toEqual([]);
    expect(waits(approvedFor(19_000), approvedFor(500))).toEqual([[first.fund!.partnerId, 2, 19_500]]);
    expect(waits(approvedFor(19_000), approvedFor(1_000))).toEqual([]);
    const other = { ...first.fund!, partnerId: '7654321' };
    expect(waits(approvedFor(19_000), approvedFor(1_000, { fund: other }))).toEqual([
      [first.fund!.partnerId, 1, 19_000],
      ['7654321', 1, 1_000],
    ]);
    // paid, without a fund, or of unknown dollars
    expect(waits(approvedFor(1, { status: 'paid' }), approvedFor(1, { fund: null }))).toEqual([]);
    expect(waits(approvedFor(1), approvedFor(1, { currency: 'GBP', rate: null }))).toEqual([]);
  });
});
