import type { ReconcileProps } from './reconcile-props';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId } from 'react';
import { fundKey } from '../../../domain/funds/fund';
import { comparisonsOf } from '../../../planner/funds/reconcile-session';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';

const ReconcilePanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "reconcile" */ './reconcile-panel')).ReconcilePanel,
}));

/** The button that opens a fund's comparison with Partner Center, and the comparison. */
export function ReconcileFund(props: ReconcileProps) {
  const styles = useStyles();
  const comparisons = usePlanner().session(comparisonsOf);
  const session = useObservable(comparisons).get(fundKey(props.fund));
  const isOpen = session !== undefined;
  const id = useId();
  return (
    <div className={styles.section}>
      <div>
        <Button
          size="small"
          aria-expanded={isOpen}
          {...(isOpen ? { 'aria-controls': id } : {})}
          onClick={() => comparisons.toggle(props.fund)}
        >
          Compare with Partner Center
        </Button>
      </div>
      {session && (
        <div id={id} className={styles.section}>
          <Suspense fallback={<Spinner size="tiny" label="Loading" />}>
            <ReconcilePanel {...props} session={session} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
});
