import type { Day } from '../domain/calendar/day';
import type { Standing } from '../rulebook/rule';

/** A cell as the workbook shows it. */
export interface ExplainedCell {
  sheet: string;
  address: string;
  /** '' where the cell holds no formula. */
  formula: string;
  value: string | number | boolean;
  text: string;
  /** The selected cell, where it shows only a part of this cell's result. */
  partShown?: string;
}

/** How a cell's COOP formula comes to its answer. */
export interface Explanation {
  cell: ExplainedCell;
  /** Why there is nothing to explain; then `calls` is empty. */
  nothing?: string;
  /** What the whole formula gives, worked out here; absent where that cannot be known. */
  gives?: string;
  /** The COOP calls of the formula, inner ones first. */
  calls: CallExplained[];
  /** What to know about the cell beside its calls: that it is out of date, or that its result has no room. */
  remarks: string[];
}

/** One COOP call taken apart. */
export interface CallExplained {
  id: string;
  /** `COOP.SPLIT` */
  name: string;
  /** As it stands in the formula. */
  text: string;
  arguments: ArgumentExplained[];
  rules: RuleExplained[];
  /** Plain sentences with the arithmetic. */
  steps: string[];
  result: Outcome;
}

/** One argument: what stands in the formula, what that comes to, and how the function read it. */
export interface ArgumentExplained {
  name: string;
  /** As written in the formula; '' where it was left out. */
  text: string;
  /** What it comes to, where that differs from the text. */
  value?: string;
  /** How the function took it, where that differs from the value. */
  read?: string;
  /** Why its value cannot be known here. */
  unknown?: string;
}

/** What a call gives. */
export type Outcome =
  | { kind: 'cells'; cells: string[][] }
  | { kind: 'problem'; error: string; sentence: string }
  | { kind: 'unknown'; why: string }
  | { kind: 'unused' };

/** A rule an answer took. */
export interface RuleExplained {
  id: string;
  text: string;
  about: string;
  from: Day;
  /** The last day a source speaks for it; null where none is held. */
  confirmed: Day | null;
  standing: Standing;
  source: { title: string; publisher: string; date: string; address?: string };
  note?: string;
  /** Sources that say something else, and how the product settles it. */
  others: { source: string; reading: string; settled?: string }[];
}
