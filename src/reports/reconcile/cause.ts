import type { Day } from '../../domain/calendar/day';
import { centsOfMicros, MICROS_A_CENT, type Cents, type Micros } from '../../domain/money/money';
import type { Rule } from '../../rulebook/rule';
import type { RulesOn } from '../../rulebook/rules-on';
import type { FundRow } from '../funds';
import type { FundEvidence, RowDetail } from './evidence';

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
  | 'rows not counted'
  | 'single rows'
  | 'month';

/** A possible cause of a difference, with its amount. */
export interface PossibleCause {
  id: string;
  kind: CauseKind;
  /** How much higher Partner Center's figure would then be than ours; null if the rows don't show it. */
  amount: Cents | null;
  rows: number | null;
  sentence: string;
  /** How many sets of rows match, if there are several: it isn't known which is meant. */
  ways?: number;
  /** Whether it's about a counted row of the report, so that the same rows aren't another cause. */
  includes?: (row: RowDetail) => boolean;
  /** Whether it explains the whole figure or the whole difference, so it can't be combined with other causes. */
  isWhole?: boolean;
  rule?: Rule<unknown>;
  /** The related contradiction between sources, by its number. */
  contradiction?: string;
}

/** A fund to compare, and what is known about it. */
export interface CausesQuery {
  fund: Pick<
    FundRow,
    'partnerId' | 'partnerName' | 'program' | 'half' | 'coop' | 'usable' | 'shortfall' | 'stage' | 'claimOpens' | 'skipped' | 'repeats'
  >;
  theirs: Cents;
  evidence: FundEvidence;
  rules: RulesOn;
  asOf: Day;
}

/** A possible cause with an unrounded amount, since figures are only rounded after it's added. */
export interface ExactCause extends Omit<PossibleCause, 'amount'> {
  micros: Micros;
}

/** Our unrounded figure, if the rows are those of the workbook. */
export const exactCoop = ({ fund, evidence: { coop } }: Pick<CausesQuery, 'fund' | 'evidence'>): Micros =>
  centsOfMicros(coop.micros) === fund.coop ? coop.micros : fund.coop * MICROS_A_CENT;
