import type { Activity } from '../../src/domain/activities/activity';
import type { Claim } from '../../src/domain/claims/claim';
import { openPlanning } from '../../src/planner/store/open-planning';
import type { Stored, PlanningRead, PlanningStore } from '../../src/planner/store/planning-store';
import { FakeTables } from './fake-tables';

/** A store over tables of no Excel, and a way to look at both. */
export function planningOn(tables = new FakeTables()) {
  let changed: ((isOurs: boolean) => void) | null = null;
  let calculated: (() => void) | null = null;
  const store: PlanningStore = openPlanning({
    tables,
    onTablesChange: (_names, listener) => ((changed = listener), () => (changed = null)),
    onCalculated: (listener) => ((calculated = listener), () => (calculated = null)),
  });
  const read = (): PlanningRead => {
    const state = store.current();
    if (state.step !== 'read') throw new Error(state.step === 'trouble' ? state.sentence : 'still reading');
    return state.read;
  };
  const kept = (id: string): Stored<Activity> => read().activities.find(({ value }) => value.id === id)!;
  const keptClaim = (id: string): Stored<Claim> => read().claims.find(({ value }) => value.id === id)!;
  return {
    store,
    tables,
    read,
    kept,
    keptClaim,
    edited: (isOurs = false) => changed?.(isOurs),
    calculated: () => calculated?.(),
    awaits: () => calculated !== null,
  };
}

/** Waits for what was begun without being waited for. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
