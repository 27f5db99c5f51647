import type { Observed } from '../../planner/observable';
import type { PlanningStore } from '../../planner/store/planning-store';

/** Keeps up with the date. Timers stop while a machine sleeps, so the clock is checked often, and whenever the user returns. */
export function followDays(store: Pick<PlanningStore, 'lookAtClock'>, shown: Observed<boolean>): void {
  const look = (): void => {
    if (shown.current()) store.lookAtClock();
  };
  setInterval(look, LOOK_MS);
  shown.subscribe(look);
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
}

const LOOK_MS = 20_000;
