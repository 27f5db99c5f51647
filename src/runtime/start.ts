import { notices } from '../storage/notices';
import { recalculateAll, repairAndRecalculate } from '../storage/recalculate';
import { troubleOf } from '../storage/trouble';
import { readWorkbook, rulesTableId, watchTables } from '../storage/workbook-context';
import { loadContext } from './load-context';
import { RulesWatch } from './rules-watch';

// The shared runtime's start: it lies in functions.js and goes first, so it holds only what a cell's answer needs.

const rulesWatch = new RulesWatch({ rulesTableId, reread: rereadRules });

Office.actions.associate('explain', (event: Office.AddinCommands.Event) => command(event, showExplain));
Office.actions.associate('recalculate', (event: Office.AddinCommands.Event) => command(event, recalculate));

void Office.onReady(({ host }) => (host === Office.HostType.Excel ? begin() : undefined));

async function begin(): Promise<void> {
  const mustRecalculate = await loadContext(readWorkbook);
  try {
    if (mustRecalculate) await recalculateAll();
    rulesWatch.begin(await watchTables((tableId, how) => rulesWatch.tableChanged(tableId, how)));
  } catch (error) {
    notices.say('rules', [`Changes to the workbook's own rules are not followed. ${troubleOf(error).message}`]);
  }
}

async function rereadRules(): Promise<void> {
  await loadContext(readWorkbook);
  await recalculateAll();
}

/** The pane reads its screen from the hash, also when it opens only now. */
async function showExplain(): Promise<void> {
  location.hash = 'explain';
  await Office.addin.showAsTaskpane();
}

async function recalculate(): Promise<void> {
  await loadContext(readWorkbook);
  const { protectedSheets } = await repairAndRecalculate();
  notices.say(
    'recalculation',
    protectedSheets.map((sheet) => `The sheet ${sheet} is protected. Unprotect it, then choose Recalculate co-op again to repair its #NAME? cells.`),
  );
}

/** Excel keeps a button busy until the event is completed, whatever happened. */
async function command(event: Office.AddinCommands.Event, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    notices.say('recalculation', [troubleOf(error).message]);
  } finally {
    event.completed();
  }
}
