import { useEffect, useState } from 'react';
import type { Workbook } from '../../storage/workbook';
import type { PlanningStore } from '../../planner/store/planning-store';

/** The pane's one store of plans and claims; null for the moment it takes to load what it is made of. */
export function usePlanningStore(workbook: Workbook): PlanningStore | null {
  const [store, setStore] = useState<PlanningStore | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let gone = false;
    let end = (): void => undefined;
    void import(/* webpackChunkName: "planning" */ './open-planning-store').then(({ openPlanningStore }) => {
      if (gone) return;
      const opened = openPlanningStore(workbook);
      end = opened.end;
      setStore(opened.store);
    }, setFailure);
    return () => {
      gone = true;
      end();
    };
  }, [workbook]);
  // for the boundary around the pane, as with any piece of it that cannot be loaded
  if (failure) throw failure;
  return store;
}
