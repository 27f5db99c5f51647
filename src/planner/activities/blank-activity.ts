import { titleOf, type Activity } from '../../domain/activities/activity';
import type { FundId } from '../../domain/funds/fund';

/** A new activity of a fund, with nothing filled in yet. */
export function blankActivity(id: string, fund: FundId | null): Activity {
  return {
    id,
    status: 'planned',
    fund,
    title: '',
    activity: '',
    start: null,
    end: null,
    owner: '',
    description: '',
    solutionArea: '',
    currency: 'USD',
    rate: 1,
    rateInForce: null,
    budget: null,
    actual: null,
    coopShare: null,
    content: null,
    attendees: null,
    meetsCore: null,
    preApproved: null,
    priority: null,
    leads: null,
    pipeline: null,
    revenue: null,
    expenses: [],
  };
}

/** The display name of an activity. */
export const nameOf = (activity: Pick<Activity, 'title' | 'activity' | 'description'>): string =>
  titleOf(activity) || activity.description || 'Untitled activity';
