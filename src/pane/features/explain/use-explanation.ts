import { useEffect, useState } from 'react';
import { explain } from '../../../explain/explain';
import type { Explanation } from '../../../explain/explanation';
import { troubleOf } from '../../../storage/trouble';
import type { Workbook } from '../../../storage/workbook';
import { evidenceOn, forgetAsked, useAsked } from '../../ui/asked-formula';

/** The explanation on the screen, and why the newest cell could not be read, if so. */
export interface Explained {
  explanation: Explanation | null;
  /** Which rows of reports the number comes from, as far as the pane knows. */
  evidence: readonly string[];
  trouble: string | null;
}

/** Explains what is asked about, else the selected cell, and follows the selection unless pinned. What was shown stays until the next is ready. */
export function useExplanation(workbook: Workbook, pinned: boolean): Explained {
  const [explained, setExplained] = useState<Explained>({ explanation: null, evidence: [], trouble: null });
  const asked = useAsked();
  useEffect(() => {
    if (pinned && asked === null) return;
    let newest = 0;
    const look = async (): Promise<void> => {
      const turn = ++newest;
      const isNewest = (): boolean => turn === newest;
      try {
        if (asked && 'taken' in asked) return setExplained({ explanation: asked.taken, evidence: [], trouble: null });
        const selected = await workbook.selectedCell();
        if (!isNewest()) return;
        const cell = asked === null ? selected : { ...selected, formula: asked.formula };
        const explanation = await explain(cell, (wanted, from) => workbook.read(wanted, from), __CATALOGUE__);
        if (!isNewest()) return;
        const evidence = asked === null ? evidenceOn(`${cell.sheet}!${cell.address}`) : asked.evidence;
        setExplained({ explanation: asked === null ? explanation : inNoCell(explanation), evidence, trouble: null });
      } catch (error) {
        if (isNewest()) setExplained((was) => ({ ...was, trouble: troubleOf(error).message }));
      }
    };
    void look();
    const stop = workbook.onCellChange(() => {
      if (asked === null) void look();
      else forgetAsked();
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
  return { ...explanation, cell: { ...explanation.cell, sheet: 'From the', address: 'Funds screen', text: explanation.gives ?? '' }, remarks: [] };
}
