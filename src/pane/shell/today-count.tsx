import { CounterBadge, makeStyles, tokens } from '@fluentui/react-components';
import { thingsToDo } from '../../planner/to-do/to-do-text';
import { useObservable } from '../ui/use-observable';
import { usePlanner } from '../ui/use-planner';

/** How much there is to do, behind the title of the tab; nothing where it is nothing or not known. */
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

/** Says the number to those who do not see the tab, whatever screen is shown. */
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
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
