import type { Cents } from '../../domain/money/money';
import type { Rule } from '../../rulebook/rule';

/** Why two figures of one fund may differ. */
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

/** What may be behind a difference, with the amount the rows give for it. */
export interface PossibleCause {
  id: string;
  kind: CauseKind;
  /** By how much Partner Center's figure would then be above ours; null where no row tells. */
  amount: Cents | null;
  rows: number | null;
  sentence: string;
  /** It replaces our figure as a whole, so nothing can come on top. */
  isWhole?: boolean;
  rule?: Rule<unknown>;
  /** The disagreement of sources it touches, by its number. */
  contradiction?: string;
}
