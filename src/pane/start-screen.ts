import { useEffect, useState } from 'react';
import type { PlanningState, PlanningStore } from './planning/planning-store';
import type { Screen } from './ui/screen';

/**
 * The screen to begin with where none is asked for: Today in a workbook that holds funds, a plan or claims, Functions in any
 * other and where reading it takes long. Null until that is known; once known it stays, so that no screen is swapped under
 * somebody's hands. It takes no reading of its own: the count in Today's tab needs the same one.
 */
export function useStartScreen(store: PlanningStore | null): Screen | null {
  const [start, setStart] = useState<Screen | null>(null);
  useEffect(() => {
    const decide = (screen: Screen): void => setStart((was) => was ?? screen);
    const patience = setTimeout(() => decide('functions'), PATIENCE_MS);
    const look = (): void => {
      const screen = store && startScreen(store.current());
      if (screen) decide(screen);
    };
    look();
    const end = store?.subscribe(look);
    return () => {
      clearTimeout(patience);
      end?.();
    };
  }, [store]);
  return start;
}

/** Where a state of the workbook leads, or null while it leads nowhere yet. */
export function startScreen(state: PlanningState): Screen | null {
  if (state.step === 'reading') return null;
  if (state.step === 'trouble') return 'functions';
  const { funds, hasPlan, claims } = state.read;
  return hasPlan || funds.length + claims.length > 0 ? 'today' : 'functions';
}

const PATIENCE_MS = 1500;
