import type { Cents } from './money';

/** How much of the co-op earned an activity may use in one usage period. */
export type CapRule =
  /** No cap of its own: everything earned. */
  | { kind: 'none' }
  | { kind: 'amount'; amount: Cents }
  | { kind: 'share'; share: number }
  /** A share of the co-op earned or an amount, whichever is more. */
  | { kind: 'greater'; share: number; amount: Cents }
  /** Travel: so much for each person, so many people, so much in all. */
  | { kind: 'travel'; perPerson: Cents; people: number; total: Cents };
