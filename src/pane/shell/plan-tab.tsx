import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import type { Workbook } from '../../storage/workbook';
import { BalanceScreen } from '../features/balance/balance-screen';
import { PlanScreen } from '../features/plan/plan-screen';
import { PlanSession } from '../../planner/activities/plan-session';
import type { PlanningStore } from '../../planner/store/planning-store';
import { useRequestedPlace } from '../ui/navigation';

type Part = 'activities' | 'balance';

/** The work on each plan, for as long as the pane lives: another tab and back loses nothing that is typed. */
const sessions = new WeakMap<PlanningStore, PlanSession>();
let last: Part = 'activities';

function sessionOf(store: PlanningStore): PlanSession {
  const session = sessions.get(store) ?? new PlanSession(store);
  sessions.set(store, session);
  return session;
}

/** The Plan tab: the activities, and where the money of each fund is. */
export function PlanTab({ workbook, store }: { workbook: Workbook; store: PlanningStore }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<Part>(last);
  const isAsked = useRequestedPlace('plan') !== null;
  // what another screen asks for is among the activities
  if (isAsked && chosen !== 'activities') setChosen('activities');
  const choose = (next: Part): void => {
    last = next;
    setChosen(next);
  };
  return (
    <>
      <TabList
        size="small"
        className={styles.parts}
        selectedValue={chosen}
        onTabSelect={(_, { value }) => choose(value as Part)}
        aria-label="Plan"
      >
        <Tab value="activities" id="plan-activities" aria-controls="plan-part">
          Activities
        </Tab>
        <Tab value="balance" id="plan-balance" aria-controls="plan-part">
          Balance
        </Tab>
      </TabList>
      <div id="plan-part" role="tabpanel" aria-labelledby={`plan-${chosen}`} className={styles.part}>
        {chosen === 'activities' ? (
          <PlanScreen workbook={workbook} store={store} session={sessionOf(store)} />
        ) : (
          <BalanceScreen workbook={workbook} store={store} />
        )}
      </div>
    </>
  );
}

const useStyles = makeStyles({
  parts: { marginTop: '-8px', marginLeft: '-8px' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
});
