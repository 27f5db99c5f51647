import { addMonths, endOfMonth, formatMonth, type Day } from '../../domain/calendar/day';
import type { Claim } from '../../domain/claims/claim';
import { isSent, type Payment } from '../../domain/claims/payments';
import type { ClaimDays } from '../../domain/calendar/deadlines';
import { transition, type Moved } from '../../domain/claims/transition';
import { comparableId } from '../../domain/earnings/partner-id';
import { groupBy } from '../../domain/group-by';
import { centsOfMicros, sumOf, type Cents, type Micros } from '../../domain/money/money';
import { compareText } from '../../domain/text/compare';
import { Problem } from '../../domain/problem';
import type { MonthRow } from '../../reports/import/earnings-import';
import { readPayments, type PaymentsRead } from '../../reports/import/read-payments';
import { SMALLEST_PAYMENT } from '../../rulebook/claiming';
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

/**
 * The months whose rebate a payment may be, each as a text: same Partner ID, program, and amount, sent within four months. What
 * is below the smallest payment waits, so that a payment may be of several months. None, or several, if no one knows.
 */
export function rebatesOf({ partnerId, program, earnedUsd, status, paidOn }: Payment, months: readonly MonthRow[]): string[] {
  if (earnedUsd === null || paidOn === null || !isSent(status)) return [];
  const rebates = months.filter(
    (row) =>
      row.kind === 'rebate' &&
      comparableId(row.partnerId) === comparableId(partnerId) &&
      (program === '' || programKey(row.program) === programKey(program)),
  );
  const fitting = [...groupBy(rebates, (row) => programKey(row.program)).values()].flatMap((rows) => {
    const sums = [...groupBy(rows, ({ month }) => month)]
      .map(([month, ofMonth]) => ({ start: `${month}-01` as Day, micros: sumOf(ofMonth, ({ micros }) => micros) }))
      .sort((a, b) => compareText(a.start, b.start));
    return sums.flatMap(({ start }, index) => {
      const isInTime = paidOn > endOfMonth(start) && paidOn <= endOfMonth(addMonths(start, MAX_MONTHS));
      const first = isInTime ? firstOfPayment(sums.slice(0, index + 1), earnedUsd) : null;
      return first === null ? [] : [first === start ? formatMonth(start) : `${formatMonth(first)} to ${formatMonth(start)}`];
    });
  });
  return [...new Set(fitting)];
}

/** The first of the months that are paid together with the last one and come to an amount; null if there are none. */
function firstOfPayment(months: readonly { start: Day; micros: Micros }[], amount: Cents): Day | null {
  for (let from = months.length - 1; from >= 0; from--) {
    const together = months.slice(from);
    const waited = together.slice(0, -1);
    // each month before the last was too small, also with those before it
    const isWaiting = waited.every((_, n) => centsOfMicros(sumOf(waited.slice(0, n + 1), ({ micros }) => micros)) < SMALLEST_PAYMENT);
    if (isWaiting && centsOfMicros(sumOf(together, ({ micros }) => micros)) === amount) return together[0]!.start;
  }
  return null;
}

const MAX_MONTHS = 4;
