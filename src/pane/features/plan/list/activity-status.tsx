import { Badge } from '@fluentui/react-components';
import type { ActivityStatus } from '../../../../domain/activities/activity';

/** How far an activity is, in a word. */
export function StatusBadge({ status }: { status: ActivityStatus }) {
  return (
    <Badge appearance="tint" shape="rounded" color={COLORS[status]}>
      {STATUS_WORDS[status]}
    </Badge>
  );
}

/** The words of the statuses, with what each means. */
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
