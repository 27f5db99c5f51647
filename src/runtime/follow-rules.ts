import { isMadeByUs } from '../storage/made-tables';
import { notices } from '../storage/notices';
import { recalculateAll } from '../storage/recalculate';
import { troubleOf } from '../storage/trouble';
import { readWorkbook } from '../storage/workbook-context';
import { rulesTableId, watchTables } from '../storage/watch-tables';
import { loadContext } from './load-context';
import { RulesWatch } from './rules-watch';

/** Keeps answers true to the workbook's own rules from now on; first works out again what was answered too early. */
export async function followRules(mustRecalculate: boolean): Promise<void> {
  const watch = new RulesWatch({ rulesTableId, isMadeByUs, reread });
  try {
    if (mustRecalculate) await recalculateAll();
    watch.begin(await watchTables((tableId, how) => watch.tableChanged(tableId, how)));
  } catch (error) {
    notices.say('rules', [`Changes to this workbook's own rules are not followed. ${troubleOf(error).message}`]);
  }
}

async function reread(): Promise<void> {
  await loadContext(readWorkbook);
  await recalculateAll();
}
