import { useEffect, useState } from 'react';
import type { Observed } from '../../planner/observable';
import type { Planner } from '../../planner/planner';
import type { PlanningState } from '../../planner/store/planning-store';
import type { ScreenName } from './screens';

/**
 * The first screen if none is requested: Today in a workbook with funds, a plan, or claims, Functions in any other and
 * if Excel doesn't answer. Null until known: until then there are only tabs, and once known it stays, so that no screen
 * changes unexpectedly. It needs no extra reading: the count in Today's tab needs the same one.
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

/** Decides once the workbook is read. The wait starts with reading, not with the pane, which may load slowly. */
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

/** The first screen for a state of the workbook, or null if undecided. */
export function startScreen(state: PlanningState): ScreenName | null {
  if (state.step === 'reading') return null;
  if (state.step === 'trouble') return 'functions';
  const { funds, hasPlan, claims } = state.read;
  return hasPlan || funds.length + claims.length > 0 ? 'today' : 'functions';
}

/** Reading a large workbook on a slow machine takes seconds; an empty one answers at once. */
export const TIMEOUT_MS = 10_000;
