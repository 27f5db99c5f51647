import { titleOf, type Activity } from '../../domain/activities/activity';
import type { FundId } from '../../domain/funds/fund';

/** A new activity of a fund, with nothing said yet. */
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
    budget: null,
    actual: null,
    coopShare: null,
    content: null,
    attendees: null,
    meetsCore: null,
    preApproved: null,
    priority: null,
    expenses: [],
  };
}

/** What an activity is called where people read it. */
export const nameOf = (activity: Pick<Activity, 'title' | 'activity' | 'description'>): string =>
  titleOf(activity) || activity.description || 'Untitled activity';
