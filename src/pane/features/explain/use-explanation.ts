import { useEffect, useState } from 'react';
import { explain } from '../../../explain/explain';
import type { Explanation } from '../../../explain/explanation';
import { troubleOf } from '../../../storage/trouble';
import type { Workbook } from '../../../storage/workbook';
import { forgetAskedFormula, useAskedFormula } from '../../ui/asked-formula';

/** The explanation on the screen, and why the newest cell could not be read, if so. */
export interface Explained {
  explanation: Explanation | null;
  trouble: string | null;
}

/** Explains the formula asked about, else the selected cell, and follows the selection unless pinned. What was shown stays until the next is ready. */
export function useExplanation(workbook: Workbook, pinned: boolean): Explained {
  const [explained, setExplained] = useState<Explained>({ explanation: null, trouble: null });
  const asked = useAskedFormula();
  useEffect(() => {
    if (pinned && asked === null) return;
    let newest = 0;
    const look = async (): Promise<void> => {
      const turn = ++newest;
      const isNewest = (): boolean => turn === newest;
      try {
        const selected = await workbook.selectedCell();
        if (!isNewest()) return;
        const cell = asked === null ? selected : { ...selected, formula: asked };
        const explanation = await explain(cell, (wanted, from) => workbook.read(wanted, from), __CATALOGUE__);
        if (isNewest()) setExplained({ explanation: asked === null ? explanation : inNoCell(explanation), trouble: null });
      } catch (error) {
        if (isNewest()) setExplained((was) => ({ ...was, trouble: troubleOf(error).message }));
      }
    };
    void look();
    const stop = workbook.onCellChange(() => {
      if (asked === null) void look();
      else forgetAskedFormula();
    });
    return () => {
      newest++;
      stop();
    };
  }, [workbook, pinned, asked]);
  return explained;
}

/** A formula that stands in no cell shows what it gives, and cannot be out of date. */
function inNoCell(explanation: Explanation): Explanation {
  const result = explanation.calls.at(-1)?.result;
  const text = result?.kind === 'cells' ? result.cells[0]![0]! : result?.kind === 'problem' ? result.error : '';
  return { ...explanation, cell: { ...explanation.cell, sheet: 'From the', address: 'Funds screen', text }, remarks: [] };
}
