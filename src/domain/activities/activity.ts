import type { Day } from '../calendar/day';
import type { Cents } from '../money/money';
import type { FundId } from '../funds/fund';

/** How far an activity is, in order. A draft may hold findings that block it. */
export const ACTIVITY_STATUSES = ['draft', 'planned', 'committed', 'done', 'canceled'] as const;

/** How far an activity is. */
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** One expense of an activity, in the activity's currency. */
export interface Expense {
  id: string;
  /** The guidebook's name of the expense type, or any other text. */
  type: string;
  budget: Cents;
  /** What it cost in the end; null until someone says. */
  actual: Cents | null;
  note: string;
}

/** A marketing activity as the plan keeps it. Null and '' are what no one said. Amounts are hundredths of its currency. */
export interface Activity {
  id: string;
  status: ActivityStatus;
  fund: FundId | null;
  /** As written; the guidebook's name where it is one. */
  activity: string;
  start: Day | null;
  /** '' in the sheet means the same day as start, and is null here. */
  end: Day | null;
  owner: string;
  description: string;
  solutionArea: string;
  /** Three letters; USD where no one said. */
  currency: string;
  /** US dollars for one of the currency; the user's own figure, 1 for USD. Null where it is needed and missing. */
  rate: number | null;
  /** The sum of the expenses' budgets, or a figure of its own where there are no expenses. */
  budget: Cents | null;
  actual: Cents | null;
  /** Share of Microsoft content, 0 to 1. */
  content: number | null;
  attendees: number | null;
  /** Whether the core requirements are met, as someone ticked. */
  meetsCore: boolean | null;
  /** The day Microsoft approved it, where that is needed or was asked for. */
  preApproved: Day | null;
  /** Smaller is dearer; null comes last. */
  priority: number | null;
  expenses: readonly Expense[];
}
