import type { Plain } from './plain/contract';
import { asShown } from './rewrite-formula';

/** What became of a cell with one of our functions. */
export interface CopiedCell {
  sheet: string;
  cell: string;
  /** Its formula as people know it. */
  from: string;
  to: 'formula' | 'value';
  why: string;
}

/** What became of a formula that is in no cell: of a name, a table's column, a conditional format, or a validation. */
export interface CopiedFormula {
  /** Such as: Name Deadline. */
  where: string;
  from: string;
  to: 'formula' | 'removed';
  why: string;
}

/** What became of such a formula, which a file has without "=". */
export function copiedFormula(where: string, formula: string, plain: Plain): CopiedFormula {
  const from = asShown(formula);
  return 'formula' in plain ? { where, from, to: 'formula', why: CALCULATES } : { where, from, to: 'removed', why: plain.why };
}

/** Why a formula stays one. */
export const CALCULATES = 'Calculates without the add-in.';
