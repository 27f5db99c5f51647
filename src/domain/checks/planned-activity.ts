import type { ActivityRequirements } from '../activities/requirements';
import type { Day } from '../calendar/day';
import type { Finding } from '../finding';
import type { Cents } from '../money/money';
import type { Half } from '../calendar/half';
import type { DeadlineRule } from '../calendar/deadlines';
import type { CapRule } from '../activities/caps';
import type { ThresholdRule } from '../earnings/threshold';

/** One activity as it is planned. Null is what no one said. */
export interface PlannedActivity {
  name: string;
  program: string;
  start: Day;
  end: Day;
  cost: Cents | null;
  /** Co-op earned in the half before, and what is left of it. */
  earned: Cents | null;
  remaining: Cents | null;
  /** The half whose co-op is to pay. */
  half: Half | null;
  attendees: number | null;
}

/** What the rules of its days say. */
export interface ActivityRules {
  /** Null where the guidebook does not list the activity. */
  requirements: ActivityRequirements | null;
  cap: CapRule;
  /** Null where no rule is known. */
  threshold: ThresholdRule | null;
  /** Null where nothing is left to claim. */
  deadlines: DeadlineRule | null;
}

/** Asks one thing of an activity, and nothing where it is not told what it needs. */
export type Check = (activity: PlannedActivity, rules: ActivityRules) => Finding[];
