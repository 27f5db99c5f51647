import { useEffect, useState } from 'react';
import type { Observed } from '../../planner/observable';
import type { Planner } from '../../planner/planner';
import type { PlanningState } from '../../planner/store/planning-store';
import type { ScreenName } from './screens';

/**
 * The first screen where none is asked for: Today in a workbook that has funds, a plan, or claims, Functions in any
 * other and where Excel does not answer. Null until that is known: the tabs are there meanwhile, and once known it stays, so
 * that no screen is swapped under someone's hands. It takes no reading of its own: the count in Today's tab needs the same one.
 */
export function useStartScreen(planner: Promise<Pick<Planner, 'store'>>): ScreenName | null {
  const [start, setStart] = useState<ScreenName | null>(null);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    void planner.then(
      ({ store }) => {
        if (!isGone) stop = awaitStart(store, (screen) => setStart((was) => was ?? screen));
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [planner]);
  return start;
}

/** Decides once the workbook is read. Waiting begins with the reading, not with the pane, whose own loading may be slow. */
export function awaitStart(store: Observed<PlanningState>, decide: (screen: ScreenName) => void): () => void {
  const look = (): void => {
    const screen = startScreen(store.current());
    if (screen) settle(screen);
  };
  const end = store.subscribe(look);
  const patience = setTimeout(() => settle('functions'), TIMEOUT_MS);
  const stop = (): void => {
    clearTimeout(patience);
    end();
  };
  const settle = (screen: ScreenName): void => {
    stop();
    decide(screen);
  };
  look();
  return stop;
}

/** Where a state of the workbook leads, or null while it leads nowhere yet. */
export function startScreen(state: PlanningState): ScreenName | null {
  if (state.step === 'reading') return null;
  if (state.step === 'trouble') return 'functions';
  const { funds, hasPlan, claims } = state.read;
  return hasPlan || funds.length + claims.length > 0 ? 'today' : 'functions';
}

/** Reading a large workbook on a slow machine takes seconds; an empty one answers at once. */
export const TIMEOUT_MS = 10_000;
