import { createContext, use } from 'react';
import type { Planner } from '../../planner/planner';

/** Provides the pane's planner to all screens and parts; its code is still loading when the pane first renders. */
export const PlannerContext = createContext<Promise<Planner> | null>(null);

/** The pane's planner; components that use it suspend until it is loaded. */
export function usePlanner(): Planner {
  const planner = use(PlannerContext);
  if (!planner) throw new Error('usePlanner works only inside PlannerContext.');
  return use(planner);
}
