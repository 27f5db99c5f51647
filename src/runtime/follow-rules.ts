import { currentContext, type WorkbookContext } from '../cells/context';
import { isMadeByUs } from '../storage/excel/own-table-ids';
import { notices } from '../storage/notices';
import { recalculateAll } from '../storage/excel/recalculate';
import { toExcelError } from '../storage/excel-error';
import { readWorkbook } from '../storage/excel/workbook-context';
import { rulesTableId, watchTables } from '../storage/excel/watch-tables';
import { loadContext } from './load-context';
import { RulesWatch } from './rules-watch';

/** Keeps answers true to the workbook's own rules from now on; first works out again what was answered too early. */
export async function followRules(mustRecalculate: boolean): Promise<void> {
  const watch = new RulesWatch({ rulesTableId, isMadeByUs, reread });
  try {
    if (mustRecalculate) await recalculateAll();
    watch.begin(await watchTables((tableId, how) => watch.tableChanged(tableId, how)));
  } catch (error) {
    notices.say('rules', [`Changes to this workbook's own rules aren't detected. ${toExcelError(error).message}`]);
  }
}

/** Cells are worked out again only where the rules say something else now: a row of them is typed cell by cell, and means nothing before it is whole. */
async function reread(): Promise<void> {
  const before = JSON.stringify(contextOrNull());
  await loadContext(readWorkbook);
  if (JSON.stringify(contextOrNull()) !== before) await recalculateAll();
}

function contextOrNull(): WorkbookContext | null {
  try {
    return currentContext();
  } catch {
    // cells were told why the workbook could not be read, and must be worked out again once it can
    return null;
  }
}
