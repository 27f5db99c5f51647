import { useEffect, useState } from 'react';
import { explain } from '../../../explain/explain';
import type { Explanation } from '../../../explain/explanation';
import { troubleOf } from '../../../storage/trouble';
import type { Workbook } from '../../../storage/workbook';

/** The explanation on the screen, and why the newest cell could not be read, if so. */
export interface Explained {
  explanation: Explanation | null;
  trouble: string | null;
}

/** Explains the selected cell, and follows the selection unless pinned. What was shown stays until the next is ready. */
export function useExplanation(workbook: Workbook, pinned: boolean): Explained {
  const [explained, setExplained] = useState<Explained>({ explanation: null, trouble: null });
  useEffect(() => {
    if (pinned) return;
    let newest = 0;
    const look = async (): Promise<void> => {
      const turn = ++newest;
      const isNewest = (): boolean => turn === newest;
      try {
        const cell = await workbook.selectedCell();
        if (!isNewest()) return;
        const explanation = await explain(cell, (wanted, from) => workbook.read(wanted, from), __CATALOGUE__);
        if (isNewest()) setExplained({ explanation, trouble: null });
      } catch (error) {
        if (isNewest()) setExplained((was) => ({ ...was, trouble: troubleOf(error).message }));
      }
    };
    void look();
    const stop = workbook.onCellChange(() => void look());
    return () => {
      newest++;
      stop();
    };
  }, [workbook, pinned]);
  return explained;
}
