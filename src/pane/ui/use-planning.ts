import { useEffect, useSyncExternalStore } from 'react';
import type { PlanningState, PlanningStore } from '../../planner/store/planning-store';

/** The plan as last read, for a screen; begins reading where nobody has. */
export function usePlanning(store: PlanningStore): PlanningState {
  useEffect(() => store.open(), [store]);
  return useSyncExternalStore(store.subscribe, store.current);
}
