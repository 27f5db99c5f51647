import { Badge, makeStyles } from '@fluentui/react-components';
import type { Standing } from '../../rulebook/rule';

/** How well a rule is sourced, in words. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const styles = useStyles();
  const { label, color } = LOOK[standing];
  return (
    <Badge className={styles.badge} appearance="tint" color={color} size="medium" shape="rounded">
      {label}
    </Badge>
  );
}

const LOOK: Record<Standing, { label: string; color: 'brand' | 'informative' | 'warning' | 'important' }> = {
  published: { label: 'Published by Microsoft', color: 'brand' },
  distributor: { label: 'From a distributor', color: 'informative' },
  assumed: { label: 'Assumed', color: 'warning' },
  reported: { label: 'Reported, not verified', color: 'warning' },
  workbook: { label: 'This workbook', color: 'brand' },
};

const useStyles = makeStyles({
  // words can wrap to two lines in a zoomed pane
  badge: { height: 'auto', minHeight: '20px', textAlign: 'left' },
});
