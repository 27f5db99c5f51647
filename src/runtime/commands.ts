import { notices } from '../storage/notices';
import { repairAndRecalculate } from '../storage/recalculate';
import { readWorkbook } from '../storage/workbook-context';
import { loadContext } from './load-context';

/** The ribbon's Explain cell: opens the pane on its Explain screen. The pane reads its screen from the hash, also when it opens only now. */
export async function showExplain(): Promise<void> {
  location.hash = 'explain';
  await Office.addin.showAsTaskpane();
}

/** The ribbon's Recalculate co-op: reads the workbook afresh, repairs #NAME? and works out everything again. */
export async function recalculate(): Promise<void> {
  await loadContext(readWorkbook);
  const { protectedSheets, refusedSheets } = await repairAndRecalculate();
  notices.say('recalculation', [
    ...protectedSheets.map((sheet) => `The sheet ${sheet} is protected. Unprotect it, then choose Recalculate co-op again to repair its #NAME? cells.`),
    ...refusedSheets.map((sheet) => `Excel did not let the COOP formulas on the sheet ${sheet} be repaired. Where it shows #NAME?, enter one of them again by hand to see why.`),
  ]);
}
