import type { Day } from '../calendar/day';
import type { Cents } from '../money/money';
import type { Half } from '../calendar/half';
import type { DeadlineRule } from '../calendar/deadlines';
import type { CapRule } from '../activities/caps';
import type { ThresholdRule } from '../earnings/threshold';

/** One activity as it is planned. Null is what nobody said. */
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

/** What the guidebook says of an activity, for one program. */
export interface ActivitySheet {
  isOpen: boolean;
  preApproval: 'none' | 'optional creative review' | 'required';
  isSourced: boolean;
  /** The least share of Microsoft content, 0 to 1; null where no share is named. */
  leastContent: number | null;
  /** Whether missing a core requirement costs the whole claim rather than a part. */
  isAllOrNothing: boolean;
}

/** What the rules of its days say. */
export interface ActivityRules {
  /** Null where the guidebook does not list the activity. */
  sheet: ActivitySheet | null;
  cap: CapRule;
  /** Null where no rule is known. */
  threshold: ThresholdRule | null;
  deadlines: DeadlineRule;
}
