import type { Day } from '../calendar/day';
import type { Cents } from '../money/money';
import type { FundId } from '../funds/fund';
import type { RateInForce } from './rate-in-force';

/** The statuses of an activity, in order. A draft may have blocking findings. */
export const ACTIVITY_STATUSES = ['draft', 'planned', 'committed', 'done', 'canceled'] as const;

/** The status of an activity. */
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** One expense of an activity, in the activity's currency. */
export interface Expense {
  id: string;
  /** The guidebook's name of the expense type, or any other text. */
  type: string;
  budget: Cents;
  /** The actual cost; null until it is entered. */
  actual: Cents | null;
  note: string;
}

/** An activity's display name: its title, or else the kind of activity. */
export const titleOf = ({ title, activity }: Pick<Activity, 'title' | 'activity'>): string => title.trim() || activity;

/** A marketing activity in the plan. Null and '' mean not entered. Amounts are hundredths of its currency. */
export interface Activity {
  id: string;
  status: ActivityStatus;
  fund: FundId | null;
  /** The user's own name, to distinguish two similar activities. */
  title: string;
  /** As written; usually the guidebook's name. */
  activity: string;
  start: Day | null;
  /** '' in the sheet means the same day as start, and is null here. */
  end: Day | null;
  owner: string;
  description: string;
  solutionArea: string;
  /** Three letters; USD if not entered. */
  currency: string;
  /** US dollars per unit of the currency, entered by the user; 1 for USD. Null if it has no rate of its own. */
  rate: number | null;
  /** The workbook's rate on its start day, if it is needed and known. Never written to its row. */
  rateInForce: RateInForce | null;
  /** The planned cost: the sum of the expenses' budgets, or an entered figure if there are no expenses. */
  budget: Cents | null;
  actual: Cents | null;
  /** The part of the budget that co-op pays; the partner pays the rest. Null is the whole cost. */
  coopShare: Cents | null;
  /** Share of Microsoft content, 0 to 1. */
  content: number | null;
  attendees: number | null;
  /** Whether the user checked that the core requirements are met. */
  meetsCore: boolean | null;
  /** The day Microsoft approved it, if approval is required or was requested. */
  preApproved: Day | null;
  /** 1 is the highest priority; null comes last. */
  priority: number | null;
  /** What came of it, as far as known: sales leads, and the sales expected and made. */
  leads: number | null;
  pipeline: Cents | null;
  revenue: Cents | null;
  expenses: readonly Expense[];
}

/** Activities by their IDs, without those that have none yet. */
export const activitiesById = (activities: readonly Activity[]): ReadonlyMap<string, Activity> =>
  new Map(activities.filter(({ id }) => id !== '').map((activity) => [activity.id, activity]));
