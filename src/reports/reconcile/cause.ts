import type { Cents } from '../../domain/money/money';
import type { Rule } from '../../rulebook/rule';

/** Why two figures of a fund may differ. */
export type CauseKind =
  | 'another report'
  | 'repeats'
  | 'adjustments'
  | 'local time'
  | 'other Partner ID'
  | 'exchange rate'
  | 'rollover'
  | 'rebate'
  | 'not visible yet'
  | 'below the threshold'
  | 'rows not counted';

/** A possible cause of a difference, with its amount. */
export interface PossibleCause {
  id: string;
  kind: CauseKind;
  /** How much higher Partner Center's figure would then be than ours; null if the rows don't show it. */
  amount: Cents | null;
  rows: number | null;
  sentence: string;
  /** Whether it explains Partner Center's whole figure, so it can't be combined with other causes. */
  isWhole?: boolean;
  rule?: Rule<unknown>;
  /** The related contradiction between sources, by its number. */
  contradiction?: string;
}
