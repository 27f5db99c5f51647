import { describe, expect, it } from 'vitest';
import '../../support/custom-functions';
import type { Payment } from '../../../src/domain/claims/payments';
import { PaymentsSession, rebatesOf, withPayment } from '../../../src/planner/claims/payments-session';
import type { MonthRow } from '../../../src/reports/import/earnings-import';
import { DEADLINES } from '../../support/claims';
import { claimDays } from '../../../src/domain/calendar/deadlines';
import { aClaim, NAME } from '../../support/planned';
import { monthRow } from '../../support/records';

const PAYMENT: Payment = {
  id: '006815016255',
  partnerId: '1234567',
  program: '',
  earnedUsd: 80_000,
  total: 79_000,
  currency: 'USD',
  status: 'Sent',
  paidOn: '2024-03-20',
};
const facts = { asOf: '2024-06-01', at: '2024-06-01T08:00:00Z', days: claimDays(NAME.half, DEADLINES) } as const;

describe('a payment recorded for a claim', () => {
  it('makes it paid on its day, with its number and what was paid', () => {
    const claim = aClaim({ status: 'approved', since: '2024-03-10', approvedOn: '2024-03-10', approved: 80_000 });
    expect(withPayment(claim, PAYMENT, facts)).toMatchObject({
      claim: { status: 'paid', paidOn: '2024-03-20', paid: 79_000, paymentReference: '006815016255' },
      entry: { from: 'approved', to: 'paid', note: 'On 2024-03-20. $790.00 paid. Payment 006815016255.' },
    });
    // another currency says nothing of the claim's amount
    expect(withPayment(claim, { ...PAYMENT, currency: 'EUR' }, facts)).toMatchObject({ claim: { paid: 80_000 } });
  });

  it('adds only the number to one that is paid', () => {
    const claim = aClaim({ status: 'paid', since: '2024-03-21', paidOn: '2024-03-21', paid: 80_000 });
    expect(withPayment(claim, PAYMENT, facts)).toEqual({ claim: { ...claim, paymentReference: '006815016255' } });
  });
});

describe('a payment that may be a rebate', () => {
  const month = (over: Partial<MonthRow> = {}): MonthRow =>
    monthRow({ month: '2024-01', partnerId: '01234567', earningType: 'Rebate', kind: 'rebate', micros: 500_000_000, ...over });
  const months = [month(), month({ lever: 'Tier 1', micros: 300_000_000 }), month({ kind: 'co-op', earningType: 'Coop' })];

  it('has the sum of one month of its Partner ID', () => {
    expect(rebatesOf(PAYMENT, months)).toEqual(['January 2024']);
    expect(rebatesOf({ ...PAYMENT, earnedUsd: 80_001 }, months)).toEqual([]);
    expect(rebatesOf({ ...PAYMENT, partnerId: '77' }, months)).toEqual([]);
    expect(rebatesOf({ ...PAYMENT, paidOn: '2024-01-31' }, months)).toEqual([]);
    expect(rebatesOf({ ...PAYMENT, paidOn: '2024-06-01' }, months)).toEqual([]);
    // two months with the same amount: no one knows which, so both are offered
    expect(rebatesOf(PAYMENT, [...months, month({ month: '2023-12', micros: 800_000_000 })])).toEqual(['December 2023', 'January 2024']);
  });

  it('has the sum of months that waited because they were too small, and of no others', () => {
    const sums = (...dollars: number[]) =>
      dollars.map((each, n) =>
        month({ month: `2023-${String(12 - dollars.length + n + 1)}` as MonthRow['month'], micros: each * 1_000_000 }),
      );
    const paid = { ...PAYMENT, paidOn: '2024-01-20' } as const;
    expect(rebatesOf(paid, sums(100, 99.99, 600.01))).toEqual(['October 2023 to December 2023']);
    // 200.00 is paid on its own, so the rest is not of one payment with it
    expect(rebatesOf(paid, sums(100, 100, 600))).toEqual([]);
    expect(rebatesOf(paid, sums(200, 600))).toEqual([]);
    expect(rebatesOf(paid, sums(199.99, 600.01))).toEqual(['November 2023 to December 2023']);
  });
});

describe('the payments that were read', () => {
  it('stay until they are closed; a wrong file is named', async () => {
    const session = new PaymentsSession();
    await session.readFiles([new File(['a,b\n1,2\n'], 'x.csv')]);
    expect(session.current()).toMatchObject({
      read: null,
      trouble: expect.stringContaining('"x.csv" isn\'t the Payments download') as string,
    });
    await session.readFiles([
      new File(['participantID,paymentID,paymentStatus,paymentDate,earnedUSD\n1234567,7,Sent,2024-03-20,5\n'], 'p.csv'),
    ]);
    expect(session.current()).toMatchObject({ read: { payments: [{ id: '7', earnedUsd: 500 }] }, trouble: null });
    session.close();
    expect(session.current()).toEqual({ read: null, trouble: null });
  });
});
