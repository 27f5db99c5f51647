import { Badge } from '@fluentui/react-components';
import type { ActivityStatus } from '../../../../domain/activities/activity';

/** An activity's status, in a word. */
export function StatusBadge({ status }: { status: ActivityStatus }) {
  return (
    <Badge appearance="tint" shape="rounded" color={COLORS[status]}>
      {STATUS_WORDS[status]}
    </Badge>
  );
}

/** The names of the statuses, with their meanings. */
export const STATUS_WORDS: Record<ActivityStatus, string> = {
  draft: 'Draft',
  planned: 'Planned',
  committed: 'Committed',
  done: 'Done',
  canceled: 'Canceled',
};

const COLORS: Record<ActivityStatus, 'informative' | 'brand' | 'success' | 'subtle'> = {
  draft: 'informative',
  planned: 'brand',
  committed: 'brand',
  done: 'success',
  canceled: 'subtle',
};
