import type { Day } from '../domain/calendar/day';
import type { Standing } from '../rulebook/rule';

/** A cell as the workbook shows it. */
export interface ExplainedCell {
  sheet: string;
  address: string;
  /** '' if the cell has no formula. */
  formula: string;
  value: string | number | boolean;
  text: string;
  /** The selected cell, where it shows only a part of this cell's result. */
  partShown?: string;
}

/** How a cell's COOP formula gets its result. */
export interface Explanation {
  cell: ExplainedCell;
  /** Why there is nothing to explain; then `calls` is empty. */
  nothing?: string;
  /** The whole formula's result, evaluated here; absent if that isn't possible. */
  gives?: string;
  /** When the rules were last confirmed, if they are used for a later day. */
  confirmed?: string;
  /** The COOP calls of the formula, inner ones first. */
  calls: CallExplained[];
  /** Remarks on the cell itself, such as that it's out of date or that its result has no room. */
  remarks: string[];
}

/** One COOP call explained. */
export interface CallExplained {
  id: string;
  /** `COOP.SPLIT` */
  name: string;
  /** As written in the formula. */
  text: string;
  arguments: ArgumentExplained[];
  rules: RuleExplained[];
  /** Plain sentences with the arithmetic. */
  steps: string[];
  result: Outcome;
}

/** One argument: its text in the formula, its value, and how the function read it. */
export interface ArgumentExplained {
  name: string;
  /** As written in the formula; '' if left out. */
  text: string;
  /** Its value, if that differs from the text. */
  value?: string;
  /** How the function read it, if that differs from the value. */
  read?: string;
  /** Why its value can't be known here. */
  unknown?: string;
}

/** A call's result. */
export type Outcome =
  | { kind: 'cells'; cells: string[][] }
  | { kind: 'problem'; error: string; sentence: string }
  | { kind: 'unknown'; why: string }
  | { kind: 'unused' };

/** A rule that an answer used. */
export interface RuleExplained {
  id: string;
  text: string;
  about: string;
  from: Day;
  /** The last day for which a source confirms it, and who: Jan 14, 2026 (a distributor). Null if none does. */
  confirmed: string | null;
  standing: Standing;
  source: { title: string; publisher: string; date: string; address?: string };
  note?: string;
  /** Sources that say something else, and how Co-op Planner settles it. */
  others: { source: string; reading: string; settled?: string }[];
}
