import type { ToDo } from '../domain/to-do/to-do';
import type { Workbook } from '../storage/workbook';
import { groupActivities, type PlanGroup } from './activities/plan-groups';
import { PlanSession } from './activities/plan-session';
import { ClaimsSession } from './claims/claims-session';
import { ExplainRequests } from './explain-request';
import { Navigation, type Destination } from './navigation';
import { derived, type Observed } from './observable';
import { openPlanning } from './store/open-planning';
import type { PlanningStore } from './store/planning-store';
import { nextDay, type NextDay } from './to-do/next-day';
import { wholeToDo } from './to-do/to-do-of-program';
import { keepTodayInStep } from './to-do/today-in-sheet';
import { UnsavedInput } from './unsaved-input';

/** The state and actions of a pane. It lives as long as the pane, so that switching tabs loses nothing. */
export interface Planner {
  readonly workbook: Workbook;
  /** What was read from the workbook, and how to save. */
  readonly store: PlanningStore;
  readonly plan: PlanSession;
  /** The plan by fund. */
  readonly groups: Observed<readonly PlanGroup[]>;
  readonly claims: ClaimsSession;
  /** The to-do list as of the day; null if the workbook isn't read yet. The tab, the screen, and the sheet share it. */
  readonly toDo: Observed<readonly ToDo[] | null>;
  /** The next day on which something starts or ends. */
  readonly nextDay: Observed<NextDay | null>;
  readonly navigation: Navigation;
  readonly explain: ExplainRequests;
  readonly unsaved: UnsavedInput;
  /** The session of a single screen: created when the screen first asks for it, so that its code loads with the screen, and kept from then on. */
  readonly session: <T>(begin: (planner: Planner) => T) => T;
}

/** Creates the one planner of a pane; `show` switches to a screen. Nothing is read before its store is opened. */
export function createPlanner(workbook: Workbook, show: (screen: Destination) => void): Planner {
  const store = openPlanning(workbook);
  const navigation = new Navigation(show);
  const toDo = wholeToDo(store);
  const sessions = new Map<unknown, unknown>();
  store.onOwnChange(() => void keepTodayInStep(store, toDo));
  const planner: Planner = {
    workbook,
    store,
    plan: new PlanSession(store),
    groups: derived(store, (state) => (state.step === 'read' ? groupActivities(state.read, state.asOf, state.book) : [])),
    claims: new ClaimsSession(store),
    toDo,
    nextDay: derived(store, (state) => (state.step === 'read' ? nextDay(state.read, state.asOf) : null)),
    navigation,
    explain: new ExplainRequests(navigation),
    unsaved: new UnsavedInput(),
    session: <T>(begin: (owner: Planner) => T): T => {
      if (!sessions.has(begin)) sessions.set(begin, begin(planner));
      return sessions.get(begin) as T;
    },
  };
  return planner;
}
