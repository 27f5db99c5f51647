import { useSyncExternalStore } from 'react';
import type { Explanation } from '../../explain/explanation';
import { showScreen } from './screen';

/** Something to explain that is in no cell: a formula, or a number the pane has taken apart itself. */
export type ExplainRequest = { formula: string; evidence: readonly string[] } | { taken: Explanation };

let asked: ExplainRequest | null = null;
let onCell: { place: string; evidence: readonly string[] } | null = null;
const listeners = new Set<() => void>();

/** Explains a formula that is in no cell, until another cell is selected; `evidence` says which rows it comes from. */
export function explainFormula(formula: string, evidence: readonly string[] = []): void {
  tell({ formula, evidence });
  showScreen('explain');
}

/** Shows what a number that no COOP formula gives is made of, until another cell is selected. */
export function explainNumber(taken: Explanation): void {
  tell({ taken });
  showScreen('explain');
}

/** Explains the selected cell, with what is known of the rows it comes from. */
export function explainCell(place: string, evidence: readonly string[]): void {
  onCell = { place, evidence };
  tell(null);
  showScreen('explain');
}

/** What was said of the rows a cell comes from, as long as it is that cell. */
export const evidenceOn = (place: string): readonly string[] => (onCell?.place === place ? onCell.evidence : []);

/** Ends the asking: the selected cell is explained again. */
export function clearExplainRequest(): void {
  if (asked !== null) tell(null);
}

/** What is asked about, or null. */
export const useExplainRequest = (): ExplainRequest | null => useSyncExternalStore(subscribe, () => asked);

function tell(next: ExplainRequest | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
