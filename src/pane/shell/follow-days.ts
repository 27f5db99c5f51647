import type { Observed } from '../../planner/observable';
import type { PlanningStore } from '../../planner/store/planning-store';

/** Keeps up with the date. Timers do not count the time a machine sleeps: the clock is looked at often, and whenever someone comes back. */
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
