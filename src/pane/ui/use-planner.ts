import { createContext, use } from 'react';
import type { Planner } from '../../planner/planner';

/** Hands the one planner of the pane to every screen and part; its code is still being loaded when the pane is first drawn. */
export const PlannerContext = createContext<Promise<Planner> | null>(null);

/** The planner of the pane; what asks for it waits in the nearest Suspense until it is loaded. */
export function usePlanner(): Planner {
  const planner = use(PlannerContext);
  if (!planner) throw new Error('usePlanner works only inside PlannerContext.');
  return use(planner);
}
