import { Badge, makeStyles } from '@fluentui/react-components';
import type { ClaimStatus } from '../../../domain/claims/claim';
import { statusName } from '../../../domain/claims/claim-status';

/** A claim's status, in words and a color. */
export function StatusBadge({ status }: { status: ClaimStatus }) {
  const styles = useStyles();
  return (
    <Badge appearance="tint" color={COLOR[status]} size="large" shape="rounded" className={styles.badge}>
      {statusName(status)}
    </Badge>
  );
}

const COLOR: Record<ClaimStatus, 'informative' | 'brand' | 'warning' | 'success' | 'danger' | 'important' | 'subtle'> = {
  editing: 'informative',
  submitted: 'brand',
  'under review': 'brand',
  'action required': 'warning',
  disputed: 'warning',
  approved: 'success',
  rejected: 'danger',
  paid: 'success',
  'non-compliant': 'danger',
  forfeited: 'danger',
};

const useStyles = makeStyles({
  // words can wrap to two lines in a zoomed pane
  badge: { flexShrink: 0, height: 'auto', minHeight: '24px', maxWidth: '50%', textAlign: 'left' },
});
