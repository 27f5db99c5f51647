import { notices } from '../storage/notices';
import { repairAndRecalculate } from '../storage/excel/recalculate';
import { readWorkbook } from '../storage/excel/workbook-context';
import { loadContext } from './load-context';

/**
 * The ribbon's Explain cell: opens the pane on its Explain screen. The pane reads its screen from the hash, also when
 * it opens only now. It is a command on purpose: a button with an address of its own would open a second pane with a
 * second runtime (office-js issue 4339, office-js-docs-pr issue 1954).
 */
export async function showExplain(): Promise<void> {
  location.hash = 'explain';
  await showPane();
}

/**
 * Opens the pane. Of an add-in from the Marketplace Excel ignores that since February 23, 2026 (show-hide-add-in), and whether
 * it answers is not known: the button must not stay busy for it. What was asked for then shows once Open pane is chosen.
 */
async function showPane(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PANE_MS));
  await Promise.race([Office.addin.showAsTaskpane().catch(() => undefined), patience]);
}

const PANE_MS = 3_000;

/** The ribbon's Recalculate co-op: reads the workbook afresh, repairs #NAME? and works out everything again. */
export async function recalculate(): Promise<void> {
  await loadContext(readWorkbook);
  const { protectedSheets, refusedSheets } = await repairAndRecalculate();
  const sentences = [
    ...protectedSheets.map(
      (sheet) => `The sheet ${sheet} is protected. Unprotect it, then choose Recalculate co-op again to repair its #NAME? cells.`,
    ),
    ...refusedSheets.map(
      (sheet) =>
        `Excel didn't allow the COOP formulas on the sheet ${sheet} to be repaired. Where it shows #NAME?, enter one again manually to see why.`,
    ),
  ];
  notices.say('recalculation', sentences);
  // a closed pane is read by no one
  if (sentences.length > 0) await showPane();
}
