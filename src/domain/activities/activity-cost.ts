import { inProportion, sumOf, type Cents } from '../money/money';
import { inUsd, type InCurrency } from '../money/currency';
import type { Activity } from './activity';

/** The expected cost of an activity in its own currency: the actual cost of its expenses if known, otherwise their budget. */
export function expectedCost({ expenses, actual, budget }: Activity): Cents | null {
  const known = expenses.filter((expense) => expense.actual !== null);
  if (known.length === 0) return expenses.length > 0 && actual === 0 ? budget : (actual ?? budget);
  const sum = sumOf(known, (expense) => expense.actual);
  // the sheet adds up what is known so far; any other figure was entered
  if (actual !== null && actual !== sum) return actual;
  return sumOf(expenses, (expense) => expense.actual ?? expense.budget);
}

/**
 * What an activity costs as far as is known, in its own currency. Once it is done, what was spent. Until then the larger of
 * budget and spending so far, expense by expense: more invoices may come.
 */
export function costOf(activity: Activity): Cents | null {
  const { status, expenses, budget, actual } = activity;
  if (status === 'done') return expectedCost(activity);
  const spent = sumOf(expenses, (expense) => expense.actual);
  // figures that aren't the sums of the expenses were entered by the user
  const isSummed = expenses.length > 0 && (budget === null || budget === sumOf(expenses, (expense) => expense.budget));
  if (isSummed && (actual === null || actual === spent)) return sumOf(expenses, (expense) => Math.max(expense.budget, expense.actual ?? 0));
  const soFar = actual ?? (expenses.length > 0 ? spent : null);
  return budget === null || soFar === null ? (budget ?? soFar) : Math.max(budget, soFar);
}

/** The amount requested from co-op for an activity, in its own currency: its co-op share, or the whole budget. */
export const requestedShare = ({ coopShare, budget }: Activity): Cents | null => coopShare ?? budget;

/** The amount a fund reserves for an activity, in its own currency and before its cap: the co-op part of its cost. */
export const reservedCost = (activity: Activity): Cents | null => coopPart(costOf(activity), activity);

/**
 * What co-op pays of a cost of an activity, in its currency: as much of it as the co-op share is of the budget, rounded
 * once. Without a budget, or with one of 0, the share itself.
 */
export function coopPart(cost: Cents | null, { budget, coopShare }: Activity): Cents | null {
  if (coopShare === null) return cost;
  return cost === null || budget === null || budget === 0 ? coopShare : inProportion(cost, coopShare, budget);
}

/**
 * Who pays what of an activity, in US dollars; null if unknown or below zero. Co-op pays its share of the cost, at most the
 * cap, and once it is claimed, what was claimed, then approved, then paid. The partner pays the rest, never less than zero.
 * The column Your share of the plan follows the same rule.
 */
export interface CostSplit {
  cost: Cents | null;
  coop: Cents | null;
  /** What the partner pays: the rest. */
  yourShare: Cents | null;
  /** The cap, if co-op would pay more without it. */
  cappedAt: Cents | null;
  /** Whether co-op pays what was claimed, not what is planned. */
  isClaimed: boolean;
}

/**
 * Who pays what of an activity; `cap` is the most a fund keeps for it, in US dollars. `claimed` is what its claims come to:
 * null if that isn't known, and left out if none counts in its place.
 */
export function splitCost(activity: Activity, cap: Cents | null, claimed?: Cents | null): CostSplit {
  const [cost, share] = [usdOf(costOf(activity), activity), usdOf(reservedCost(activity), activity)];
  const isClaimed = claimed !== undefined;
  const cappedAt = !isClaimed && cap !== null && share !== null && share > cap ? cap : null;
  const coop = isClaimed ? claimed : (cappedAt ?? share);
  return { cost, coop, yourShare: cost === null || coop === null ? null : Math.max(0, cost - coop), cappedAt, isClaimed };
}

/** An amount of an activity or a claim in US dollars; null if it is unknown, below zero, or without a rate. */
export const usdOf = (amount: Cents | null, currency: InCurrency): Cents | null =>
  amount === null || amount < 0 ? null : inUsd(amount, currency);
