import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useEffect } from 'react';
import { BalanceScreen } from '../features/balance/balance-screen';
import { PlanScreen } from '../features/plan/plan-screen';
import type { PlanPart } from '../../planner/activities/plan-session';
import { useObservable } from '../ui/use-observable';
import { usePlanner } from '../ui/use-planner';
import { useRequestedPlace } from '../ui/use-requested-place';

/** The Plan tab: the activities, and where the money of each fund is. */
export function PlanTab() {
  const styles = useStyles();
  const { plan } = usePlanner();
  const { part } = useObservable(plan);
  const isAsked = useRequestedPlace('plan') !== null;
  // other screens open activities
  const shown = isAsked ? 'activities' : part;
  useEffect(() => {
    if (isAsked) plan.choosePart('activities');
  }, [isAsked, plan]);
  return (
    <>
      <TabList
        size="small"
        className={styles.parts}
        selectedValue={shown}
        onTabSelect={(_, { value }) => plan.choosePart(value as PlanPart)}
        aria-label="Plan"
      >
        <Tab value="activities" id="plan-activities" aria-controls="plan-part">
          Activities
        </Tab>
        <Tab value="balance" id="plan-balance" aria-controls="plan-part">
          Balance
        </Tab>
      </TabList>
      <div id="plan-part" role="tabpanel" aria-labelledby={`plan-${shown}`} className={styles.part}>
        {shown === 'activities' ? <PlanScreen /> : <BalanceScreen />}
      </div>
    </>
  );
}

const useStyles = makeStyles({
  parts: { marginTop: '-8px', marginLeft: '-8px' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
});
