import type { Workbook } from '../../storage/workbook';
import { rowsOf } from '../../planner/to-do/to-do-text';
import { inSheet } from '../../planner/to-do/today-in-sheet';
import { openPlanning } from '../../planner/store/open-planning';
import type { PlanningStore } from '../../planner/store/planning-store';
import { shown } from '../ui/shown';
import { toDoOn } from './use-to-do';

/** The pane's store of plans and claims, reading; it goes on with the days, and CoopToday with what a person saves. */
export function openPlanningStore(workbook: Workbook): { store: PlanningStore; end: () => void } {
  const store = openPlanning(workbook);
  store.onOwnChange(() => void keepTodayInStep(store));
  store.open();
  return { store, end: followDays(store) };
}

/**
 * Writes CoopToday right after a person's own save, where someone keeps it: nothing else writes it unasked, or two panes
 * that look from two days would write over each other without end. A pane that looks from another day than today leaves it,
 * and so does one over a later list; the Today screen says so and offers to write it. A failure is left to that screen, too:
 * what the person saved stays.
 */
async function keepTodayInStep(store: PlanningStore): Promise<void> {
  store.lookAtClock();
  const state = store.current();
  const asOf = store.asOf();
  if (state.step !== 'read' || asOf !== store.today()) return;
  const list = toDoOn(state.read, asOf);
  if (list === null) return;
  const rows = rowsOf(list);
  if (inSheet(state.read.today, rows, asOf).step === 'another') await store.writeToday(rows, asOf, 'save');
}

/** Timers do not count the time a machine sleeps: the clock is looked at often, and whenever someone comes back. */
function followDays(store: PlanningStore): () => void {
  const look = (): void => {
    if (shown.current()) store.lookAtClock();
  };
  const timer = setInterval(look, LOOK_MS);
  const stop = shown.subscribe(look);
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  return () => {
    clearInterval(timer);
    stop();
    document.removeEventListener('visibilitychange', look);
    removeEventListener('focus', look);
  };
}

const LOOK_MS = 20_000;
