import type { ReconcileProps } from './reconcile-props';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import { fundKey, nameOfFund } from '../../../domain/funds/fund';
import { ReconcileSession } from '../../../planner/funds/reconcile-session';

const ReconcilePanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "reconcile" */ './reconcile-panel')).ReconcilePanel,
}));

/** Comparisons under way, for as long as the pane lives: a look at another tab and back loses none. */
const sessions = new Map<string, ReconcileSession>();

/** The button that opens a fund's comparison with Partner Center, and the comparison. */
export function ReconcileFund(props: ReconcileProps) {
  const styles = useStyles();
  const { fund, workbook } = props;
  const key = fundKey(fund);
  const [isOpen, setIsOpen] = useState(() => sessions.has(key));
  const id = useId();
  const open = (): void => {
    if (isOpen) sessions.delete(key);
    else sessions.set(key, new ReconcileSession(nameOfFund(fund), workbook));
    setIsOpen(!isOpen);
  };
  const session = sessions.get(key);
  return (
    <div className={styles.section}>
      <div>
        <Button size="small" aria-expanded={isOpen} {...(isOpen ? { 'aria-controls': id } : {})} onClick={open}>
          Compare with Partner Center
        </Button>
      </div>
      {isOpen && session && (
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
