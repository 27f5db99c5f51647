import { useEffect, useState } from 'react';
import { explain } from '../../../explain/explain';
import type { Explanation } from '../../../explain/explanation';
import { withRuleBehind } from '../../../planner/funds/rule-behind';
import { toExcelError } from '../../../storage/excel-error';
import type { SelectedCell } from '../../../storage/workbook';
import { hasFunctions } from '../../ui/has-functions';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';

/** The explanation on the screen, and why the latest cell can't be read, if so. */
export interface Explained {
  explanation: Explanation | null;
  /** Which rows of reports the number comes from, as far as the pane knows. */
  evidence: readonly string[];
  trouble: string | null;
}

/** Explains the requested formula or the selected cell, and follows the selection unless pinned. The previous explanation stays until the next is ready. */
export function useExplanation(pinned: boolean): Explained {
  const [explained, setExplained] = useState<Explained>({ explanation: null, evidence: [], trouble: null });
  const { workbook, explain: requests } = usePlanner();
  const asked = useObservable(requests);
  useEffect(() => {
    if (pinned && asked === null) return;
    let newest = 0;
    /** The selection at the time of the request: sheets change and recalculate without the user moving. */
    let askedAt: string | null = null;
    const taken = asked && 'taken' in asked ? asked.taken : null;
    const look = async (): Promise<void> => {
      const turn = ++newest;
      const isNewest = (): boolean => turn === newest;
      try {
        if (taken) setExplained({ explanation: taken, evidence: [], trouble: null });
        const selected = await workbook.selectedCell();
        askedAt ??= placeOf(selected);
        if (!isNewest()) return;
        if (asked && placeOf(selected) !== askedAt) return requests.clear();
        if (asked && 'taken' in asked) return;
        const cell = asked === null ? withRuleBehind(selected) : { ...selected, formula: asked.formula };
        const explanation = await explain(cell, (wanted, from) => workbook.read(wanted, from), __CATALOGUE__, hasFunctions());
        if (!isNewest()) return;
        const evidence = asked === null ? requests.evidenceOn(`${cell.sheet}!${cell.address}`) : asked.evidence;
        setExplained({ explanation: asked === null ? explanation : inNoCell(explanation), evidence, trouble: null });
      } catch (error) {
        if (isNewest() && !taken) setExplained((was) => ({ ...was, trouble: toExcelError(error).message }));
      }
    };
    void look();
    const stop = workbook.onCellChange(() => void look());
    return () => {
      newest++;
      stop();
    };
  }, [workbook, requests, pinned, asked]);
  return explained;
}

const placeOf = ({ sheet, address, partShown }: SelectedCell): string => `${sheet}!${partShown ?? address}`;

/** A formula that isn't in a cell shows its result, which can't be out of date. */
function inNoCell(explanation: Explanation): Explanation {
  return {
    ...explanation,
    cell: { ...explanation.cell, sheet: 'From the', address: 'Funds screen', text: explanation.gives ?? '' },
    remarks: [],
  };
}
