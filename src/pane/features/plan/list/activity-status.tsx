import { Badge } from '@fluentui/react-components';
import type { ActivityStatus } from '../../../../domain/activities/activity';
import { activityStatusName } from '../../../../domain/activities/activity-status-name';

/** An activity's status, in a word. */
export function StatusBadge({ status }: { status: ActivityStatus }) {
  return (
    <Badge appearance="tint" shape="rounded" color={COLORS[status]}>
      {activityStatusName(status)}
    </Badge>
  );
}

const COLORS: Record<ActivityStatus, 'informative' | 'brand' | 'success' | 'subtle'> = {
  draft: 'informative',
  planned: 'brand',
  committed: 'brand',
  done: 'success',
  canceled: 'subtle',
};
