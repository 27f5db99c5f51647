import { useCallback, useRef, useState } from 'react';
import { toExcelError } from '../../../storage/excel-error';
import type { Inserted } from '../../../storage/workbook';
import { usePlanner } from '../../ui/use-planner';
import { insertFunction } from '../../../planner/functions/insert-function';
import type { FunctionEntry } from '../../../planner/functions/write-formula';

/** The state of an insertion. */
export type InsertState =
  { step: 'idle' } | { step: 'working' } | { step: 'done'; inserted: Inserted } | { step: 'trouble'; sentence: string };

/** Inserts formulas into the workbook, one at a time, and reports the outcome. */
export function useInsert(): {
  state: InsertState;
  insert: (entry: FunctionEntry, formula: string, replace?: boolean) => Promise<void>;
  clear: () => void;
} {
  const { workbook } = usePlanner();
  const [state, setState] = useState<InsertState>({ step: 'idle' });
  const busy = useRef(false);
  const insert = useCallback(
    async (entry: FunctionEntry, formula: string, replace = false) => {
      if (busy.current) return;
      busy.current = true;
      setState({ step: 'working' });
      try {
        setState({ step: 'done', inserted: await insertFunction(workbook, entry, formula, replace) });
      } catch (error) {
        setState({ step: 'trouble', sentence: toExcelError(error).message });
      } finally {
        busy.current = false;
      }
    },
    [workbook],
  );
  return { state, insert, clear: useCallback(() => setState({ step: 'idle' }), []) };
}
