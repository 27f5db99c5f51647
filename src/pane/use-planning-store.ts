import { useEffect, useState } from 'react';
import type { Workbook } from '../storage/workbook';
import type { PlanningStore } from './planning/planning-store';

/** The pane's one store of plans and claims; null for the moment it takes to load what it is made of. */
export function usePlanningStore(workbook: Workbook): PlanningStore | null {
  const [store, setStore] = useState<PlanningStore | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let gone = false;
    void import(/* webpackChunkName: "planning" */ './planning/open-planning').then(({ openPlanning }) => {
      if (gone) return;
      const opened = openPlanning(workbook);
      opened.open();
      setStore(opened);
    }, setFailure);
    return () => {
      gone = true;
    };
  }, [workbook]);
  // for the boundary around the pane, as with any piece of it that cannot be loaded
  if (failure) throw failure;
  return store;
}
