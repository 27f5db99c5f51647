import { useState } from 'react';
import { toExcelError } from '../../storage/excel-error';

/** What became of an action; more that an action adds is optional, since one that failed has none of it. */
export interface Outcome {
  intent: 'success' | 'warning';
  sentence: string;
}

/** Runs one action on the workbook at a time, and holds what became of the last one. */
export function useOutcome<O extends Outcome>() {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<O | null>(null);
  const run = async (act: () => Promise<O>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setOutcome(null);
    setOutcome(await act().catch((error: unknown) => ({ intent: 'warning', sentence: toExcelError(error).message }) as O));
    setBusy(false);
  };
  return { isBusy, outcome, run };
}
