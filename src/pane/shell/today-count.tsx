import { CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import { thingsToDo } from '../../planner/to-do/to-do-text';
import { useObservable } from '../ui/use-observable';
import { usePlanner } from '../ui/use-planner';
import { UNSEEN } from '../ui/unseen-style';

/** The number of items after the tab's title; nothing if it is zero or unknown. */
export function TodayCount() {
  const styles = useStyles();
  const count = useObservable(usePlanner().toDo)?.length ?? 0;
  if (count === 0) return null;
  return (
    <>
      <CounterBadge count={count} overflowCount={99} size="small" color="brand" className={styles.badge} aria-hidden />
      <span className={styles.unseen}>, {thingsToDo(count)}</span>
    </>
  );
}

/** Announces the number to screen readers on every screen. */
export function TodaySpoken() {
  const styles = useStyles();
  const list = useObservable(usePlanner().toDo);
  return (
    <p role="status" className={styles.unseen}>
      {list && list.length > 0 ? `Today: ${thingsToDo(list.length)}` : ''}
    </p>
  );
}

const useStyles = makeStyles({
  badge: {
    marginLeft: tokens.spacingHorizontalXS,
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  unseen: UNSEEN,
});
