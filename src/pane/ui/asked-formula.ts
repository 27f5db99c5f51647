import { useSyncExternalStore } from 'react';
import { showScreen } from './screen';

let asked: string | null = null;
const listeners = new Set<() => void>();

/** Explains a formula that stands in no cell, until another cell is selected: for numbers the pane works out itself. */
export function explainFormula(formula: string): void {
  tell(formula);
  showScreen('explain');
}

/** Ends that: the selected cell is explained again. */
export function forgetAskedFormula(): void {
  if (asked !== null) tell(null);
}

/** The formula asked about, or null. */
export const useAskedFormula = (): string | null => useSyncExternalStore(subscribe, () => asked);

function tell(formula: string | null): void {
  asked = formula;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
