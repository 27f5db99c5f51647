import { daysBetween, type Day } from '../calendar/day';
import { comparableId } from '../earnings/partner-id';
import { groupBy } from '../group-by';
import { inUsd } from '../money/currency';
import { sumOf, type Cents } from '../money/money';
import type { Claim } from './claim';

/** A payment of Microsoft. Amounts are hundredths; null if the report doesn't have them. */
export interface Payment {
  /** As text, with leading zeros. */
  id: string;
  partnerId: string;
  program: string;
  /** Before taxes, in US dollars. */
  earnedUsd: Cents | null;
  /** What was paid after taxes, in `currency`. */
  total: Cents | null;
  /** Three letters; '' if the report doesn't say. */
  currency: string;
  /** As the report has it. */
  status: string;
  paidOn: Day | null;
}

/** A payment that may be a claim's. `claims` is how many claims it fits: with more than one, no one knows whose it is. */
interface PossiblePayment {
  payment: Payment;
  claims: number;
}

/** A claim that waits for its payment, or for the payment's number, and the payments that fit it. */
export interface ClaimPayments<C> {
  stored: C;
  possible: PossiblePayment[];
}

/**
 * The payments that fit claims by Partner ID, amount, and date, for claims that are approved or lack the payment's number.
 * A payment that is recorded for a claim fits no other.
 */
export function fitPayments<C extends { value: Claim }>(claims: readonly C[], payments: readonly Payment[]): ClaimPayments<C>[] {
  const recorded = new Set(claims.map(({ value }) => value.paymentReference.trim()).filter((id) => id !== ''));
  const open = payments.filter(({ id, status }) => isSent(status) && !recorded.has(id));
  const waiting = claims.filter(({ value }) => isWaiting(value));
  const fits = new Map(open.map((payment) => [payment, waiting.filter(({ value }) => isPaymentOf(value, payment)).length]));
  return waiting.flatMap((stored) => {
    const possible = open
      .filter((payment) => isPaymentOf(stored.value, payment))
      .map((payment): PossiblePayment => ({ payment, claims: fits.get(payment)! }));
    return possible.length > 0 ? [{ stored, possible }] : [];
  });
}

/** Whether money was sent; a payment that is upcoming, failed, or reversed is none. */
export const isSent = (status: string): boolean => ['sent', 'processed', 'paid'].includes(status.trim().toLowerCase());

const isWaiting = ({ status, paymentReference }: Claim): boolean =>
  status === 'approved' || (status === 'paid' && paymentReference.trim() === '');

function isPaymentOf(claim: Claim, { partnerId, earnedUsd, total, currency, paidOn }: Payment): boolean {
  const { fund, approvedOn, since } = claim;
  if (fund === null || paidOn === null || comparableId(fund.partnerId) !== comparableId(partnerId)) return false;
  if (claim.paidOn !== null && claim.paidOn !== paidOn) return false;
  const from = approvedOn ?? since;
  if (from !== null && (paidOn < from || daysBetween(from, paidOn) > MAX_DAYS)) return false;
  const amount = claim.paid ?? claim.approved ?? claim.amount;
  if (amount === null || amount === 0) return false;
  return (total === amount && currency === (claim.currency.trim().toUpperCase() || 'USD')) || earnedUsd === inUsd(amount, claim);
}

/** Microsoft holds a payment at most 180 days before it's forfeited. */
const MAX_DAYS = 180;

/** Approved claims that aren't paid, by the days since their approval. */
export interface UnpaidByAge {
  /** 0–30 days */
  age: string;
  claims: number;
  /** US dollars of the claims whose amount is known. */
  cents: Cents;
  /** Claims whose amount in US dollars isn't known. */
  unknown: number;
}

/** What is approved and unpaid on a day, the youngest first; ages without claims are left out. */
export function unpaidByAge(claims: readonly Claim[], asOf: Day): UnpaidByAge[] {
  const approved = claims.filter(({ status }) => status === 'approved');
  const ageOf = ({ approvedOn, since }: Claim): number | null => {
    const day = approvedOn ?? since;
    return day === null ? null : Math.max(0, daysBetween(day, asOf));
  };
  return AGES.flatMap(({ age, isIn }) => {
    const found = approved.filter((claim) => isIn(ageOf(claim)));
    const amounts = found.map((claim) => usdOf(claim));
    return found.length === 0
      ? []
      : [{ age, claims: found.length, cents: sumOf(amounts, (cents) => cents), unknown: amounts.filter((cents) => cents === null).length }];
  });
}

/** Approved claims of a Partner ID and program that are too small together to be paid. */
export interface WaitingForMore {
  partnerId: string;
  program: string;
  claims: number;
  /** US dollars. */
  cents: Cents;
}

/** What is approved and waits, because it's less than the smallest payment; nothing where an amount isn't known. */
export function waitingForMore(claims: readonly Claim[], smallest: Cents): WaitingForMore[] {
  const approved = claims.filter(({ status, fund }) => status === 'approved' && fund !== null);
  const payees = groupBy(approved, ({ fund }) => `${comparableId(fund!.partnerId)}\n${fund!.programKey}`);
  return [...payees.values()].flatMap((ofPayee) => {
    const amounts = ofPayee.map((claim) => usdOf(claim));
    const cents = sumOf(amounts, (amount) => amount);
    const { partnerId, program } = ofPayee[0]!.fund!;
    return amounts.includes(null) || cents >= smallest ? [] : [{ partnerId, program, claims: ofPayee.length, cents }];
  });
}

function usdOf(claim: Claim): Cents | null {
  const amount = claim.approved ?? claim.amount;
  return amount === null ? null : inUsd(amount, claim);
}

const between = (from: number, to: number) => (days: number | null) => days !== null && days >= from && days <= to;

const AGES: readonly { age: string; isIn: (days: number | null) => boolean }[] = [
  { age: '0–30 days', isIn: between(0, 30) },
  { age: '31–60 days', isIn: between(31, 60) },
  { age: '61–90 days', isIn: between(61, 90) },
  { age: 'over 90 days', isIn: between(91, Infinity) },
  { age: 'approval date unknown', isIn: (days) => days === null },
];
