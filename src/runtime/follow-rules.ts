import { currentContext, type WorkbookContext } from '../cells/context';
import { isMadeByUs } from '../storage/excel/own-table-ids';
import { notices } from '../storage/notices';
import { recalculateAll } from '../storage/excel/recalculate';
import { toExcelError } from '../storage/excel-error';
import { readWorkbook } from '../storage/excel/workbook-context';
import { rulesTableId, watchTables } from '../storage/excel/watch-tables';
import { loadContext } from './load-context';
import { RulesWatch } from './rules-watch';

/** Recalculates whenever the workbook's own rules change; with `mustRecalculate`, also once now. */
export async function followRules(mustRecalculate: boolean): Promise<void> {
  const watch = new RulesWatch({ rulesTableId, isMadeByUs, reread });
  try {
    if (mustRecalculate) await recalculateAll();
    watch.begin(await watchTables((tableId, how) => watch.tableChanged(tableId, how)));
  } catch (error) {
    notices.say('rules', [`Changes to this workbook's own rules aren't detected. ${toExcelError(error).message}`]);
  }
}

/** Recalculates only if the rules now read differently: a rule is typed cell by cell and has no effect until its row is complete. */
async function reread(): Promise<void> {
  const before = JSON.stringify(contextOrNull());
  await loadContext(readWorkbook);
  if (JSON.stringify(contextOrNull()) !== before) await recalculateAll();
}

function contextOrNull(): WorkbookContext | null {
  try {
    return currentContext();
  } catch {
    // Cells show why the workbook couldn't be read, so they must recalculate once it can be.
    return null;
  }
}
