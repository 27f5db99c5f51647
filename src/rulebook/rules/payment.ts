import type { PaymentRule } from '../../domain/calendar/payment-dates';
import type { Rule } from '../rule';

/** When approved claims and rebates are paid. */
export type PaymentValue = PaymentRule;

const VALUE: PaymentValue = { approvedBy: 15, paidFrom: 20, paidTo: 25, rebateDays: 45, rebateDayOfSecondMonth: 15 };

/** When money arrives. These are estimates; no source promises a day. */
export const PAYMENTS: readonly Rule<PaymentValue>[] = [
  {
    topic: 'payment',
    from: '2018-07-01',
    program: 'all',
    value: VALUE,
    source: 'td-synnex-2024-10',
    standing: 'assumed',
    note: 'An estimate from examples of fall 2022, read back to earlier dates.',
  },
  {
    topic: 'payment',
    from: '2022-10-01',
    program: 'all',
    value: VALUE,
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'An estimate. Microsoft names 45 business days from approval as the limit.',
  },
];
