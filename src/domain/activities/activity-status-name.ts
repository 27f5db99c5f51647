import type { ActivityStatus } from './activity';

const NAMES: Record<ActivityStatus, string> = {
  draft: 'Draft',
  planned: 'Planned',
  committed: 'Committed',
  done: 'Done',
  canceled: 'Canceled',
};

/** An activity's status by its name on screens and in the history. */
export const activityStatusName = (status: ActivityStatus): string => NAMES[status];
