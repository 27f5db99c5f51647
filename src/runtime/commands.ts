import { notices } from '../storage/notices';
import { repairAndRecalculate } from '../storage/excel/recalculate';
import { readWorkbook } from '../storage/excel/workbook-context';
import { loadContext } from './load-context';

/**
 * The Explain cell button: opens the pane on its Explain screen, which the pane reads from the hash. It's a command on
 * purpose: a button with its own address would open a second pane with a second runtime (office-js issue 4339,
 * office-js-docs-pr issue 1954).
 */
export async function showExplain(): Promise<void> {
  location.hash = 'explain';
  await showPane();
}

/**
 * Opens the pane. Since February 23, 2026 (show-hide-add-in), Excel ignores the call for add-ins from the Marketplace, and
 * may never answer it: the button must not stay busy. The screen then shows when Open pane is chosen.
 */
async function showPane(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PANE_MS));
  await Promise.race([Office.addin.showAsTaskpane().catch(() => undefined), patience]);
}

const PANE_MS = 3_000;

/** The Recalculate co-op button: reads the workbook again, repairs #NAME? cells and recalculates. */
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
  // The notices are in the pane.
  if (sentences.length > 0) await showPane();
}
