import { addMonths, daysBetween, endOfMonth, formatMonth, type Day } from '../../domain/calendar/day';
import type { Claim } from '../../domain/claims/claim';
import { isSent, type Payment } from '../../domain/claims/payments';
import type { ClaimDays } from '../../domain/calendar/deadlines';
import { transition, type Moved } from '../../domain/claims/transition';
import { comparableId } from '../../domain/earnings/partner-id';
import { groupBy } from '../../domain/group-by';
import { centsOfMicros, sumOf } from '../../domain/money/money';
import { Problem } from '../../domain/problem';
import type { MonthRow } from '../../reports/import/earnings-import';
import { readPayments, type PaymentsRead } from '../../reports/import/read-payments';
import { programKey } from '../../rulebook/name-keys';
import { Observable } from '../observable';

/** The Payments download that was read, until another one is, and why one couldn't be read. */
export interface PaymentsState {
  read: PaymentsRead | null;
  trouble: string | null;
}

/** The payments that were read; nothing of them is in the workbook. */
export class PaymentsSession extends Observable<PaymentsState> {
  constructor() {
    super({ read: null, trouble: null });
  }

  readonly readFiles = async (files: readonly File[]): Promise<void> => {
    try {
      this.set({ read: await readPayments(files.map((file) => ({ name: file.name, file }))), trouble: null });
    } catch (error) {
      if (!(error instanceof Problem)) console.error(error);
      this.set({ read: null, trouble: error instanceof Problem ? error.message : "The file couldn't be read." });
    }
  };

  readonly close = (): void => this.set({ read: null, trouble: null });
}

/** The one of a pane, which `planner.session` keeps. */
export const paymentsOf = (): PaymentsSession => new PaymentsSession();

/** A claim with a payment recorded: paid on its day, with its number. A claim that is paid only gets what it lacks. */
export function withPayment(claim: Claim, payment: Payment, facts: { asOf: Day; at: string; days: ClaimDays }): Moved | { claim: Claim } {
  const reference = { paymentReference: payment.id };
  if (claim.status === 'paid') return { claim: { ...claim, ...reference, paidOn: claim.paidOn ?? payment.paidOn } };
  const isInItsCurrency = payment.currency === (claim.currency.trim().toUpperCase() || 'USD');
  const moved = transition(claim, 'paid', {
    ...facts,
    on: payment.paidOn!,
    amount: isInItsCurrency ? payment.total : null,
    note: `Payment ${payment.id}.`,
  });
  return 'refusal' in moved ? moved : { ...moved, claim: { ...moved.claim, ...reference } };
}

/** The month whose rebate a payment may be: same Partner ID, program, and amount, sent within four months; null if none or several fit. */
export function rebateOf({ partnerId, program, earnedUsd, status, paidOn }: Payment, months: readonly MonthRow[]): string | null {
  if (earnedUsd === null || paidOn === null || !isSent(status)) return null;
  const rebates = months.filter(
    (row) =>
      row.kind === 'rebate' &&
      comparableId(row.partnerId) === comparableId(partnerId) &&
      (program === '' || programKey(row.program) === programKey(program)),
  );
  const fitting = [...groupBy(rebates, (row) => `${row.month}\n${programKey(row.program)}`)].filter(([, rows]) => {
    const first = `${rows[0]!.month}-01` as Day;
    const isInTime = paidOn > endOfMonth(first) && daysBetween(endOfMonth(addMonths(first, MAX_MONTHS)), paidOn) <= 0;
    return isInTime && centsOfMicros(sumOf(rows, ({ micros }) => micros)) === earnedUsd;
  });
  return fitting.length === 1 ? `Rebate of ${formatMonth(`${fitting[0]![1][0]!.month}-01` as Day)}` : null;
}

const MAX_MONTHS = 4;
