import { useEffect } from 'react';
import type { PlanningState, PlanningStore } from '../../planner/store/planning-store';
import { useObservable } from './use-observable';

/** The plan as last read, for a screen; starts reading where no one has. */
export function usePlanning(store: PlanningStore): PlanningState {
  useEffect(() => store.open(), [store]);
  return useObservable(store);
}
