import { formatShare, formatUsd, shareOf, type Cents } from '../money/money';
import { outOfRange } from '../problem';

/** How much of the co-op earned an activity may use in one usage period. */
export type CapRule =
  /** No cap: everything earned. */
  | { kind: 'none' }
  | { kind: 'amount'; amount: Cents }
  | { kind: 'share'; share: number }
  /** A share of the co-op earned or an amount, whichever is more. */
  | { kind: 'greater'; share: number; amount: Cents }
  /** Travel to one conference: a maximum per person, a maximum number of people, and a total. */
  | { kind: 'travel'; perPerson: Cents; people: number; total: Cents };

/** The amount of a cap, before the co-op earned limits it too; null for no cap. If attendees are missing or too many, the allowed number counts. */
export function capOn(rule: CapRule, earned: Cents, attendees: number | null = null): Cents | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'amount':
      return rule.amount;
    case 'share':
      return shareOf(earned, rule.share);
    case 'greater':
      return Math.max(shareOf(earned, rule.share), rule.amount);
    case 'travel':
      return Math.min(rule.perPerson * Math.min(attendees ?? rule.people, rule.people), rule.total);
  }
}

/** The amount of a cap, in words. */
export function capText(cap: CapRule, attendees: number | null = null): string {
  switch (cap.kind) {
    case 'none':
      return 'all co-op earned';
    case 'amount':
      return 'the cap of this activity';
    case 'share':
      return `${formatShare(cap.share)} of the co-op earned`;
    case 'greater':
      return `${formatShare(cap.share)} of the co-op earned or ${formatUsd(cap.amount)}, whichever is greater`;
    case 'travel':
      return `${formatUsd(cap.perPerson)} for each of ${Math.min(attendees ?? cap.people, cap.people)} attendees, ${formatUsd(cap.total)} in all`;
  }
}

/** The most an activity can claim of the co-op earned in the half before: its cap, and never more than was earned. */
export function claimable(rule: CapRule, earned: Cents, attendees: number | null = null): Cents {
  if (earned < 0) throw outOfRange('The co-op earned is below zero. Enter what the previous half earned, 0 or more.');
  return Math.min(earned, capOn(rule, earned, attendees) ?? earned);
}

/**
 * The most a fund keeps for one activity: its cap, if that is less than the co-op earned; null for none. Travel has
 * none, as registration comes on top.
 */
export function reserveCap(rule: CapRule | null, earned: Cents): Cents | null {
  if (rule === null || rule.kind === 'travel' || earned < 0) return null;
  const cap = claimable(rule, earned);
  return cap < earned ? cap : null;
}

/** Allocates funds to costs in order, each up to its cap (null: none), until nothing is left. Costs and caps are 0 or more. */
export function allocate(funds: Cents, costs: readonly Cents[], caps: readonly (Cents | null)[] = []): Cents[] {
  let left = Math.max(funds, 0);
  return costs.map((cost, index) => {
    const given = Math.min(cost, caps[index] ?? cost, left);
    left -= given;
    return given;
  });
}
