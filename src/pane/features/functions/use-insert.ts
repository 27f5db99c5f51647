import { useCallback, useRef, useState } from 'react';
import { preview, referencesOf } from '../../../explain/preview';
import type { Outcome } from '../../../explain/explanation';
import { troubleOf } from '../../../storage/trouble';
import type { Inserted, Workbook } from '../../../storage/workbook';
import type { FunctionEntry } from './write-formula';

/** How an insertion stands. */
export type InsertState = { step: 'idle' } | { step: 'working' } | { step: 'done'; inserted: Inserted } | { step: 'trouble'; sentence: string };

/** Puts formulas into the workbook, one at a time, and says how that went. */
export function useInsert(workbook: Workbook): {
  state: InsertState;
  insert: (entry: FunctionEntry, formula: string, replace?: boolean) => Promise<void>;
  clear: () => void;
} {
  const [state, setState] = useState<InsertState>({ step: 'idle' });
  const busy = useRef(false);
  const insert = useCallback(
    async (entry: FunctionEntry, formula: string, replace = false) => {
      if (busy.current) return;
      busy.current = true;
      setState({ step: 'working' });
      try {
        const cells = await resultCells(workbook, entry, formula);
        const dates = cells.flatMap((row, r) => row.flatMap((text, c) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? [[r, c] as const] : [])));
        const columns = Math.max(1, ...cells.map((row) => row.length));
        setState({ step: 'done', inserted: await workbook.insertFormula({ formula, rows: Math.max(1, cells.length), columns, dates, replace }) });
      } catch (error) {
        setState({ step: 'trouble', sentence: troubleOf(error).message });
      } finally {
        busy.current = false;
      }
    },
    [workbook],
  );
  return { state, insert, clear: useCallback(() => setState({ step: 'idle' }), []) };
}

/**
 * The cells a formula's result will take. A formula that points at cells is worked out on what stands there, unless
 * the function never fills more than one cell.
 */
async function resultCells(workbook: Workbook, entry: FunctionEntry, formula: string): Promise<string[][]> {
  const cellsOf = (outcome: Outcome): string[][] | null => (outcome.kind === 'cells' ? outcome.cells : null);
  const example = entry.examples.find((one) => one.formula === formula)?.gives;
  const wanted = referencesOf(formula);
  if (wanted.length === 0) return cellsOf(preview(formula)) ?? example ?? [['']];
  if (!entry.examples.some(({ gives }) => gives.length > 1 || gives[0]!.length > 1)) return example ?? [['']];
  const { sheet, address } = await workbook.selectedCell();
  return cellsOf(preview(formula, await workbook.read(wanted, { sheet, address }))) ?? example ?? [['']];
}
