import type { ActivityRequirements } from '../activities/requirements';
import type { Day } from '../calendar/day';
import type { Finding } from '../finding';
import type { Cents } from '../money/money';
import type { Half } from '../calendar/half';
import type { DeadlineRule } from '../calendar/deadlines';
import type { CapRule } from '../activities/caps';
import type { ThresholdRule } from '../earnings/threshold';

/** One planned activity. Null means not entered. */
export interface PlannedActivity {
  name: string;
  program: string;
  start: Day;
  end: Day;
  cost: Cents | null;
  /** Co-op earned in the half before, and the part that is left. */
  earned: Cents | null;
  remaining: Cents | null;
  /** The half whose co-op pays. */
  half: Half | null;
  attendees: number | null;
}

/** The rules for its days. */
export interface ActivityRules {
  /** Null if the guidebook doesn't list the activity. */
  requirements: ActivityRequirements | null;
  /** Whether it isn't listed because a rule of the workbook makes it ineligible. */
  isExcluded?: boolean;
  cap: CapRule;
  /** Null if no rule is known. */
  threshold: ThresholdRule | null;
  /** Null if nothing is left to claim. */
  deadlines: DeadlineRule | null;
}

/** Checks one thing about an activity, and returns nothing if the facts it needs are missing. */
export type Check = (activity: PlannedActivity, rules: ActivityRules) => Finding[];
